import { z } from "zod";
import { inPakistan } from "../../api/contract/pakistan.ts";
import { numericDates, relativeDates, spokenDates } from "./entities/dates.ts";
import { unified } from "./letters.ts";

const aDay = 24 * 60 * 60 * 1000;
/** A day that is named without its year is not meant to be so many days away: it is over. */
const farthest = 300;

/** The days of the week as they are written, Sunday first. *Hafta* is a week as well: "agle hafte" is no Saturday. */
const weekdays = [
  "sun(?:day)?|itwaa?r|اتوار",
  "mon(?:day)?|peer|pir|somwar|پیر|سوموار",
  "tue(?:s(?:day)?)?|mangal|منگل",
  "wed(?:nesday)?|budh|بدھ",
  "thu(?:rs(?:day)?)?|jumm?era+t|جمعرات",
  "fri(?:day)?|jumm?ah?|jumm?ay|جمعہ|جمعے",
  "sat(?:urday)?|(?<!(?:agle|next|اگلے)\\s)(?:hafta|hafte|ہفتہ|ہفتے)",
];
const ofWeekday = weekdays.map((names) => new RegExp(`^(?:${names})$`, "iu"));
const weekday = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:next|coming|this|agle|is|اگلے|اس)\\s+)?(?<day>${weekdays.join("|")})(?![\\p{L}\\p{N}])`,
  "iu",
);

/** The first day that a line names that is to come or is today, and where it stands. @param line as {@link unified} makes it */
export function dayIn(line: string, now: Date): { value: string; start: number; end: number } | undefined {
  for (const find of [numericDates, spokenDates, relativeDates]) {
    const [found] = find(line, now);
    if (!found) continue;
    const { start, end } = found;
    const value = withYear(found.value, line.slice(start, end), now);
    return value === undefined ? undefined : { value, start, end };
  }
  const [whole, name = ""] = weekday.exec(line) ?? [];
  if (whole === undefined) return undefined;
  const start = line.indexOf(whole);
  const which = ofWeekday.findIndex((names) => names.test(name));
  const today = inPakistan(now);
  // Who means today says so.
  const away = (which - today.getUTCDay() + 7) % 7 || 7;
  return { value: dayOf(today.getTime() + away * aDay), start, end: start + whole.length };
}

/** "1 june" is the one to come; "1 november", at the end of that month, is over. */
function withYear(value: string, written: string, now: Date): string | undefined {
  const today = dayOf(inPakistan(now).getTime());
  if (value >= today || /\d{4}|\d[/.-]\d+[/.-]\d/.test(written) || !/\d/.test(written)) return value;
  const next = `${Number(value.slice(0, 4)) + 1}${value.slice(4)}`;
  return Date.parse(next) - Date.parse(today) > farthest * aDay ? undefined : next;
}

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** Reads a day ("2026-12-05", "5 december", "kal", "پیر") into a date. */
export const WrittenDay = z
  .string()
  .max(60)
  .transform((written, context) => {
    const line = unified(written.normalize("NFKC")).trim();
    const day = dayIn(line, new Date());
    const isAll = day?.start === 0 && /^(?:\s+(?:ko|کو))?[.۔!]?$/iu.test(line.slice(day.end));
    if (day && isAll) return day.value;
    context.addIssue({ code: "custom", message: "A day looks like 2026-12-05" });
    return z.NEVER;
  });
