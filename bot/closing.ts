import { setTimeout as sleep } from "node:timers/promises";

/** What has been begun and must be let go of, the newest first. */
export type Closing = {
  /**
   * @param what it is, for the operator
   * @param close lets go of it
   * @param by how long (ms) after the stop began it is waited for
   */
  add(what: string, close: () => Promise<unknown>, by?: number): void;
  /** Lets go of everything. Never throws, and never takes longer than the longest `by`. */
  all(): Promise<void>;
};

/**
 * By when (ms after a stop began) what is under way must have ended: turns, then what is sent, then requests. Who comes
 * later is left to another process, or to the next start.
 */
export const ends = { turns: 5_000, workers: 5_300, outbox: 7_500, receipts: 8_000, requests: 8_700 };

/** Operators' tools kill what takes longer than ten seconds. */
const last = 9_000;

/**
 * @param log told of what failed, and of what took too long: it is left to other processes, or to the next start
 */
export function createClosing(log: { error(details: object, message: string): void }): Closing {
  const open: { what: string; close: () => Promise<unknown>; by: number }[] = [];
  return {
    add: (what, close, by = last) => void open.push({ what, close, by }),
    async all() {
      const begun = performance.now();
      for (const { what, close, by } of open.splice(0).reverse()) {
        const enough = new AbortController();
        const left = Math.max(0, begun + by - performance.now());
        const late = sleep(left, "late", { signal: enough.signal }).catch(() => undefined);
        const closed = close().then(
          () => undefined,
          (cause: unknown) => log.error({ what, cause }, "something did not close"),
        );
        if ((await Promise.race([closed, late])) === "late")
          log.error({ what, ms: by }, "something was still under way when its time to stop was over");
        enough.abort();
      }
    },
  };
}
