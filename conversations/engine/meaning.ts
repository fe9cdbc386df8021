import type { Language } from "../../api/contract/shared.ts";
import type { EntityKind } from "../understanding/entities/entity.ts";

/** What a sentence names, by kind, in the order in which it does. */
export type Named = { readonly [K in EntityKind]?: readonly string[] };

/** What a sentence comes to, whatever its chat is about. */
export type Meaning = {
  /**
   * What it asks for: one intent, or several that it may be, the likeliest first, or none. An intent is a
   * conversation's id or one of the engine's words.
   */
  readonly intents: readonly string[];
  /** It is the first of them, without asking. */
  readonly isCertain: boolean;
  /** What it certainly asks for by its other words alone, without what it names. */
  readonly besides: string | undefined;
  /** It is a known phrase word for word: acted upon where anything may be said. */
  readonly isPhrase: boolean;
  /** A whole question or request, as nobody gives an answer. */
  readonly isAsking: boolean;
  readonly named: Named;
  readonly language: Language;
  /** The one language that it names and wants, if it does: only of interest where it asks for one. */
  readonly languageNamed: Language | undefined;
  /** The sentence as phrases are compared. */
  readonly line: string;
  /** How many words it has. */
  readonly length: number;
};

/** It says what it certainly means and nothing else: more words than these say more. */
export const isJust = ({ isCertain, length }: Meaning): boolean => isCertain && length <= 4;

/** One conversation that a sentence may mean, and what it names. */
export type SentenceReading = { flow: string; named: Named };

/**
 * Which of what a sentence names answers a question: the one of a kind, or as a function says, which is given the whole
 * sentence where that begins the conversation.
 */
export type NamedBy = EntityKind | ((named: Named, sentence?: string) => string | undefined);

/** The value by which a sentence answers a question, if it does. Of several ("paper of 405 and tutor of 411") none. */
export function valueIn(named: Named, by: NamedBy | undefined, sentence?: string): string | undefined {
  if (typeof by === "function") return by(named, sentence);
  const values = (by && named[by]) ?? [];
  return values.every((value) => value === values[0]) ? values[0] : undefined;
}
