/** Urdu (۱۲۳) and Arabic-Indic (١٢٣) digits as 123. */
export const asciiDigits = (text: string): string =>
  text.replace(/[۰-۹٠-٩]/g, (digit) => String((digit.charCodeAt(0) - (digit >= "۰" ? 0x6f0 : 0x660)) % 10));

/** A phrase as it is compared: one case, one kind of digit, letters and digits only, single spaces. */
export const normalise = (text: string): string =>
  asciiDigits(text)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u064b-\u065f\u0670]/g, "")
    .replaceAll("ي", "ی")
    .replaceAll("ك", "ک")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
