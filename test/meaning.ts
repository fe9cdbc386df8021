import type { Meaning } from "../conversations/engine/meaning.ts";

/** A sentence that is a phrase of one intent, or of none. */
export const meaning = (intent: string | undefined, more: Partial<Meaning> = {}): Meaning => ({
  intents: intent === undefined ? [] : [intent],
  isCertain: intent !== undefined,
  isPhrase: intent !== undefined,
  isAsking: false,
  named: {},
  language: "en",
  languageNamed: undefined,
  length: 1,
  ...more,
});
