/** The sound of each Urdu letter in Latin ones; letters that only carry a vowel, and the breath of *h*, are silent. */
const urdu: { readonly [letter: string]: string } = {
  ب: "b",
  پ: "p",
  ت: "t",
  ٹ: "t",
  ط: "t",
  ث: "s",
  س: "s",
  ص: "s",
  ج: "j",
  چ: "C",
  خ: "k",
  د: "d",
  ڈ: "d",
  ذ: "z",
  ز: "z",
  ژ: "z",
  ض: "z",
  ظ: "z",
  ر: "r",
  ڑ: "r",
  ش: "s",
  غ: "g",
  ف: "f",
  ق: "k",
  ک: "k",
  گ: "g",
  ل: "l",
  م: "m",
  ن: "n",
  ں: "n",
  ا: "a",
  ع: "a",
  و: "w",
  ی: "y",
  ہ: "h",
  ھ: "h",
  ح: "h",
  ء: "",
};

/** Spellings of one sound, in this order: two letters first. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/[td]ion\b/g, "sn"],
  [/ph/g, "f"],
  [/ch|tch/g, "C"],
  [/c(?=[eiy])/g, "s"],
  [/ck|[cq]/g, "k"],
  [/x/g, "ks"],
  [/v/g, "w"],
];

/** A word in Latin letters, letter by letter if it is in Urdu script. Its vowels are still as they were written. */
const latin = (word: string): string =>
  /[a-z]/.test(word)
    ? spellings.reduce((spelt, [written, sound]) => spelt.replace(written, sound), word)
    : word.replace(/[\u0600-\u06ff]/g, (letter) => urdu[letter] ?? letter);

/**
 * The bones of a word: what is left of it when all spellings of it are one. Roman Urdu has no fixed spelling and Urdu
 * script writes no short vowels, so *natija*, *nateeja*, *nteja* and *نتیجہ* are all `nts`, and English words that Urdu
 * has taken in meet their Urdu spelling: *result* and *رزلٹ* are `rslt`.
 *
 * - vowels go (also *y* and *w* after the first letter), *h* goes: *kh* is *k*, *gh* is *g*, *th* is *t*
 * - *c* and *q* are *k*, *ph* is *f*, *v* is *w*; *z*, *j* and *s* are one
 * - a first vowel stays as `a`, whichever it is; doubled letters are one
 */
export function bones(word: string): string {
  const spelt = latin(word);
  const first = spelt[0] ?? "";
  const head = /[aeiou]/.test(first) ? "a" : first;
  const rest = spelt
    .slice(1)
    .replace(/[aeiouyhw]/g, "")
    .replace(/[jz]/g, "s");
  return (/[jz]/.test(head) ? "s" : head).concat(rest).replace(/(.)\1+/g, "$1");
}

/** How a word sounds: *mera*, *meera* and *meraa* are one, *mere* and *meri* another; *h* is silent after the first letter. */
export const sound = (word: string): string =>
  latin(word)
    .replace(/(?<=.)h/g, "")
    .replace(/[jz]/g, "z")
    .replace(/[aeiouy]+|(?<=.)[wy]+/g, (run) => (/[eiy]/.test(run) ? "i" : /[ouw]/.test(run) ? "u" : "a"))
    .replace(/(.)\1+/g, "$1");
