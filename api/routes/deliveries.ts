import { setTimeout as sleep } from "node:timers/promises";
import { lease, report } from "../deliveries/lease.ts";
import { recordReachable, recordReceipts } from "../deliveries/receipts.ts";
import type { Serve } from "../plugins/served.ts";
import type { University } from "../university.ts";

/** How often (ms) the table is looked at while somebody waits: another process may have written to it. */
const pollEvery = 1_000;

/** What is owed to chats, for those who send it. */
export function deliveryRoutes(serve: Serve, university: University): void {
  const { bell, closing } = university;

  serve("leaseDeliveries", async ({ body: { channels, limit, wait }, gone }) => {
    const enough = AbortSignal.any([closing, gone(), AbortSignal.timeout(wait * 1000)]);
    while (true) {
      const round = new AbortController();
      const signal = AbortSignal.any([enough, round.signal]);
      // Listening before looking, so that nothing written in between is missed.
      const rung = bell.heard(signal);
      const deliveries = await lease(university, channels, limit);
      const over = deliveries.length > 0 || enough.aborted || wait === 0;
      if (!over) await Promise.race([rung, sleep(pollEvery, undefined, { signal }).catch(() => {})]);
      round.abort();
      if (over) return { deliveries };
    }
  });

  serve("reportDeliveries", async ({ body }) => {
    await report(university, body.outcomes);
    return { done: true };
  });

  serve("reportReceipts", async ({ body: { receipts } }) => {
    await recordReceipts(university, receipts);
    return { done: true };
  });

  serve("reportReachable", async ({ body: { reachable, ...address } }) => {
    await recordReachable(university, address, reachable);
    return { done: true };
  });
}
