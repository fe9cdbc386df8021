import type { Meaning } from "../conversations/engine/meaning.ts";
import { normalise } from "../conversations/understanding/normalise.ts";

/** What a sentence comes to that is a phrase of one intent, or of none. */
export const meaning = (said: string, intent: string | undefined): Meaning => ({
  intents: intent === undefined ? [] : [intent],
  isCertain: intent !== undefined,
  besides: intent,
  isPhrase: intent !== undefined,
  isAsking: false,
  named: {},
  language: "en",
  languageNamed: undefined,
  line: normalise(said),
  length: 1,
});
