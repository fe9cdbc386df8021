import type { Api } from "../../api/contract/client.ts";
import type { Delivery } from "../../api/contract/deliveries.ts";
import type { Engine } from "../../conversations/engine/engine.ts";
import type { DeliveryLog } from "./outbox.ts";

/** How many at a time, and how long (s) the API may wait for the first. */
const batch = { limit: 50, wait: 20 };

/** What is sent as it is, by its kind, and is no event of any conversation. */
export type Direct = { [K in Delivery["kind"]]?: (owed: Delivery) => Promise<"sent" | "failed"> };

/**
 * Takes one batch of what the API owes to chats, and turns each into an event of its conversation. An event that could
 * not be kept is given back, and comes again.
 */
export async function deliverOwed(
  api: Api,
  channels: string[],
  engine: Engine,
  log: DeliveryLog,
  direct: Direct = {},
): Promise<void> {
  const { deliveries } = await api.leaseDeliveries({ body: { channels, ...batch } });
  if (deliveries.length === 0) return;
  const outcomes = await Promise.all(
    deliveries.map(async (owed) => ({ id: owed.id, outcome: await tell(owed) })),
  );
  await api.reportDeliveries({ body: { outcomes } });

  async function tell(owed: Delivery): Promise<"sent" | "failed" | "again"> {
    const { id, kind, payload, channel, chat } = owed;
    try {
      const send = direct[kind];
      if (send) return await send(owed);
      const content = { kind: "event", name: kind, data: payload } as const;
      await engine.receive({ id: `delivery:${id}`, address: { channel, chat }, content });
      return "sent";
    } catch (cause) {
      log.warn({ cause, delivery: id, channel }, "a delivery could not be kept; it will be tried again");
      return "again";
    }
  }
}
