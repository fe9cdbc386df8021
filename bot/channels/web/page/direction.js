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
  return /\p{Nd}/u.test(own) ? "ltr" : undefined;
}

/**
 * Says of an element's text which way it runs, and so in which language it is read aloud: a line may be in another than
 * the page. Latin letters are the page's own language, where that is written in them.
 */
export function speakIn(element, dir) {
  if (!dir) return;
  element.dir = dir;
  const page = document.documentElement.lang;
  element.lang = dir === "rtl" ? "ur" : page === "ur" ? "en" : page;
}

/** Whether some of a text is written from right to left. */
export const hasRightToLeft = (text) => rightToLeft.test(text);

/** Numbers, codes and Latin words one after the other: part of a time or of a registration number is no number. */
const run = /([\p{Nd}A-Za-z+-]+(?:[ .:,/][\p{Nd}A-Za-z+-]+)*)/u;
const grouped = /^(?:\+\p{Nd}+|\p{Nd}+(?=[- ]))(?:[- ]\p{Nd}+)*$/u;

/**
 * Cuts out of a text the numbers that are written in groups, as phone and identity card numbers are: after an Arabic
 * letter their groups would run from right to left.
 * @returns what stands between them, and every second time such a number
 */
export function cutNumbers(text) {
  const pieces = [""];
  for (const piece of text.split(run)) {
    if (grouped.test(piece)) pieces.push(piece, "");
    else pieces[pieces.length - 1] += piece;
  }
  return pieces;
}
