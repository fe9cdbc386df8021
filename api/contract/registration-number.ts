import { z } from "zod";
import { RegistrationNumber } from "./shared.ts";

/**
 * Reads a registration number in whatever spelling a student writes it (`۲۲p-۱۲۳۴۵۶`, `22p 123456`) into its one form,
 * `22P-123456`.
 */
export const WrittenRegistrationNumber = z
  .string()
  .max(64)
  .transform((written) =>
    written
      .normalize("NFKC")
      .replace(/[۰-۹٠-٩]/g, (digit) => String((digit.charCodeAt(0) - (digit >= "۰" ? 0x6f0 : 0x660)) % 10))
      .toUpperCase()
      .replace(/[\s\p{Pd}_./\u200b-\u200f\u2066-\u2069]/gu, "")
      .replace(/^(\d{2}[A-Z])(\d{6})$/, "$1-$2"),
  )
  .pipe(RegistrationNumber);
