import { inPakistan } from "../contract/pakistan.ts";

const minute = 60_000;
const wholeDay = 24 * 60;

/** From and to, in minutes after midnight on Pakistan's clock. */
type Hours = { from: number; to: number };

/**
 * When somebody may be told: now, or when their quiet hours end.
 * @param quiet null where there are none
 */
export function afterQuietHours(at: Date, quiet: Hours | null): Date {
  if (!quiet) return at;
  const clock = inPakistan(at);
  const now = clock.getUTCHours() * 60 + clock.getUTCMinutes();
  const since = (now - quiet.from + wholeDay) % wholeDay;
  const length = (quiet.to - quiet.from + wholeDay) % wholeDay;
  if (since >= length) return at;
  const begun = at.getTime() - (at.getTime() % minute);
  return new Date(begun + (length - since) * minute);
}

/** Reminders come from nine in the morning on: nobody wants one at midnight, quiet hours or not. */
const morning = 9 * 60;

/**
 * When a reminder that is made at `at` is told: at nine in Pakistan if it is made earlier in the day, and else when quiet
 * hours end, be it at seven: what is due today must not come too late.
 */
export function reminderTime(at: Date, quiet: Hours | null): Date {
  return afterQuietHours(afterQuietHours(at, { from: 0, to: morning }), quiet);
}
