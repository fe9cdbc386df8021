import type { Engine } from "../../conversations/engine/engine.ts";
import type { Sender, SessionStore } from "../../conversations/engine/stores/store.ts";
import { deadlineEvent } from "../../conversations/engine/turn.ts";
import type { DeliveryLog, Outbox } from "./outbox.ts";

/** How many chats at a time. */
const batch = 100;

/**
 * Looks after what nobody else does: outboxes of processes that died, and conversations that nobody goes on with. A
 * chat that cannot be told of its deadline is told another time, and those after it all the same.
 */
export async function sweep(
  store: SessionStore,
  outbox: Outbox,
  engine: Engine,
  sender: () => Sender,
  log: Pick<DeliveryLog, "warn">,
): Promise<void> {
  for (const { address, entries } of await store.takeOver(batch, sender())) outbox.owe(address, entries);
  const { now } = sender();
  for (const address of await store.overdue(batch, now)) {
    const content = { kind: "event", name: deadlineEvent, data: {} } as const;
    await engine.receive({ id: `${deadlineEvent}:${now}`, address, content }).catch((cause: unknown) => {
      const { channel, chat } = address;
      log.warn({ cause, channel, chat }, "a chat could not be told of its deadline; it will be tried again");
    });
  }
}
