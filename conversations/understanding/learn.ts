import { guess } from "./classifier.ts";
import { conceptOf, isElsewhere, synonymWords } from "./concepts.ts";
import { entitiesIn } from "./entities/index.ts";
import { featuresOf } from "./features.ts";
import { languageTeller } from "./language.ts";
import { normalise } from "./normalise.ts";
import { intentOf, type Phrase } from "./phrases.ts";
import { bones } from "./sounds.ts";
import { spellingOf } from "./spelling.ts";
import { train } from "./training.ts";
import type { Understood } from "./understand.ts";
import { wordsOf } from "./words.ts";

export type Understanding = {
  understand(text: string, now: Date): Understood;
  /** The intent of which a sentence is a known phrase, word for word. */
  phraseIntent(text: string): string | undefined;
};

/** Longer than any phrase. */
const longestPhrase = 200;
/** So much of a sentence is read. */
const longest = 1000;
/** So many other readings are told. */
const mostAlternatives = 3;

/** Learns from phrases. It takes about a second: once for a process. */
export function learn(phrases: readonly Phrase[]): Understanding {
  const known = new Map(phrases.map(({ text, label }) => [normalise(text), intentOf(label)]));
  const anyDay = new Date(0);
  const read = phrases.map(({ text, label, language }) => {
    return { words: wordsOf(text, entitiesIn(text, anyDay)), label, language };
  });
  const isStrange = strangerTo(read);
  const strangeIn = (words: readonly string[], own: number): number =>
    words.filter((word) => isStrange(word, own)).length;
  const correct = spellingOf([...byFrequency(read.flatMap(({ words }) => words)), ...synonymWords]);
  const languageOf = languageTeller(read);
  const weights = train(
    read.map(({ words, label }) => ({
      // Its own words do not make a phrase familiar: nobody's sentence brings its own words along.
      features: featuresOf(words, strangeIn(words, label === "none" ? 0 : 1)),
      label,
    })),
  );
  return {
    phraseIntent: (text) => (text.length > longestPhrase ? undefined : known.get(normalise(text))),
    understand(text, now) {
      // Half a word at the end would be a strange one.
      const part = text.length > longest ? text.slice(0, longest).replace(/\S+$/, "") : text;
      const entities = entitiesIn(part, now);
      const words = wordsOf(part, entities).map(correct);
      const guesses = words.length > 0 ? guess(weights, featuresOf(words, strangeIn(words, 0))) : [];
      const scores = new Map<string, number>();
      for (const { label, probability } of guesses)
        scores.set(intentOf(label), (scores.get(intentOf(label)) ?? 0) + probability);
      const [best = { intent: "none", score: 1 }, ...others] = [...scores]
        .map(([intent, score]) => ({ intent, score }))
        .sort((a, b) => b.score - a.score);
      const [, kind] = guesses.find(({ label }) => intentOf(label) === best.intent)?.label.split("/") ?? [];
      const type = { entity: "request-type" as const, value: kind ?? "", start: 0, end: part.length };
      return {
        text,
        ...best,
        entities: kind === undefined ? entities : [type, ...entities],
        language: languageOf(words),
        alternatives: others.slice(0, mostAlternatives),
      };
    },
  };
}

const byFrequency = (words: readonly string[]): string[] =>
  [...Map.groupBy(words, (word) => word)].sort(([, a], [, b]) => b.length - a.length).map(([word]) => word);

/** Tells whether a word is known from nowhere: from no synonym of ours, and from no more than `own` phrases of ours. */
function strangerTo(
  read: readonly { words: readonly string[]; label: string }[],
): (word: string, own: number) => boolean {
  const phrasesWith = new Map<string, number>();
  for (const { words, label } of read) {
    if (label === "none") continue;
    for (const word of new Set(words.map(bones))) phrasesWith.set(word, (phrasesWith.get(word) ?? 0) + 1);
  }
  return (word, own) => {
    if (word.startsWith("<")) return false;
    const skeleton = bones(word);
    const concept = conceptOf(word, skeleton);
    return concept === undefined ? (phrasesWith.get(skeleton) ?? 0) <= own : isElsewhere(concept);
  };
}
