import type { Weights } from "./classifier.ts";
import { conceptOf, isElsewhere, synonymWords } from "./concepts.ts";
import { entitiesIn } from "./entities/index.ts";
import { featuresOf } from "./features.ts";
import { type Leaning, leaningOf } from "./language.ts";
import { normalise } from "./normalise.ts";
import { intentOf, type Phrase } from "./phrases.ts";
import { bones } from "./sounds.ts";
import { train } from "./training.ts";
import { wordsOf } from "./words.ts";

/** What phrases teach. Nothing but data: it can be kept. */
export type Learnt = {
  /** The intent of each phrase. */
  readonly known: ReadonlyMap<string, string>;
  /** In how many phrases of ours each skeleton stands. */
  readonly familiar: ReadonlyMap<string, number>;
  /** Words that are spelt right, the more frequent first. */
  readonly spelt: readonly string[];
  readonly leaning: Leaning;
  readonly weights: Weights;
};

/** Learns from phrases. It takes one to two seconds of CPU. */
export function learn(phrases: readonly Phrase[]): Learnt {
  const anyDay = new Date(0);
  const read = phrases.map(({ text, label, language }) => {
    return { words: wordsOf(text, entitiesIn(text, anyDay)), label, language };
  });
  const familiar = phrasesWith(read);
  const examples = read.map(({ words, label }) => ({
    // Its own words do not make a phrase familiar: nobody's sentence brings its own words along.
    features: featuresOf(words, strangeIn(words, familiar, label === "none" ? 0 : 1)),
    label,
  }));
  return {
    known: new Map(phrases.map(({ text, label }) => [normalise(text), intentOf(label)])),
    familiar,
    spelt: [...byFrequency(read.flatMap(({ words }) => words)), ...synonymWords()],
    leaning: leaningOf(read),
    weights: train(examples),
  };
}

const byFrequency = (words: readonly string[]): string[] =>
  [...Map.groupBy(words, (word) => word)].sort(([, a], [, b]) => b.length - a.length).map(([word]) => word);

/** In how many phrases that are the university's business each skeleton stands. */
function phrasesWith(
  read: readonly { words: readonly string[]; label: string }[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { words, label } of read) {
    if (label === "none") continue;
    for (const skeleton of new Set(words.map(bones))) counts.set(skeleton, (counts.get(skeleton) ?? 0) + 1);
  }
  return counts;
}

/** How many words are known from nowhere: from no synonym of ours, and from no more than `own` phrases of ours. */
export const strangeIn = (
  words: readonly string[],
  familiar: ReadonlyMap<string, number>,
  own: number,
): number =>
  words.filter((word) => {
    if (word.startsWith("<")) return false;
    const skeleton = bones(word);
    const concept = conceptOf(word, skeleton);
    return concept === undefined ? (familiar.get(skeleton) ?? 0) <= own : isElsewhere(concept);
  }).length;
