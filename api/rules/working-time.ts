import { inPakistan } from "../contract/pakistan.ts";

const minute = 60_000;
const day = 24 * 60 * minute;

/** When an office answers. Minutes are after midnight on Pakistan's clock; weekday 1 is Monday. */
export type WorkingCalendar = {
  hours: readonly { weekday: number; opensAt: number; closesAt: number }[];
  /** Days like `2026-12-25` on which it is closed. */
  holidays: ReadonlySet<string>;
};

/** A calendar that leads nowhere for so many days is as good as none. */
const mostDays = 60;

type Span = { from: number; to: number };

/** The spans of working time from an instant on, in ms since 1970, day by day. */
function* spansFrom({ hours, holidays }: WorkingCalendar, at: Date): Generator<Span> {
  const clock = inPakistan(at);
  const ahead = clock.getTime() - at.getTime();
  const midnight = clock.getTime() - (clock.getTime() % day) - ahead;
  for (let passed = 0; passed < mostDays; passed++) {
    const begins = midnight + passed * day;
    const date = new Date(begins + ahead);
    if (holidays.has(date.toISOString().slice(0, 10))) continue;
    const weekday = date.getUTCDay() === 0 ? 7 : date.getUTCDay();
    const today = hours.filter((one) => one.weekday === weekday).sort((a, b) => a.opensAt - b.opensAt);
    for (const { opensAt, closesAt } of today) {
      const span = {
        from: Math.max(at.getTime(), begins + opensAt * minute),
        to: begins + closesAt * minute,
      };
      if (span.to > span.from) yield span;
    }
  }
}

/**
 * When so much working time has passed. An office without hours works round the clock.
 * @param minutes of working time
 */
export function afterWorkingTime(calendar: WorkingCalendar, from: Date, minutes: number): Date {
  let left = minutes * minute;
  for (const span of spansFrom(calendar, from)) {
    if (span.to - span.from >= left) return new Date(span.from + left);
    left -= span.to - span.from;
  }
  return new Date(from.getTime() + minutes * minute);
}

/** When the office answers next: now, if it is open; null where nobody knows. */
export function nextOpening(calendar: WorkingCalendar, at: Date): Date | null {
  if (calendar.hours.length === 0) return at;
  const { value } = spansFrom(calendar, at).next();
  return value ? new Date(value.from) : null;
}
