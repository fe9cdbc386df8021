import { once } from "node:events";
import type { University } from "../university.ts";

/** How often (ms) is looked while somebody waits: another process may have written. */
const lookEvery = 1_000;

/**
 * Looks for something until it is there, somebody has waited long enough, or has gone. Who writes it rings the bell.
 * @param look what there is now
 * @param isThere whether that is what is waited for
 * @param patience `seconds` to wait at most; `gone` aborts when nobody waits any more; `name` is what the bell rings for
 *   one alone who waits for this
 * @returns what was seen last
 */
export async function waitFor<T>(
  { bell, closing }: Pick<University, "bell" | "closing">,
  look: () => Promise<T>,
  isThere: (seen: T) => boolean,
  { seconds, gone, name }: { seconds: number; gone: AbortSignal; name?: string },
): Promise<T> {
  const enough = AbortSignal.any([closing, gone, AbortSignal.timeout(seconds * 1000)]);
  const ended = enough.aborted ? Promise.resolve() : once(enough, "abort");
  while (true) {
    // Listening before looking, so that nothing written in between is missed.
    const ear = bell.listen(name);
    const seen = await look().catch((cause: unknown) => {
      if (ear.stop() && name !== undefined) bell.ring(name);
      throw cause;
    });
    const over = isThere(seen) || enough.aborted || seconds === 0;
    if (!over) await soonest(lookEvery, ear.heard, ended);
    // What was rung for one alone while they found something is another's.
    if (ear.stop() && over && name !== undefined) bell.ring(name);
    if (over) return seen;
  }
}

/** Waits for the first of these, and no longer than so many ms. */
async function soonest(ms: number, ...these: Promise<unknown>[]): Promise<void> {
  const { promise: late, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ms);
  await Promise.race([late, ...these]);
  clearTimeout(timer);
}
