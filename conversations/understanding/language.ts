import type { Language } from "../../api/contract/shared.ts";

/** A sentence of either Latin-written language has each of its words about so often before anything is known. */
const prior = 0.3;

/** A word of English tells Roman Urdu only where that has it so many times as often: a *slip* is one in both. */
const clearly = 3;

/** How much more each word is Roman Urdu's than English's: the logarithm of how often it is either's. */
export type Leaning = ReadonlyMap<string, number>;

/** Learns from phrases which words each of the two Latin-written languages uses. */
export function leaningOf(read: readonly { words: readonly string[]; language: Language }[]): Leaning {
  const counts = new Map<string, { en: number; urdu: number }>();
  for (const { words, language } of read) {
    if (language === "ur") continue;
    for (const word of words) {
      const count = counts.get(word) ?? { en: 0, urdu: 0 };
      count[language === "en" ? "en" : "urdu"]++;
      counts.set(word, count);
    }
  }
  return new Map([...counts].map(([word, { en, urdu }]) => [word, leaningOfWord(en, urdu)]));
}

function leaningOfWord(en: number, urdu: number): number {
  const leaning = Math.log((urdu + prior) / (en + prior));
  return en > 0 && leaning > 0 && leaning < Math.log(clearly) ? 0 : leaning;
}

/** In which language a sentence is: by its script, and English from Roman Urdu by its words. */
export function languageOf(words: readonly string[], leaning: Leaning): Language {
  const letters = words.filter((word) => !word.startsWith("<")).join("");
  const inScript = letters.match(/[\u0600-\u06ff]/g)?.length ?? 0;
  if (inScript * 2 > letters.length) return "ur";
  return words.reduce((sum, word) => sum + (leaning.get(word) ?? 0), 0) > 0 ? "ur-Latn" : "en";
}
