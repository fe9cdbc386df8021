import type { Language } from "../contract/shared.ts";

/** The zone of a university that does not say otherwise. */
const usualTimeZone = "Asia/Karachi";

/** `14 January 2027`, as the day is in the zone (an IANA name). @throws {RangeError} if there is no such zone */
export function dayOf(instant: Date, timeZone: string = usualTimeZone): string {
  return format(instant, timeZone, { day: "numeric", month: "long", year: "numeric" });
}

/** `Thursday`, as the day is in the zone. */
export function weekdayOf(instant: Date, timeZone: string = usualTimeZone): string {
  return format(instant, timeZone, { weekday: "long" });
}

/** `09:30`, on a clock in the zone. */
export function timeOf(instant: Date, timeZone: string = usualTimeZone): string {
  return format(instant, timeZone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
}

function format(instant: Date, timeZone: string, parts: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat("en-GB", { ...parts, timeZone }).format(instant);
}

const english = { spring: "Spring", autumn: "Autumn" };
const seasons: Record<Language, typeof english> = {
  en: english,
  ur: { spring: "بہار", autumn: "خزاں" },
  "ur-Latn": english,
};

/** A semester as documents name it: `Spring 2026`. */
export const semesterLabel = (
  { season, year }: { season: "spring" | "autumn"; year: number },
  language: Language = "en",
): string => `${seasons[language][season]} ${year}`;
