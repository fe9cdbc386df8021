import { ends } from "../closing.ts";
import { sendBroadcastTest } from "../delivery/broadcast-test.ts";
import { createWatcher } from "../delivery/broadcast-watches.ts";
import { createBroadcaster } from "../delivery/broadcasts.ts";
import { broadcastRates, createBudget } from "../delivery/budget.ts";
import { deliverOwed } from "../delivery/owed.ts";
import { sweep } from "../delivery/sweep.ts";
import type { Program } from "../program.ts";
import { repeat } from "../repeat.ts";
import type { Conversations } from "./conversations.ts";

/** The longest pause (ms) after a failure: a broadcast goes on within seconds when the API is back. */
const broadcastPause = 1_000;
/** How often we look for what was left behind, in ms. */
const sweepEvery = 1_000;

/** Role `worker`: broadcasts, what is owed to chats, what a dead process left behind, and the desk's own chats. */
export function startWorker(
  { config, log, closing, redis }: Program,
  { university, channels, counted, store, me, engine, outbox, pauses, receipts, desks }: Conversations,
): void {
  for (const desk of desks) desk.start();
  const failed = (what: string) => (cause: unknown) =>
    log.warn({ cause }, `${what} failed; it will be tried again`);
  const names = [...channels.keys()];
  const budget = createBudget(redis, {
    ...broadcastRates,
    telegram: config.TELEGRAM_BROADCAST_RATE,
    "whatsapp-cloud": config.WHATSAPP_CLOUD_BROADCAST_RATE,
  });
  const broadcasting = [...channels.values()].map((channel) =>
    repeat(
      createBroadcaster({
        api: university.api,
        channel: counted(channel, "broadcast"),
        budget,
        pauses,
        receipts,
        log,
      }),
      0,
      failed(`a broadcast over ${channel.name}`),
      broadcastPause,
    ),
  );
  const watching = repeat(
    createWatcher({ api: university.api, channels, log }),
    0,
    failed("showing how far a broadcast is"),
  );
  const sweeping = repeat(() => sweep(store, outbox, engine, me, log), sweepEvery, failed("the sweep"));
  const owing = repeat(
    () =>
      deliverOwed(university.api, names, engine, log, {
        "broadcast-test": (owed) => sendBroadcastTest(university.api, channels, owed),
      }),
    0,
    failed("the lease of deliveries"),
  );
  closing.add(
    "the workers",
    async () => {
      // The lease may be waiting at the API; it ends when the line to the API is closed.
      void owing.stop();
      void watching.stop();
      // The last recipients are reported before that.
      await Promise.all([sweeping, ...broadcasting].map((one) => one.stop()));
    },
    ends.workers,
  );
}
