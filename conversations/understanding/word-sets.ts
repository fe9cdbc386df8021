import { normalise } from "./normalise.ts";

/** The words of a text, as they are compared. */
export const wordsIn = (text: string): string[] => normalise(text).split(" ");

/** Words with spaces between them, to look others up in. */
export const wordsOf = (words: string): ReadonlySet<string> => new Set(wordsIn(words));

/** Whether a text has one of these words. */
export const hasOne = (text: string, of: ReadonlySet<string>): boolean =>
  wordsIn(text).some((word) => of.has(word));
