const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

/**
 * The direction of a text by its first strong letter, as Unicode has it (UAX #9, P2): what stands in isolates, like a
 * registration number inside a sentence, does not count. Numbers alone are read from left to right: a phone number
 * written in groups would be turned round otherwise.
 * @returns "ltr", "rtl", or undefined where it has neither letter nor number
 */
export function direction(text) {
  const own = text.replace(/[\u2066-\u2068][^\u2069]*\u2069/gu, "");
  const strong = /[\p{L}\u200e\u200f]/u.exec(own)?.[0];
  if (strong) return strong === "\u200f" || rightToLeft.test(strong) ? "rtl" : "ltr";
  return /\d/.test(own) ? "ltr" : undefined;
}
