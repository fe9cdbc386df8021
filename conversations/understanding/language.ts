import type { Language } from "../../api/contract/shared.ts";
import type { Phrase } from "./phrases.ts";
import { wordsOf } from "./words.ts";

/** Tells in which language a sentence is: by its script, and English from Roman Urdu by the words that each uses. */
export function languageTeller(phrases: readonly Phrase[]): (words: readonly string[]) => Language {
  const counts = new Map<string, { en: number; urdu: number }>();
  for (const { text, language } of phrases) {
    if (language === "ur") continue;
    for (const word of wordsOf(text, [])) {
      const count = counts.get(word) ?? { en: 0, urdu: 0 };
      count[language === "en" ? "en" : "urdu"]++;
      counts.set(word, count);
    }
  }
  return (words) => {
    const letters = words.filter((word) => !word.startsWith("<")).join("");
    const inScript = letters.match(/[\u0600-\u06ff]/g)?.length ?? 0;
    if (inScript * 2 > letters.length) return "ur";
    let urdu = 0;
    for (const word of words) {
      const count = counts.get(word);
      if (count) urdu += Math.log((count.urdu + 0.3) / (count.en + 0.3));
    }
    return urdu > 0 ? "ur-Latn" : "en";
  };
}
