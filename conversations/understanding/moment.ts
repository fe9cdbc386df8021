import { z } from "zod";
import { inPakistan } from "../../api/contract/pakistan.ts";
import { dayIn } from "./day.ts";
import { unified } from "./letters.ts";
import { partOfDay } from "./part-of-day.ts";
import { wordsIn, wordsOf } from "./word-sets.ts";

/** The time of a day that is named without one, in minutes after midnight. */
const morning = 9 * 60;
const minutesOfADay = 24 * 60;

/**
 * Reads a day and a time on Pakistan's clock that is yet to come ("2026-12-05 09:00", "1 dec 9am", "kal subah 9",
 * "کل صبح ۹ بجے") into an instant. A day alone is its morning, a time alone is the next one.
 */
export const WrittenMoment = z
  .string()
  .max(60)
  .transform((written, context) => {
    const now = new Date();
    const at = momentIn(written, now);
    if (at && at > now) return at.toISOString();
    context.addIssue({ code: "custom", message: "A moment looks like 2026-12-05 09:00" });
    return z.NEVER;
  });

/** The moment that a text is, and nothing else; one that is doubtful ("kal 5 baje": by which half of the day?) is none. */
export function momentIn(written: string, now: Date): Date | undefined {
  const line = unified(written.normalize("NFKC")).toLowerCase();
  const day = dayIn(line, now);
  const rest = day ? `${line.slice(0, day.start)} ${line.slice(day.end)}` : line;
  const minutes = minutesIn(rest, day !== undefined);
  if (minutes === undefined) return undefined;
  if (day) return onClock(day.value, minutes);
  const today = onClock(inPakistan(now).toISOString().slice(0, 10), minutes);
  return today > now ? today : new Date(today.getTime() + minutesOfADay * 60_000);
}

const onClock = (day: string, minutes: number): Date =>
  new Date(Date.parse(`${day}T00:00:00+05:00`) + minutes * 60_000);

/** What may stand around a day and a time. */
const around = wordsOf(
  "at on by o clock oclock baje bajay bajey bje ko ke kay k ka time waqt the in of par tareekh بجے کو کے کا پر وقت تاریخ",
);

/** Minutes after midnight: on a clock of 24 hours where minutes are written, else by the part of the day beside it. */
function minutesIn(rest: string, hasDay: boolean): number | undefined {
  const text = rest.replace(/\b([ap])\.m\b\.?/g, "$1m").replace(/(\d)\s*([ap]m)\b/g, "$1 $2");
  const [time, ...others] = text.matchAll(/(?<!\d)(\d{1,2})(?:\s?[:.]\s?(\d{2}))?(?!\d)/g);
  const words = wordsIn(text.replace(time?.[0] ?? "", " ")).filter((word) => word && !around.has(word));
  const parts = words.flatMap((word) => partOfDay(word) ?? []);
  if (others.length > 0 || parts.length < words.length) return undefined;
  const [part] = parts;
  if (!time) return part ? part.usual : hasDay ? morning : undefined;
  const [, digits = "", more] = time;
  const [hours, minutes] = [Number(digits), Number(more ?? 0)];
  const isTold = part !== undefined || more !== undefined || hours > 12;
  if (hours > 23 || minutes > 59 || !isTold) return undefined;
  const either = new Set((hours > 12 ? [] : parts).map(({ hour }) => hour(hours)));
  if (either.size > 1) return undefined;
  const [hour = hours] = either;
  return hour * 60 + minutes;
}
