import type { WorkingSpan } from "../../api/contract/requests.ts";
import type { Markup } from "../engine/markup.ts";
import { clock } from "../understanding/quiet-hours.ts";
import type { Translate } from "./words.ts";

/** Days one after another that have the same hours. */
type Days = { first: number; last: number; hours: string };

/** An ordinary week as it stands on a door, a line for days alike: "🕘 Monday–Thursday: 09:00–17:00". @param week in order */
export const weekLines = (t: Translate, week: readonly WorkingSpan[]): Markup[] =>
  daysOf(week).map(({ first, last, hours }) =>
    first === last
      ? t("week-day", { day: dayName(t, first), hours })
      : t("week-days", { first: dayName(t, first), last: dayName(t, last), hours }),
  );

function daysOf(week: readonly WorkingSpan[]): Days[] {
  const hoursOn = new Map<number, string[]>();
  for (const { weekday, from, to } of week)
    hoursOn.set(weekday, [...(hoursOn.get(weekday) ?? []), `${clock(from)}–${clock(to)}`]);
  const days: Days[] = [];
  for (const [day, spans] of hoursOn) {
    const hours = spans.join(", ");
    const before = days.at(-1);
    if (before?.last === day - 1 && before.hours === hours) before.last = day;
    else days.push({ first: day, last: day, hours });
  }
  return days;
}

const weekdays = [0, 1, 2, 3, 4, 5, 6] as const;

/** @param day 1 is Monday, 7 Sunday */
const dayName = (t: Translate, day: number): Markup => t(`weekday-${weekdays[day % 7] ?? 0}`);
