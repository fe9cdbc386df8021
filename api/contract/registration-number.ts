import { z } from "zod";
import { unseparated } from "./digits.ts";
import { RegistrationNumber } from "./shared.ts";

/** Longer is none, however it is written. */
const longest = 64;
const form = /^(\d{2}[A-Z])(\d{6})$/;

/**
 * Reads a registration number in whatever spelling a student writes it (`۲۲p-۱۲۳۴۵۶`, `22p 123456`).
 * @returns its one form, `22P-123456`, or nothing where it is none
 */
export function registrationNumberOf(written: string): string | undefined {
  if (written.length > longest) return undefined;
  const [, intake, number] = form.exec(unseparated(written).toUpperCase()) ?? [];
  return number === undefined ? undefined : `${intake}-${number}`;
}

/** The same, for what comes in from outside: {@link registrationNumberOf}. */
export const WrittenRegistrationNumber = z
  .string()
  .max(longest)
  .transform((written) => registrationNumberOf(written) ?? written)
  .pipe(RegistrationNumber);
