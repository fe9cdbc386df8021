const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

/**
 * The direction of a text by its first strong letter, as Unicode has it (UAX #9, P2): what stands in isolates, like a
 * registration number inside a sentence, does not count.
 * @returns "ltr", "rtl", or undefined where it has no letter
 */
export function direction(text) {
  const letter = /\p{L}/u.exec(text.replace(/[\u2066-\u2068][^\u2069]*\u2069/gu, ""))?.[0];
  return letter && (rightToLeft.test(letter) ? "rtl" : "ltr");
}
