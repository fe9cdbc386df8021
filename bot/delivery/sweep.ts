import type { Engine } from "../../conversations/engine/engine.ts";
import type { Sender, SessionStore } from "../../conversations/engine/stores/store.ts";
import { deadlineEvent } from "../../conversations/engine/turn.ts";
import type { Outbox } from "./outbox.ts";

/** As many chats at a time. */
const batch = 100;

/** Looks after what nobody else does: outboxes of processes that died, and conversations that nobody goes on with. */
export async function sweep(
  store: SessionStore,
  outbox: Outbox,
  engine: Engine,
  sender: () => Sender,
): Promise<void> {
  for (const { address, entries } of await store.takeOver(batch, sender())) outbox.owe(address, entries);
  const { now } = sender();
  for (const address of await store.overdue(batch, now)) {
    await engine.receive({
      id: `${deadlineEvent}:${now}`,
      address,
      content: { kind: "event", name: deadlineEvent, data: {} },
    });
  }
}
