import { lease, report } from "../deliveries/lease.ts";
import { recordReachable, recordReceipts } from "../deliveries/receipts.ts";
import { waitFor } from "../deliveries/wait-for.ts";
import type { Serve } from "../plugins/served.ts";
import { recordBroadcastReceipts } from "../records/broadcast-receipts.ts";
import type { University } from "../university.ts";

/** What is owed to chats, for those who send it. */
export function deliveryRoutes(serve: Serve, university: University): void {
  serve("leaseDeliveries", async ({ body: { channels, limit, wait }, gone }) => ({
    deliveries: await waitFor(
      university,
      () => lease(university, channels, limit),
      (found) => found.length > 0,
      { seconds: wait, gone: gone() },
    ),
  }));

  serve("reportDeliveries", async ({ body }) => {
    await report(university, body.outcomes);
    return { done: true };
  });

  serve("reportReceipts", async ({ body: { receipts } }) => {
    await recordReceipts(university, receipts);
    await recordBroadcastReceipts(university, receipts);
    return { done: true };
  });

  serve("reportReachable", async ({ body: { reachable, ...address } }) => {
    await recordReachable(university, address, reachable);
    return { done: true };
  });
}
