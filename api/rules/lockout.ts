/** How often a login failed for an account or a chat, and until when it waits. Times are in ms since 1970. */
export type Failures = { failures: number; lastFailure: number; lockedUntil: number | null };

const minute = 60_000;
/** The first failure that makes wait. */
const patience = 5;
const longestWait = 60 * minute;
/** Failures as old as this are forgotten. */
export const forgottenAfter = 24 * 60 * minute;

/**
 * What stands after one more failure: from the fifth on a wait of 1 minute, then 2, 4 … up to an hour.
 * @param before undefined where nothing has failed yet
 */
export function afterFailure(before: Failures | undefined, now: number): Failures {
  const remembered = before && now - before.lastFailure < forgottenAfter ? before.failures : 0;
  const failures = remembered + 1;
  const wait = failures < patience ? 0 : Math.min(minute * 2 ** (failures - patience), longestWait);
  return { failures, lastFailure: now, lockedUntil: wait > 0 ? now + wait : null };
}

/** How many seconds, rounded up, until the next try is heard; 0 if it is heard now. */
export function secondsToWait(lockedUntil: number | null | undefined, now: number): number {
  return Math.max(0, Math.ceil(((lockedUntil ?? now) - now) / 1000));
}
