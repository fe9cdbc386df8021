import type { z } from "zod";
import { asciiDigits } from "../contract/digits.ts";

/** A cell that cannot be right. The message says what it should be; it never repeats the cell, which may be personal. */
export class BadCell extends Error {
  override readonly name = "BadCell";
}

/** Reads a cell that is not empty into what is staged. @throws {BadCell} */
export type Read = (cell: string) => string;

/** What a schema of the contract reads. */
export const written =
  (schema: z.ZodType<string>): Read =>
  (cell) => {
    const read = schema.safeParse(cell);
    if (read.success) return read.data;
    throw new BadCell(read.error.issues[0]?.message ?? "is not right");
  };

/** What has no letter: control characters, and what turns the order of letters round (U+202A to U+202E). */
const unwritten = /(?!\n)[\p{Cc}\u202a-\u202e]/gu;

function bounded(tidy: string, longest: number): string {
  if (tidy.length > longest) throw new BadCell(`is longer than ${longest} characters`);
  if (tidy === "") throw new BadCell("is empty");
  return tidy;
}

/** Any text, in one spelling of its letters, up to so many characters. */
export const text =
  (longest: number): Read =>
  (cell) => {
    const tidy = cell.normalize("NFC").replace(/\s+/g, " ").replace(unwritten, "").trim();
    return bounded(tidy, longest);
  };

/** The same with its paragraphs. */
export const paragraphs =
  (longest: number): Read =>
  (cell) => {
    const tidy = cell
      .normalize("NFC")
      .replace(/\r\n?/g, "\n")
      .replace(/[^\S\n]+/g, " ")
      .replace(unwritten, "")
      .replace(/ ?\n ?/g, "\n")
      .replace(/\n{3,}/g, "\n\n")
      .trim();
    return bounded(tidy, longest);
  };

/** A code of the university's: programmes, offices, tutors. */
export const code: Read = (cell) => {
  const tidy = asciiDigits(cell.normalize("NFKC")).trim();
  if (!/^[\p{L}\p{N}][\p{L}\p{N}\p{M} .&()/-]{0,79}$/u.test(tidy))
    throw new BadCell("is not a code or a name");
  return tidy;
};

/** A code by which lines find what is known, in capitals. */
export const capitalCode: Read = (cell) => code(cell).toUpperCase();

/** A telephone number of an office, which is no mobile: as it is written, in Latin digits. */
export const telephone: Read = (cell) => {
  const tidy = asciiDigits(cell.normalize("NFKC")).replace(/\s+/g, " ").trim();
  if (!/^\+?[\d(][\d ()/-]{4,23}$/.test(tidy))
    throw new BadCell("is not a telephone number; one looks like 051 9250100");
  return tidy;
};

/** A course's code: digits, with letters where a university has them. */
export const courseCode: Read = (cell) => {
  const tidy = asciiDigits(cell.normalize("NFKC")).replace(/\s/g, "").toUpperCase();
  if (!/^[A-Z]{0,5}-?\d{3,5}[A-Z]?$/.test(tidy))
    throw new BadCell("is not a course code; one looks like 8601");
  return tidy;
};

/** A whole number within bounds. */
export const whole =
  (least: number, most: number): Read =>
  (cell) => {
    const number = Number(asciiDigits(cell.normalize("NFKC")).trim());
    if (!Number.isInteger(number) || number < least || number > most)
      throw new BadCell(`is not a whole number from ${least} to ${most}`);
    return String(number);
  };

/** A number with at most two decimals within bounds; ۶۷٫۵ and 67,5 are 67.5. */
export const decimal =
  (most: number): Read =>
  (cell) => {
    const ascii = asciiDigits(cell.normalize("NFKC")).trim().replace(/[٫,]/, ".");
    if (!/^\d{1,3}(?:\.\d{1,2}0*)?$/.test(ascii) || Number(ascii) > most)
      throw new BadCell(`is not a number from 0 to ${most} with at most two decimals`);
    return ascii;
  };

/** A latitude or longitude in degrees. */
export const coordinate =
  (most: number): Read =>
  (cell) => {
    const ascii = asciiDigits(cell.normalize("NFKC")).trim().replace("٫", ".");
    if (!/^-?\d{1,3}(?:\.\d{1,15})?$/.test(ascii) || Math.abs(Number(ascii)) > most)
      throw new BadCell(`is not a number of degrees from -${most} to ${most}; one looks like 31.52040`);
    return Number(ascii).toFixed(5);
  };

/** A letter grade: `A+`. */
export const grade: Read = (cell) => {
  const tidy = cell.normalize("NFKC").trim().toUpperCase();
  if (!/^[A-Z][A-Z+-]{0,3}$/.test(tidy)) throw new BadCell("is not a grade; one looks like A+");
  return tidy;
};

const seasons = new Map([
  ...["spring", "spr", "s", "بہار"].map((name) => [name, "spring"] as const),
  ...["autumn", "aut", "a", "fall", "f", "خزاں"].map((name) => [name, "autumn"] as const),
]);

/** A semester, in whatever order: `2026-spring`, `Spring 2026`, `Fall-26`, `بہار ۲۰۲۶`. */
export const semester: Read = (cell) => {
  const tidy = asciiDigits(cell.normalize("NFKC")).toLowerCase();
  const season = seasons.get(/[\p{L}\p{M}]+/u.exec(tidy)?.[0] ?? "");
  const year = /\d+/.exec(tidy)?.[0] ?? "";
  if (!season || !/^(?:20)?\d{2}$/.test(year))
    throw new BadCell("is not a semester; one looks like 2026-spring or Autumn 2026");
  return `${year.padStart(4, "20")}-${season}`;
};

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** A day: `15/06/2026` (the day first, also with - or .), `2026-06-15`, or `15-Jun-26`. */
export const date: Read = (cell) => {
  const tidy = asciiDigits(cell.normalize("NFKC")).trim().toLowerCase();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[t ]0?0:00(?::00)?(?:\.0+)?)?$/.exec(tidy);
  const dayFirst = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?: 0?0:00(?::00)?)?$/.exec(tidy);
  const named = /^(\d{1,2})[ -]([a-z]{3,9})\.?,?[ -](\d{4}|\d{2})$/.exec(tidy);
  const [year, month, day] = iso
    ? [iso[1], Number(iso[2]), Number(iso[3])]
    : dayFirst
      ? [dayFirst[3], Number(dayFirst[2]), Number(dayFirst[1])]
      : named
        ? [named[3], months.indexOf((named[2] ?? "").slice(0, 3)) + 1, Number(named[1])]
        : ["", 0, 0];
  const full = String(year).padStart(4, "20");
  const read = new Date(Date.UTC(Number(full), month - 1, day));
  // A day that a month does not have would be one of the next.
  if (!year || Number.isNaN(read.getTime()) || read.getUTCDate() !== day || read.getUTCMonth() !== month - 1)
    throw new BadCell("is not a date; one looks like 15/06/2026, 2026-06-15 or 15-Jun-26");
  return read.toISOString().slice(0, 10);
};

