import { setTimeout as sleep } from "node:timers/promises";

/** Work that goes on for as long as the program does. */
export type Repetition = { stop(): Promise<void> };

/** The longest pause (ms) after a failure: what is owed should not wait longer once it works again. */
const longestPause = 5_000;

/**
 * Does something again and again, one at a time. After a failure it pauses, longer each time, and not equally long in
 * every process.
 * @param work what to do; it should end soon after the signal
 * @param pause how long to wait after it went well, in ms
 * @param failed told of every failure
 * @param longest the longest pause after a failure, in ms
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
