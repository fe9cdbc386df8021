import { setTimeout as sleep } from "node:timers/promises";
import { pageLease } from "../../api/contract/broadcasts.ts";
import type { Database } from "../../prisma/database.ts";

/**
 * Watches who has the pages of broadcasts: when one changes hands without having been given back, its worker was dead or
 * away, and somebody took over.
 */
export function watchLeases(client: Database["client"]) {
  const seen = new Map<string, { lease: string; heardAt: number }>();
  const takenOver: number[] = [];
  const stopped = new AbortController();
  const watching = (async () => {
    while (!stopped.signal.aborted) {
      const pages = await client.broadcastPage
        .findMany({ where: { doneAt: null }, select: { id: true, lease: true, leasedUntil: true } })
        // PostgreSQL is restarted now and then.
        .catch(() => []);
      for (const { id, lease, leasedUntil } of pages) {
        const before = seen.get(id);
        if (leasedUntil === null || lease === null) {
          seen.delete(id);
          continue;
        }
        const heardAt = leasedUntil.getTime() - pageLease;
        if (before && before.lease !== lease) takenOver.push(heardAt - before.heardAt);
        seen.set(id, { lease, heardAt });
      }
      await sleep(50, undefined, { signal: stopped.signal }).catch(() => {});
    }
  })();
  return {
    /** ms from the last sign of life of whoever had a page to its next lease. */
    takenOver: () => takenOver.toSorted((a, b) => a - b),
    async stop() {
      stopped.abort();
      await watching;
    },
  };
}
