import { setTimeout as sleep } from "node:timers/promises";

/** Sends no faster than a person writes, one message at a time: a number that hurries is banned. */
export type Pace = {
  /** Resolves when the next message may go. @throws once stopped */
  turn(): Promise<void>;
  stop(): void;
};

/**
 * @param between ms from one message to the next, on average: each gap is between half and one and a half of it
 * @param random between 0 and 1
 */
export function createPace(between: number, random: () => number = Math.random): Pace {
  const stopped = new AbortController();
  let last: Promise<void> = Promise.resolve();
  let free = 0;
  return {
    turn() {
      const mine = last.then(async () => {
        stopped.signal.throwIfAborted();
        const wait = free - performance.now();
        if (wait > 0) await sleep(wait, undefined, { signal: stopped.signal });
        free = performance.now() + between * (0.5 + random());
      });
      last = mine.catch(() => {});
      return mine;
    },
    stop: () => stopped.abort(),
  };
}
