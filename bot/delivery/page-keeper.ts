import { setTimeout as sleep } from "node:timers/promises";
import { type LeasedPage, pageLease } from "../../api/contract/broadcasts.ts";
import type { Api } from "../../api/contract/client.ts";

/** How often (ms) results are reported: what was sent since is sent again if this process is killed. */
const tellEvery = 100;
/** With this many results, as many as a page has, the report is made at once. */
const tellAt = 1_000;
/** How often (ms) the lease is renewed while there is nothing to report. */
const renewEvery = pageLease / 4;
/** How long (ms) until a report that did not get through is made again. */
const retryAfter = 200;
/** How long (ms) after the last report that got through the page counts as ours: less than the API's lease. */
const ours = pageLease - 500;

/** A page of recipients in our hands. */
export type PageKeeper = {
  /** @param messageId what the messenger calls the message, where receipts of it will come */
  sent(place: number, messageId?: string): void;
  failed(place: number, why: string): void;
  /** Whether another message may go at once. */
  isClear(): boolean;
  /**
   * Waits while too many are untold, or while the API is silent for so long that the page may be another's.
   * @returns whether another message may go: not once the page is another's, or the broadcast is paused or cancelled
   */
  mayGo(): Promise<boolean>;
  /**
   * Asks, for as long as it takes, who of those next has said stop or gone since the page was taken.
   * @returns their places
   */
  leftOut(places: readonly number[]): Promise<ReadonlySet<number>>;
  /** Tells the rest and gives the page back; gives up where nobody hears it and the signal is aborted. */
  finish(): Promise<void>;
};

/**
 * Keeps a page's lease alive, and tells the API what became of its recipients for as long as it takes: a report that
 * fails is made again, because its recipients would otherwise be written to twice.
 */
export function keepPage(
  api: Pick<Api, "reportBroadcastPage" | "leaveOutOfBroadcastPage">,
  page: Pick<LeasedPage, "id" | "lease">,
  signal: AbortSignal,
): PageKeeper {
  let sent: number[] = [];
  let messages: [number, string][] = [];
  let failed: [number, string][] = [];
  let goesOn = true;
  let heardAt = performance.now();
  let finishing = false;
  let enough = Promise.withResolvers<void>();
  let told = Promise.withResolvers<void>();
  const untold = () => sent.length + failed.length;
  const isClear = () => goesOn && !signal.aborted && untold() < tellAt && performance.now() - heardAt < ours;
  const add = () => {
    if (untold() >= tellAt) enough.resolve();
  };

  async function tell(release = false): Promise<void> {
    const body = { lease: page.lease, sent, messages, failed, release };
    [sent, messages, failed] = [[], [], []];
    for (;;) {
      try {
        const askedAt = performance.now();
        const { go } = await api.reportBroadcastPage({ params: { id: page.id }, body });
        goesOn &&= go;
        heardAt = askedAt;
        break;
      } catch (cause) {
        if (signal.aborted) throw cause;
        await sleep(retryAfter, undefined, { signal }).catch(() => {});
      }
    }
    told.resolve();
    told = Promise.withResolvers();
  }

  const telling = (async () => {
    while (!finishing) {
      await Promise.race([enough.promise, sleep(tellEvery)]);
      enough = Promise.withResolvers();
      if (untold() > 0 || performance.now() - heardAt >= renewEvery) await tell();
    }
  })();
  // Whoever waits for it hears of a failure in `finish`.
  telling.catch(() => {});

  return {
    sent(place, messageId) {
      sent.push(place);
      if (messageId !== undefined) messages.push([place, messageId]);
      add();
    },
    failed(place, why) {
      failed.push([place, why]);
      add();
    },
    isClear,
    async mayGo() {
      while (goesOn && !signal.aborted && !isClear()) await Promise.race([told.promise, sleep(tellEvery)]);
      return goesOn && !signal.aborted;
    },
    async leftOut(places) {
      const body = { lease: page.lease, places: [...places] };
      while (goesOn && !signal.aborted)
        try {
          const { leftOut } = await api.leaveOutOfBroadcastPage({ params: { id: page.id }, body });
          return new Set(leftOut);
        } catch {
          await sleep(retryAfter, undefined, { signal }).catch(() => {});
        }
      return new Set();
    },
    async finish() {
      finishing = true;
      enough.resolve();
      await telling;
      // Of a page that does not go on nothing is left to be given back.
      if (goesOn || untold() > 0) await tell(true);
    },
  };
}
