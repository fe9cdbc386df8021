import { z } from "zod";
import { asciiDigits } from "../../api/contract/digits.ts";
import { partOfDay } from "./part-of-day.ts";
import { wordsIn, wordsOf } from "./word-sets.ts";

/**
 * Reads two times of the day as people write them ("22-7", "raat 10 baje se subah 7 baje tak", "۲۲ سے ۷") into
 * `22:00–07:00`. Where they would last most of a day, and half a day less if *10* is ten at night, nothing is guessed.
 */
export const WrittenQuietHours = z
  .string()
  .max(100)
  .transform((written, context) => {
    const times = timesIn(written);
    const [from, to] = times.map(timeOf);
    if (times.length === 2 && from && to && from.at !== to.at && !isDoubtful(from, to))
      return `${clock(from.at)}–${clock(to.at)}`;
    context.addIssue({ code: "custom", message: "Quiet hours look like 10 pm to 7 am" });
    return z.NEVER;
  });

/** A time as it is written, with the words that stand with it. */
type Written = { hours: number; minutes: number; words: string[] };
/** Minutes after midnight, and whether it may as well be half a day later. */
type Time = { at: number; isEither: boolean };

const day = 24 * 60;
/** So many minutes are a long night. */
const longest = 14 * 60;

/** What stands between two times. */
const until = wordsOf("to till until and se sy say سے تا");

/** The times in a text. Of the words between two, those up to *to* belong to the first. */
function timesIn(written: string): Written[] {
  const text = asciiDigits(written.normalize("NFKC"))
    .toLowerCase()
    .replace(/\p{Pd}/gu, " to ")
    .replace(/\b([ap])\.m\b/g, "$1m");
  const found = [...text.matchAll(/(\d{1,2})(?:[:.](\d{2}))?/g)];
  const [before = [], middle = [], after = []] = text.split(/\d{1,2}(?:[:.]\d{2})?/).map(wordsIn);
  const to = middle.findIndex((word) => until.has(word));
  // "10 raat, 7 subah" goes on as it began: with the word behind the time, or before it.
  const cut = to >= 0 ? to : before.some((word) => partOfDay(word)) ? 0 : middle.length;
  const words = [
    [...before, ...middle.slice(0, cut)],
    [...middle.slice(cut), ...after],
  ];
  return found.map(([, hours, minutes], at) => ({
    ...{ hours: Number(hours), minutes: Number(minutes ?? 0), words: words[at] ?? [] },
  }));
}

function timeOf({ hours, minutes, words }: Written): Time | undefined {
  const hourOf = words.map((word) => partOfDay(word)?.hour).find((part) => part !== undefined);
  const isHalf = words.includes("am") || words.includes("pm");
  if (hours > (isHalf ? 12 : 24) || minutes > 59) return undefined;
  const isEither = hours >= 1 && hours <= 12 && hourOf === undefined;
  const hour = hourOf && hours <= 12 ? hourOf(hours) : hours % 24;
  return { at: hour * 60 + minutes, isEither };
}

const isDoubtful = (from: Time, to: Time): boolean =>
  (from.isEither || to.isEither) && (to.at - from.at + day) % day > longest;

/** Minutes after midnight as a clock shows them: `06:30`. */
export const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
