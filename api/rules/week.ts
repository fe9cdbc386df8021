import { dayInPakistan } from "./days-left.ts";

const day = 24 * 60 * 60_000;

/** The Monday of the week in which an instant is, in Pakistan: `2026-11-23`. */
export function weekOf(at: Date): string {
  const today = new Date(dayInPakistan(at));
  const sinceMonday = (today.getUTCDay() + 6) % 7;
  return new Date(today.getTime() - sinceMonday * day).toISOString().slice(0, 10);
}

/** The Monday before, from whenever in a week. */
export const weekBefore = (at: Date): string => weekOf(new Date(at.getTime() - 7 * day));
