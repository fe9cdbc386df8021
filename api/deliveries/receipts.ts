import type { Receipt } from "../contract/deliveries.ts";
import type { ChatAddress } from "../contract/shared.ts";
import { showReachOnDesk } from "../records/entries.ts";
import type { University } from "../university.ts";

type Records = Pick<University, "database" | "now">;

/**
 * Writes down how far messages got. Receipts come in any order, and more than once: a delivery only gets on (sent,
 * delivered, read), and has failed only if it had not arrived.
 */
export async function recordReceipts(records: Records, receipts: readonly Receipt[]): Promise<void> {
  // First those that say under which id a delivery is known to its messenger.
  const ofDeliveries = receipts.filter(({ delivery }) => delivery !== undefined);
  const ofMessages = receipts.filter(({ delivery }) => delivery === undefined);
  // Several messages may tell one delivery.
  const idsOf = Map.groupBy(ofDeliveries, ({ delivery }) => delivery);
  const told = ofDeliveries.map((receipt) => ({
    ...receipt,
    ids: (idsOf.get(receipt.delivery) ?? []).flatMap(({ messengerId }) => messengerId ?? []),
  }));
  for (const some of [told, ofMessages]) if (some.length > 0) await record(records, some);
}

async function record(
  { database }: Records,
  receipts: readonly (Receipt & { ids?: string[] })[],
): Promise<void> {
  await database.client.$executeRaw`
    UPDATE deliveries SET
      messenger_id = coalesce(told."messengerId", messenger_id),
      messenger_ids = CASE WHEN messenger_ids @> told.ids THEN messenger_ids
        ELSE messenger_ids || coalesce(told.ids, '{}') END,
      state = CASE
        WHEN told.state = 'failed' THEN CASE WHEN deliveries.state IN ('delivered', 'read') THEN deliveries.state ELSE 'failed' END
        WHEN array_position(ARRAY['sent', 'delivered', 'read'], told.state)
          > coalesce(array_position(ARRAY['sent', 'delivered', 'read'], deliveries.state::text), 0) THEN told.state::delivery_state
        ELSE deliveries.state
      END,
      reason = CASE WHEN told.state = 'failed' THEN told.reason ELSE deliveries.reason END
    FROM (
      SELECT DISTINCT ON (coalesce(delivery::text, channel || ':' || "messengerId")) *
      FROM jsonb_to_recordset(${JSON.stringify(receipts)}::jsonb)
        AS given(delivery uuid, channel text, "messengerId" text, state text, reason text, ids text[])
      ORDER BY coalesce(delivery::text, channel || ':' || "messengerId"),
        array_position(ARRAY['failed', 'sent', 'delivered', 'read'], state) DESC
    ) told
    WHERE deliveries.id = told.delivery
      OR (told.delivery IS NULL AND deliveries.channel = told.channel AND deliveries.messenger_id = told."messengerId")`;
}

/** Keeps whether a chat can be written to: who blocked us is told nothing any more, until they write again. */
export async function recordReachable(
  { database, now }: Records,
  { channel, chat }: ChatAddress,
  reachable: boolean,
): Promise<void> {
  const at = now();
  await database.client.$transaction(async (tx) => {
    const changed = await tx.chatLink.updateManyAndReturn({
      where: { channel, chat, revokedAt: null, blockedAt: reachable ? { not: null } : null },
      data: { blockedAt: reachable ? null : at },
      select: { studentId: true },
    });
    const ids = changed.map(({ studentId }) => studentId);
    if (ids.length > 0) await showReachOnDesk(tx, ids, at);
  });
}
