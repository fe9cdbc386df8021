/** Urdu (۱۲۳) and Arabic-Indic (١٢٣) digits as 123. */
export const asciiDigits = (text: string): string =>
  text.replace(/[۰-۹٠-٩]/g, (digit) => String((digit.charCodeAt(0) - (digit >= "۰" ? 0x6f0 : 0x660)) % 10));

/** A number as it is compared: digits as 123, without what people write between them, and without invisible marks. */
export const unseparated = (written: string): string =>
  asciiDigits(written.normalize("NFKC")).replace(/[\s\p{Pd}_./\u200b-\u200f\u2066-\u2069]/gu, "");
