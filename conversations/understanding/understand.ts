import type { Language } from "../../api/contract/shared.ts";
import { Classifier } from "./classifier.ts";
import type { Entity } from "./entities/entity.ts";
import { entitiesIn } from "./entities/index.ts";
import { featuresOf } from "./features.ts";
import { languageTeller } from "./language.ts";
import { normalise } from "./normalise.ts";
import { intentOf, type Phrase, readPhrases } from "./phrases.ts";
import { bones } from "./sounds.ts";
import { wordsOf } from "./words.ts";

/** What a sentence asks for. */
export type Understood = {
  readonly text: string;
  /** A conversation's id, or one of `plainIntents`; `none` for what is none of the university's business. */
  readonly intent: string;
  /** How likely that is, 0 to 1. */
  readonly score: number;
  /** What it names, in order of appearance. */
  readonly entities: readonly Entity[];
  readonly language: Language;
  /** What else it could be, the likeliest first, at most three. */
  readonly alternatives: readonly { readonly intent: string; readonly score: number }[];
};

export type Understanding = {
  understand(text: string, now?: Date): Understood;
  /** The intent of which a sentence is a known phrase, word for word. */
  phraseIntent(text: string): string | undefined;
};

/** Longer than any phrase. */
const longestPhrase = 200;
/** So much of a sentence is read. */
const longest = 1000;

/** Learns from phrases: takes a moment, so once for a process. */
export function learn(phrases: readonly Phrase[]): Understanding {
  const known = new Map(phrases.map(({ text, label }) => [normalise(text), label]));
  const languageOf = languageTeller(phrases);
  const anyDay = new Date(0);
  const read = phrases.map(({ text, label }) => ({ words: wordsOf(text, entitiesIn(text, anyDay)), label }));
  const familiar = new Map<string, number>();
  for (const { words, label } of read) {
    if (label === "none") continue;
    for (const word of new Set(words.map(bones))) familiar.set(word, (familiar.get(word) ?? 0) + 1);
  }
  const strangeIn = (words: readonly string[], own: number): number =>
    words.filter((word) => (familiar.get(bones(word)) ?? 0) <= own).length;
  const classifier = new Classifier(
    read.map(({ words, label }) => ({
      features: featuresOf(words, strangeIn(words, label === "none" ? 0 : 1)),
      label,
    })),
  );
  return {
    phraseIntent(text) {
      const label = text.length > longestPhrase ? undefined : known.get(normalise(text));
      return label && intentOf(label);
    },
    understand(text, now = new Date()) {
      const read = text.slice(0, longest);
      const entities = entitiesIn(read, now);
      const words = wordsOf(read, entities);
      const language = languageOf(words);
      const guesses = words.length > 0 ? classifier.guess(featuresOf(words, strangeIn(words, 0))) : [];
      const intents = new Map<string, number>();
      for (const { label, probability } of guesses)
        intents.set(intentOf(label), (intents.get(intentOf(label)) ?? 0) + probability);
      const [best = { intent: "none", score: 1 }, ...others] = [...intents]
        .map(([intent, score]) => ({ intent, score }))
        .sort((a, b) => b.score - a.score);
      const kind = guesses.find(({ label }) => intentOf(label) === best.intent)?.label.split("/")[1];
      return {
        text,
        ...best,
        entities: kind
          ? [{ entity: "request-type", value: kind, start: 0, end: read.length }, ...entities]
          : entities,
        language,
        alternatives: others.slice(0, 3),
      };
    },
  };
}

let learnt: Understanding | undefined;
/** What was learnt from the phrases of the house. @throws PhraseError */
export const understanding = (): Understanding => (learnt ??= learn(readPhrases()));

/**
 * What a sentence asks for, in any of the three languages; any length.
 * @param now for "today" and "tomorrow"
 */
export const understand = (text: string, now = new Date()): Understood =>
  understanding().understand(text, now);

/** The intent of which a sentence is a known phrase, word for word: what may be acted upon where anything may be said. */
export const phraseIntent = (text: string): string | undefined => understanding().phraseIntent(text);
