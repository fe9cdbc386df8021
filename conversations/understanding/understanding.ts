import { guess } from "./classifier.ts";
import { entitiesIn } from "./entities/index.ts";
import { featuresOf } from "./features.ts";
import { languageOf } from "./language.ts";
import { type Learnt, strangeIn } from "./learn.ts";
import { normalise } from "./normalise.ts";
import { intentOf } from "./phrases.ts";
import { separated } from "./run-together.ts";
import { spellingOf } from "./spelling.ts";
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

/** Understands by what was learnt. */
export function understandingOf({ known, familiar, spelt, leaning, weights }: Learnt): Understanding {
  const apart = separated(spelt);
  const correct = spellingOf(spelt);
  return {
    phraseIntent: (text) => (text.length > longestPhrase ? undefined : known.get(normalise(text))),
    understand(text, now) {
      // Half a word at the end would be a strange one.
      const part = text.length > longest ? text.slice(0, longest).replace(/\S+$/, "") : text;
      const entities = entitiesIn(part, now);
      const words = wordsOf(part, entities).flatMap(apart).map(correct);
      const guesses =
        words.length > 0 ? guess(weights, featuresOf(words, strangeIn(words, familiar, 0))) : [];
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
        language: languageOf(words, leaning),
        alternatives: others.slice(0, mostAlternatives),
      };
    },
  };
}
