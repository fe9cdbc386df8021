import { inPakistan } from "../../../api/contract/pakistan.ts";
import { byPattern } from "./entity.ts";

/** Every month as people write it, January first. */
const months = [
  "jan(?:uary)?|janu?wari|جنوری",
  "feb(?:ruary)?|farwari|فروری",
  "mar(?:ch)?|مارچ",
  "apr(?:il)?|اپریل",
  "may|mai|مئی",
  "june?|جون",
  "jul(?:y|ai)?|جولائی",
  "aug(?:ust)?|agast|اگست",
  "sept?(?:ember)?|sitambar|ستمبر",
  "oct(?:ober)?|aktu?bar|اکتوبر",
  "nov(?:ember)?|nowambar|نومبر",
  "dec(?:ember)?|disambar|دسمبر",
];
const month = `(?<month>${months.join("|")})`;
const ofMonth = months.map((names) => new RegExp(`^(?:${names})$`, "iu"));
const year = "(?:[\\s,]{1,2}(?<year>20\\d{2}))?";
const edge = "(?<![\\p{L}\\p{N}/.-])";
const end = "(?![\\p{L}\\p{N}])";
const days = 24 * 60 * 60 * 1000;

/** `15/6/2026`, `15-06-26`, `2026-06-15`: the day first, as Pakistan writes it. */
export const numericDates = byPattern(
  "date",
  new RegExp(
    `${edge}(?:(?<iso>20\\d{2})-(?<isoMonth>\\d{1,2})-(?<isoDay>\\d{1,2})|(?<day>\\d{1,2})(?<mark>[/.-])(?<month>\\d{1,2})\\k<mark>(?<year>20\\d{2}|\\d{2})|(?<shortDay>\\d{1,2})/(?<shortMonth>\\d{1,2}))(?![\\p{N}/-])`,
    "gu",
  ),
  ({ named: { iso, isoMonth, isoDay, day, month, year = "", shortDay, shortMonth } }, now) => {
    if (shortDay) return nearest(Number(shortDay), Number(shortMonth), now);
    const full = iso ?? (year.length === 2 ? `20${year}` : year);
    return written(Number(full), Number(isoMonth ?? month), Number(isoDay ?? day));
  },
);

/** "15 June", "June 15th, 2026", "۱۵ جون": without a year, the one that is nearest. */
export const spokenDates = byPattern(
  "date",
  new RegExp(
    `${edge}(?<day>\\d{1,2})\\s?(?:st|nd|rd|th)?\\s*(?:of\\s+)?${month}${year}${end}|${edge}${month.replace("month", "monthFirst")}\\s*(?<dayLast>\\d{1,2})(?:st|nd|rd|th)?${year.replace("year", "yearLast")}${end}`,
    "giu",
  ),
  ({ named: { day, month, year, dayLast, monthFirst, yearLast } }, now) => {
    const at = ofMonth.findIndex((names) => names.test(month ?? monthFirst ?? "")) + 1;
    const full = year ?? yearLast;
    const which = Number(day ?? dayLast);
    return full ? written(Number(full), at, which) : nearest(which, at, now);
  },
);

/** "today", "kal", "پرسوں", in Pakistan. Of the two days that *kal* may mean, and the two of *parson*, the coming one. */
export const relativeDates = byPattern(
  "date",
  /(?<![\p{L}\p{N}])(?:(?<today>today|tonight|aa?j|آج)|(?<yesterday>yesterday|guzi?shta kal|گزشتہ کل)|(?<tomorrow>tomorrow|tomm?orr?ow|tmrw?|kal|کل)|(?<after>day after tomorrow|parson|parso|پرسوں))(?![\p{L}\p{N}])/giu,
  ({ named: { today, yesterday, tomorrow } }, now) => {
    const away = today ? 0 : yesterday ? -1 : tomorrow ? 1 : 2;
    return dayOf(new Date(inPakistan(now).getTime() + away * days));
  },
);

const dayOf = (date: Date): string => date.toISOString().slice(0, 10);

/** A day of the calendar, or undefined for the 31st of June. */
function written(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? dayOf(date) : undefined;
}

/** A day without its year, in the year that brings it nearest. */
function nearest(day: number, month: number, now: Date): string | undefined {
  const today = inPakistan(now);
  const away = (date: string): number => Math.abs(Date.parse(date) - today.getTime());
  return [-1, 0, 1]
    .flatMap((years) => written(today.getUTCFullYear() + years, month, day) ?? [])
    .sort((a, b) => away(a) - away(b))[0];
}
