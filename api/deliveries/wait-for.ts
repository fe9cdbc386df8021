import { setTimeout as sleep } from "node:timers/promises";
import type { University } from "../university.ts";

/** How often (ms) is looked while somebody waits: another process may have written. */
const lookEvery = 1_000;

/**
 * Looks for something until it is there, somebody has waited long enough, or has gone. Who writes it rings the bell.
 * @param look what there is now
 * @param isThere whether that is what is waited for
 * @param patience `seconds` to wait at most; `gone` aborts when nobody waits any more
 * @returns what was seen last
 */
export async function waitFor<T>(
  { bell, closing }: Pick<University, "bell" | "closing">,
  look: () => Promise<T>,
  isThere: (seen: T) => boolean,
  { seconds, gone }: { seconds: number; gone: AbortSignal },
): Promise<T> {
  const enough = AbortSignal.any([closing, gone, AbortSignal.timeout(seconds * 1000)]);
  while (true) {
    const round = new AbortController();
    const signal = AbortSignal.any([enough, round.signal]);
    // Listening before looking, so that nothing written in between is missed.
    const rung = bell.heard(signal);
    const seen = await look();
    const over = isThere(seen) || enough.aborted || seconds === 0;
    if (!over) await Promise.race([rung, sleep(lookEvery, undefined, { signal }).catch(() => {})]);
    round.abort();
    if (over) return seen;
  }
}
