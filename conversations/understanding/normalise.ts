import { unified } from "./letters.ts";

/**
 * Letters that Urdu keyboards, Arabic keyboards and old phones write for one another, and those whose marks writers
 * leave away.
 */
const sameLetters: { readonly [letter: string]: string } = {
  ي: "ی",
  ى: "ی",
  ئ: "ی",
  ك: "ک",
  ه: "ہ",
  ة: "ہ",
  ۃ: "ہ",
  ۂ: "ہ",
  ۀ: "ہ",
  أ: "ا",
  إ: "ا",
  ٱ: "ا",
  آ: "ا",
  ؤ: "و",
  ے: "ی",
  ۓ: "ی",
};
const letters = new RegExp(`[${Object.keys(sameLetters).join("")}]`, "g");

/**
 * A phrase as it is compared: one case, one kind of digit, one letter for each that look or mean the same, no vowel
 * marks, no apostrophes, nothing but letters and digits, single spaces.
 */
export function normalise(text: string): string {
  // Most phrases are typed in ASCII, where little of this can occur.
  if (/^[\0-\x7f]*$/.test(text))
    return text
      .toLowerCase()
      .replace(/['`]/g, "")
      .replace(/[^a-z\d]+/g, " ")
      .trim();
  return unified(text.normalize("NFKC"))
    .toLowerCase()
    .replace(/[\u064b-\u065f\u0670\u0640'’‘`´]|\u200c|\u200d/g, "")
    .replace(letters, (letter) => sameLetters[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
