import type { Language } from "../../api/contract/shared.ts";
import { lazily } from "../engine/lazily.ts";
import type { Entity } from "./entities/entity.ts";
import { keptOr } from "./kept.ts";
import { learn } from "./learn.ts";
import { checkIntents, readPhrases } from "./phrases.ts";
import { understandingOf } from "./understanding.ts";

/** What a sentence asks for. */
export type Understood = {
  readonly text: string;
  /** A conversation's id, or one of `plainIntents`; `none` for what is none of the university's business. */
  readonly intent: string;
  /** How likely that is, 0 to 1. */
  readonly score: number;
  /**
   * What it names, in order of appearance. What kind of request a `file-request` is for is said by the whole sentence,
   * so that this entity, `request-type`, spans it and stands first.
   */
  readonly entities: readonly Entity[];
  readonly language: Language;
  /** What else it could be, the likeliest first, at most three. */
  readonly alternatives: readonly { readonly intent: string; readonly score: number }[];
};

/** What was learnt from the house's phrases, now or at an earlier start; once for the process. */
const understanding = lazily(() => understandingOf(keptOr(() => learn(readPhrases()))));

/**
 * Learns at the start what would else be learnt with the first sentence.
 * @param conversations the ids of all there are
 * @throws PhraseError one sentence that names the file, the intent and the phrase, where a phrase file cannot be right
 */
export function learnNow(conversations: readonly string[]): void {
  checkIntents(readPhrases(), conversations);
  understanding();
}

/**
 * What a sentence asks for, in any of the three languages; any length.
 * @param now for "today" and "tomorrow"
 */
export const understand = (text: string, now = new Date()): Understood =>
  understanding().understand(text, now);

/**
 * The intent of which a sentence is a known phrase, word for word: what may be acted upon even where anything may be
 * said.
 */
export const phraseIntent = (text: string): string | undefined => understanding().phraseIntent(text);
