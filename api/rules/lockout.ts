/** How often a login failed for an account or a chat, and until when it waits. Times are in ms since 1970. */
export type Failures = { failures: number; lastFailure: number; lockedUntil: number | null };

const minute = 60_000;
/** The first failure that makes wait. */
const patience = 5;
const longestWait = 60 * minute;
/** Failures as old as this are forgotten. */
const forgottenAfter = 24 * 60 * minute;

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

/** So long (ms) may pass until every guess that made nobody wait would have cost the longest wait. */
const quiet = (patience - 1) * longestWait;

/**
 * How many of a chat's failures stand after somebody has logged in there. Forgiven is what failed at that account; guesses
 * at others stand, or one's own password between them would make them free. When nothing has failed for long all are
 * forgotten: a phone that many share is not held for what each got wrong on another day.
 * @param atAccount how often it failed for the account
 */
export function afterSuccess(
  { failures, lastFailure }: Pick<Failures, "failures" | "lastFailure">,
  atAccount: number,
  now: number,
): number {
  return now - lastFailure >= quiet ? 0 : Math.max(0, failures - atAccount);
}

/** How many seconds, rounded up, until the next try is heard; 0 if it is heard now. */
export function secondsToWait(lockedUntil: number | null | undefined, now: number): number {
  return Math.max(0, Math.ceil(((lockedUntil ?? now) - now) / 1000));
}
