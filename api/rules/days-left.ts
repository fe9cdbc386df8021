import { inPakistan } from "../contract/pakistan.ts";

const day = 24 * 60 * 60 * 1000;

/** The day (ISO 8601) that it is in Pakistan at an instant. */
export const dayInPakistan = (at: Date): string => inPakistan(at).toISOString().slice(0, 10);

/**
 * How many days are left until the end of a day in Pakistan.
 * @param dueOn ISO 8601, the last day
 * @returns 0 on the last day itself, null when it is over
 */
export function daysLeft(dueOn: string, now: Date): number | null {
  const left = (Date.parse(dueOn) - Date.parse(dayInPakistan(now))) / day;
  return left < 0 ? null : left;
}
