import { describe, expect, test } from "vitest";
import { afterFailure, afterSuccess, type Failures, secondsToWait } from "../../api/rules/lockout.ts";

const minute = 60_000;
const day = 24 * 60 * minute;
/** Long after 1970, as clocks are. */
const start = Date.parse("2026-11-23T09:00:00Z");

function failing(times: number, at = start): Failures | undefined {
  let state: Failures | undefined;
  for (let failure = 0; failure < times; failure++) state = afterFailure(state, at);
  return state;
}

describe("the wait after failed logins", () => {
  test.each([
    [1, 0],
    [4, 0],
    [5, 1],
    [6, 2],
    [7, 4],
    [8, 8],
    [9, 16],
    [10, 32],
    [11, 60],
    [12, 60],
    [2000, 60],
  ])("after %i failures is %i minutes", (failures, minutes) => {
    expect(secondsToWait(failing(failures)?.lockedUntil, start)).toBe(minutes * 60);
  });

  test("shrinks with the clock, is rounded up, and ends", () => {
    const { lockedUntil } = failing(5) as Failures;
    const waits = [1, minute - 1, minute, minute + 1].map((passed) =>
      secondsToWait(lockedUntil, start + passed),
    );
    expect(waits).toEqual([60, 1, 0, 0]);
  });

  test("is forgotten when nothing failed for a day", () => {
    const before = failing(10);
    expect(afterFailure(before, start + day - 1).failures).toBe(11);
    const now = start + day;
    expect(afterFailure(before, now)).toEqual({ failures: 1, lastFailure: now, lockedUntil: null });
  });

  test.each([
    ["what failed at the same account", 4, 3, 0, 1],
    ["no more than there is", 2, 4, 0, 0],
    ["nothing of what failed at others", 4, 0, 4 * 60 * minute - 1, 4],
    ["all when nothing has failed for four hours", 4, 0, 4 * 60 * minute, 0],
  ])("in a chat: a success forgives %s", (_, failures, atAccount, passed, left) => {
    expect(afterSuccess({ failures, lastFailure: start }, atAccount, start + passed)).toBe(left);
  });

  test("does not hold who never failed", () => {
    expect(secondsToWait(undefined, 0)).toBe(0);
    expect(secondsToWait(null, 5)).toBe(0);
  });
});
