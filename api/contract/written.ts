import parsePhone from "libphonenumber-js/mobile";
import { z } from "zod";
import { asciiDigits, unseparated } from "./digits.ts";

const ascii = (written: string): string => asciiDigits(written.normalize("NFKC"));

/** Reads a CNIC with or without dashes, in any digits, into its one form, `35202-1234567-1`. */
export const WrittenCnic = z
  .string()
  .max(64)
  .transform((written) => unseparated(written).replace(/^(\d{5})(\d{7})(\d)$/, "$1-$2-$3"))
  .pipe(z.string().regex(/^[1-9]\d{4}-\d{7}-\d$/, "A CNIC has 13 digits, like 35202-1234567-1"));

/** Reads a mobile number as people in Pakistan write it (`0300 1234567`) into E.164, `+923001234567`. */
export const WrittenMobile = z
  .string()
  .max(64)
  .transform((written, context) => {
    const phone = parsePhone(ascii(written), "PK");
    if (phone?.isValid()) return phone.number as string;
    context.addIssue({ code: "custom", message: "A mobile number looks like 0300 1234567" });
    return z.NEVER;
  });

/** Reads a person's name: letters of any script, spaces, dots, apostrophes and hyphens. */
export const WrittenName = z
  .string()
  .max(100)
  .transform((written) => written.normalize("NFC").replace(/\s+/g, " ").trim())
  .pipe(z.string().regex(/^\p{L}[\p{L}\p{M}.'’ -]+$/u, "A name has letters only"));

/** Reads a course code (`8601`, `۸۶۰۱`, `Code 8601`) into its digits. */
export const WrittenCourseCode = z
  .string()
  .max(64)
  .transform((written) => ascii(written).match(/\d+/)?.[0] ?? "")
  .pipe(z.string().regex(/^\d{3,5}$/, "A course code looks like 8601"));
