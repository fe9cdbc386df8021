import { type dialogue, lines } from "../dialogue.ts";
import type { testUniversity } from "../university.ts";

/** Hands everything that is owed now to a person, in the order in which it comes. @returns what they read */
export async function told(
  { api }: Pick<Awaited<ReturnType<typeof testUniversity>>, "api">,
  person: ReturnType<typeof dialogue>,
): Promise<string> {
  const read: string[] = [];
  const { channel } = person.address;
  for (;;) {
    const { deliveries } = await api.leaseDeliveries({ body: { channels: [channel], limit: 10, wait: 0 } });
    if (deliveries.length === 0) return read.join("\n");
    for (const { id, kind, payload } of deliveries) {
      read.push(
        ...lines(await person.hand({ kind: "event", name: kind, data: payload }, { id: `delivery:${id}` })),
      );
      await api.reportDeliveries({ body: { outcomes: [{ id, outcome: "sent" }] } });
    }
  }
}
