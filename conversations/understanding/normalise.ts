import { asciiDigits } from "../../api/contract/digits.ts";

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
