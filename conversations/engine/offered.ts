import { normalise } from "../understanding/normalise.ts";
import { namedTogether, numberChosen } from "../understanding/number-chosen.ts";
import type { Meaning } from "./meaning.ts";
import type { Choice } from "./message.ts";
import { onceEach } from "./once-each.ts";
import type { Run } from "./run.ts";
import type { Offer } from "./session.ts";

/** The choice that a line is: by its number in the list, its label, or a part of that. */
export const offered = (line: string, choices: readonly Choice[]): Choice | undefined =>
  choices.find(
    ({ label, unnumbered }, at) => (!unnumbered && line === String(at + 1)) || names(label).includes(line),
  );

/** The choice whose number is written in words, or among words: "option 2", "the second one". */
export function numbered(line: string, offer: Offer | undefined): Choice | undefined {
  const number = numberChosen(line);
  const choice = number === undefined ? undefined : offer?.choices[number - 1];
  return choice?.unnumbered ? undefined : choice;
}

/** Whether a line is a number where there is a list to choose from, be it one of its own or not. */
export const isNumberOf = (offer: Offer | undefined, line: string): boolean =>
  offer !== undefined && offer.choices.length > 0 && numberChosen(line) !== undefined;

/** Whether a line is a number of an older list: whoever quotes that counts in it. */
export const isNumberOfOlder = ({ update, session }: Run, line: string): boolean =>
  update.offer !== undefined && update.offer !== session.offer?.token && numberChosen(line) !== undefined;

/** The choices that a line names one after another ("1 3 5", "402 aur 405"), or undefined where a word names none. */
export function named(line: string, choices: readonly Choice[]): string[] | undefined {
  const ids = namedTogether(line).map((word) => offered(word, choices)?.id);
  return ids.length > 0 && ids.every((id) => id !== undefined) ? ids : undefined;
}

/**
 * The one choice on which all the words of a line stand: "trend", where *Trend over the semesters* is offered. The menu's
 * are known by what students call them, and what is said of languages, or for a yes and no, is not on a button.
 */
export function hinted({ top, house, session }: Run, meaning: Meaning, line: string): Choice | undefined {
  if (top?.flow === house.root || meaning.languageNamed || !/\p{L}{2}|\d{3}/u.test(line)) return undefined;
  if (meaning.isPhrase && ["yes", "no", "enough"].includes(meaning.intents[0] ?? "")) return undefined;
  const words = line.split(" ");
  const fits = ({ label }: Choice) => words.every((word) => wordsOn(label).has(word));
  const [one, ...others] = (session.offer?.choices ?? []).filter(fits);
  return others.length === 0 ? one : undefined;
}

/** "E-mail" is written in one word as well. */
const wordsOn = onceEach(
  (label): ReadonlySet<string> =>
    new Set([label, label.replaceAll("-", "")].flatMap((spelling) => normalise(spelling).split(" "))),
);

/** What a button may be called in writing: its whole label, without what it counts ("Done (3)"), or a part of it. */
export const names = onceEach((label) =>
  [label, label.replace(/\s*\(\d+\)$/, ""), ...label.split(" · ")]
    .map(normalise)
    .filter((name) => name !== ""),
);
