import { z } from "zod";
import { asciiDigits } from "../../api/contract/digits.ts";

const written = /^(\d{4})-(\d{1,2})-(\d{1,2})[ ,]+(\d{1,2})[:.](\d{2})$/;

/** Reads a day and a time on Pakistan's clock ("2026-12-05 09:00") that is yet to come, into an instant. */
export const WrittenMoment = z
  .string()
  .max(40)
  .transform((given, context) => {
    const [, year, month = "", day = "", hour = "", minute] = written.exec(asciiDigits(given).trim()) ?? [];
    const two = (part: string) => part.padStart(2, "0");
    const at = new Date(`${year}-${two(month)}-${two(day)}T${two(hour)}:${minute}:00+05:00`);
    if (Number.isFinite(at.getTime()) && at.getTime() > Date.now()) return at.toISOString();
    context.addIssue({ code: "custom", message: "A moment looks like 2026-12-05 09:00" });
    return z.NEVER;
  });