/** A time of day: `09:00`, `9:00 AM`, `0900`, `14.30`. */
export const time: Read = (cell) => {
  const tidy = asciiDigits(cell.normalize("NFKC")).trim().toLowerCase();
  const found = /^(\d{1,2})(?:[:.]?(\d{2}))(?::\d{2})?\s*([ap])?\.?(?:m\.?)?$/.exec(tidy);
  const [, hours = "", minutes = "", half] = found ?? [];
  const twelve = Number(hours);
  const hour = half ? (twelve % 12) + (half === "p" ? 12 : 0) : twelve;
  if (!found || hour > 23 || Number(minutes) > 59 || (half && (twelve < 1 || twelve > 12)))
    throw new BadCell("is not a time of day; one looks like 09:00 or 2:30 PM");
  return `${String(hour).padStart(2, "0")}:${minutes}`;
};

const dateAndTime = /^(.*?)[\st,]+(\d{1,2}[:.]\d{2}.*)$/i;

/** An instant on Pakistan's clock, `15/06/2026 09:00`; where only a day is written, it is so many days after its first. */
const momentAfter =
  (days: number): Read =>
  (cell) => {
    const [, day, clock] = dateAndTime.exec(asciiDigits(cell.normalize("NFKC")).trim()) ?? [];
    // Excel writes a day as its midnight.
    if (day && clock && !/^0?0:00(?::00)?$/.test(clock)) return `${date(day)} ${time(clock)}`;
    const first = new Date(`${date(day && clock ? day : cell)}T00:00:00Z`);
    first.setUTCDate(first.getUTCDate() + days);
    return `${first.toISOString().slice(0, 10)} 00:00`;
  };

/** When something begins: a day alone is its first instant. */
export const beginning = momentAfter(0);

/** When something is over: a day alone belongs to it, so that it is over with the first instant of the next. */
export const ending = momentAfter(1);

/** One of a few words, each in the ways in which files say it. */
export const oneOf =
  (words: Record<string, string[]>): Read =>
  (cell) => {
    const tidy = cell.normalize("NFKC").trim().toLowerCase();
    const found = Object.entries(words).find(([word, ways]) => word === tidy || ways.includes(tidy));
    if (found) return found[0];
    throw new BadCell(`is none of ${Object.keys(words).join(", ")}`);
  };
