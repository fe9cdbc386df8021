import { normalise } from "../understanding/normalise.ts";
import { areNumbers, namedTogether, numberChosen } from "../understanding/number-chosen.ts";
import { fingerprint } from "./fingerprint.ts";
import type { Heard } from "./heard.ts";
import { isJust, type Meaning } from "./meaning.ts";
import type { Choice } from "./message.ts";
import { onceEach } from "./once-each.ts";
import { done } from "./questions/several.ts";
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

/**
 * Whether a line is a number, or several, of an older list: its writer quotes that list, or had not been shown the
 * newest one when they wrote.
 */
export const isNumberOfOlder = (run: Run, line: string): boolean =>
  hadOlder(run) && (numberChosen(line) !== undefined || areNumbers(line));

/** Whether a *yes* or *no* was written before its question was shown: "haan", said twice, answers one question. */
export const isAnswerToOlder = (run: Run, meaning: Meaning): boolean =>
  hadOlder(run) && answered(meaning, run.session.offer) !== undefined;

/** Whether it is known that whoever writes had an older offer before them. */
function hadOlder({ update: { offer: had, inHand }, session: { offer } }: Run): boolean {
  if (had !== undefined) return had !== offer?.token && !offer?.alike?.includes(had);
  if (!inHand || !offer) return false;
  const unseen = inHand.map(fingerprint);
  return [offer.token, ...(offer.alike ?? [])].every((token) => unseen.includes(token));
}

/** How many lists that count alike are remembered, the newest. */
const mostAlike = 8;

/** The offers in which a number means the same as in this one, and this one. */
export const alikeTo = ({ token, alike = [] }: Offer): string[] => [token, ...alike].slice(0, mostAlike);

/** Whether every number that both of two lists have means the same in both. */
export const isCountedAlike = (before: Offer, now: Offer): boolean =>
  !before.readings && before.choices.every(({ id }, at) => id === (now.choices[at]?.id ?? id));

/** The choices that a line names one after another ("1 3 5", "402 aur 405"), or undefined where a word names none. */
export function named(line: string, choices: readonly Choice[]): string[] | undefined {
  const ids = namedTogether(line).map((word) => offered(word, choices)?.id);
  return ids.length > 0 && ids.every((id) => id !== undefined) ? ids : undefined;
}

/**
 * The one choice on which all the words of a line stand: "trend", where *Trend over the semesters* is offered. The
 * menu's are known by what students call them, and what is said of languages, or for a yes and no, is not on a button.
 */
export function hinted({ top, house, session }: Run, meaning: Meaning, line: string): Choice | undefined {
  if (top?.flow === house.root || meaning.languageNamed || !/\p{L}{2}|\d{3}/u.test(line)) return undefined;
  if (meaning.isPhrase && ["yes", "no", "enough"].includes(meaning.intents[0] ?? "")) return undefined;
  const words = line.split(" ");
  const fits = ({ label }: Choice) => words.every((word) => wordsOn(label).has(word));
  const [one, ...others] = (session.offer?.choices ?? []).filter(fits);
  return others.length === 0 ? one : undefined;
}

/**
 * The choice that a word of consent or refusal picks: "haan" and "nahi" answer a confirmation, or the question whether
 * one thing was meant; "bas" and "theek hai" end a selection.
 */
export function answered(meaning: Meaning, offer: Offer | undefined): string | undefined {
  const { choices = [], readings } = offer ?? {};
  const confirms = readings !== undefined || choices.some(({ id }) => id === "yes" || id === "no");
  const selects = choices.some(({ id }) => id === done);
  if (!(confirms || selects) || !isJust(meaning)) return undefined;
  const [intent] = meaning.intents;
  if (!confirms) return intent === "yes" || intent === "enough" ? done : undefined;
  if (intent !== "yes" && intent !== "no") return undefined;
  if (readings && intent === "no") return "neither";
  if (readings) return readings.length === 1 ? "0" : undefined;
  return choices.find(({ id }) => id === intent)?.id;
}

/** None of the readings that were offered was meant. */
export const neither = { kind: "neither" } as const;

/** What picking an offered choice does. */
export function chosen({ readings }: Offer, id: string): Heard {
  if (!readings) return { kind: "input", input: { kind: "choice", id } };
  const reading = readings[Number(id)];
  return reading ? { kind: "open", ...reading } : neither;
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
