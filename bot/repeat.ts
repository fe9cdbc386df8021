import { setTimeout as sleep } from "node:timers/promises";

/** Work that goes on for as long as the program does. */
export type Repetition = { stop(): Promise<void> };

/** So long (ms) is left alone at most what fails: what is owed should not wait longer when it works again. */
const longestPause = 5_000;

/**
 * Does something again and again, one at a time. When it fails it is left alone for a growing while, which is not the same
 * in every process.
 * @param work what to do; it should end soon after the signal
 * @param pause how long to wait after it went well, in ms
 * @param failed told of every failure
 * @param longest so long (ms) at most it is left alone when it fails
 */
export function repeat(
  work: (signal: AbortSignal) => Promise<void>,
  pause: number,
  failed: (cause: unknown) => void,
  longest = longestPause,
): Repetition {
  const stopped = new AbortController();
  const { signal } = stopped;
  const running = (async () => {
    for (let failures = 0; !signal.aborted; ) {
      try {
        await work(signal);
        failures = 0;
      } catch (cause) {
        if (signal.aborted) break;
        failed(cause);
        failures++;
      }
      const ms = failures === 0 ? pause : Math.min(500 * 2 ** failures, longest) * (0.5 + Math.random() / 2);
      await sleep(ms, undefined, { signal }).catch(() => {});
    }
  })();
  return {
    stop() {
      stopped.abort();
      return running;
    },
  };
}
