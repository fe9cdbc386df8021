import { z } from "zod";
import { unseparated } from "./digits.ts";
import { RegistrationNumber } from "./shared.ts";

/**
 * Reads a registration number in whatever spelling a student writes it (`۲۲p-۱۲۳۴۵۶`, `22p 123456`) into its one form,
 * `22P-123456`.
 */
export const WrittenRegistrationNumber = z
  .string()
  .max(64)
  .transform((written) =>
    unseparated(written)
      .toUpperCase()
      .replace(/^(\d{2}[A-Z])(\d{6})$/, "$1-$2"),
  )
  .pipe(RegistrationNumber);
