const hour = 60 * 60 * 1000;
const day = 24 * hour;
/** Pakistan is five hours ahead of UTC all year. */
const ahead = 5 * hour;

/** The day (ISO 8601) that it is in Pakistan at an instant. */
export const dayInPakistan = (at: Date): string => new Date(at.getTime() + ahead).toISOString().slice(0, 10);

/**
 * How many days are left until the end of a day in Pakistan.
 * @param dueOn ISO 8601, the last day
 * @returns 0 on the last day itself, null when it is over
 */
export function daysLeft(dueOn: string, now: Date): number | null {
  const left = (Date.parse(dueOn) - Date.parse(dayInPakistan(now))) / day;
  return left < 0 ? null : left;
}
