import { createHash } from "node:crypto";
import { z } from "zod";
import type { Receipt } from "../contract/deliveries.ts";
import type { Transaction, University } from "../university.ts";
import { counted, outcome } from "./broadcast-outcomes.ts";

/** A number for a message of a messenger's: eight bytes stand for ids of any length. */
const messageKey = (channel: string, messengerId: string): bigint =>
  createHash("sha256").update(`${channel}:${messengerId}`).digest().readBigInt64BE();

/** Remembers which messages a batch of a page's recipients were sent, so that receipts find them. */
export async function rememberMessages(
  tx: Transaction,
  { pageId, channel }: { pageId: string; channel: string },
  messages: readonly (readonly [place: number, messengerId: string])[],
  now: Date,
): Promise<void> {
  if (messages.length === 0) return;
  const places = messages.map(([place]) => place);
  const keys = messages.map(([, id]) => messageKey(channel, id));
  await tx.broadcastBatch.create({ data: { pageId, places, keys, createdAt: now } });
}

const Batches = z.array(
  z.object({ page_id: z.string(), places: z.array(z.int()), keys: z.array(z.coerce.bigint()) }),
);
const Page = z.array(z.object({ outcomes: z.instanceof(Uint8Array) }));

type Told = { place: number; state: Receipt["state"]; reason: string };

/** Counts the receipts of broadcasts' messages; those of other messages are passed over. */
export async function recordBroadcastReceipts(
  { database: { client } }: Pick<University, "database">,
  receipts: readonly Receipt[],
): Promise<void> {
  const told = new Map<bigint, { state: Receipt["state"]; reason: string }[]>();
  for (const { channel, messengerId, delivery, state, reason = "failed" } of receipts) {
    if (delivery !== undefined || messengerId === undefined || state === "sent") continue;
    const key = messageKey(channel, messengerId);
    told.set(key, [...(told.get(key) ?? []), { state, reason }]);
  }
  if (told.size === 0) return;
  const batches = Batches.parse(
    await client.$queryRaw`
      SELECT page_id::text, places, keys FROM broadcast_batches
      WHERE keys && ${[...told.keys()].map(String)}::text[]::bigint[]`,
  );
  const pages = new Map<string, Told[]>();
  for (const { page_id: page, places, keys } of batches) {
    for (const [at, key] of keys.entries()) {
      const place = places[at];
      if (place === undefined) continue;
      const some = (told.get(key) ?? []).map((one) => ({ place, ...one }));
      pages.set(page, [...(pages.get(page) ?? []), ...some]);
    }
  }
  // In one order everywhere: two processes that hear of the same pages do not wait for each other in a circle.
  for (const page of [...pages.keys()].sort())
    await client.$transaction((tx) => markPage(tx, page, pages.get(page) ?? []));
}

async function markPage(tx: Transaction, id: string, told: readonly Told[]): Promise<void> {
  const [page] = Page.parse(
    await tx.$queryRaw`SELECT outcomes FROM broadcast_pages WHERE id = ${id}::uuid FOR UPDATE`,
  );
  if (!page) return;
  const outcomes = Buffer.from(page.outcomes);
  const reasons: Record<string, string> = {};
  for (const { place, state, reason } of told) {
    const before = outcomes[place];
    // Receipts come in any order: a message only gets on, and has failed only if it had not arrived.
    if (state === "read" && (before === outcome.sent || before === outcome.delivered))
      outcomes[place] = outcome.read;
    else if (state === "delivered" && before === outcome.sent) outcomes[place] = outcome.delivered;
    else if (state === "failed" && before === outcome.sent) {
      outcomes[place] = outcome.failed;
      reasons[place] = reason.slice(0, 200);
    }
  }
  const { sent, failed, delivered, read } = counted(outcomes);
  await tx.$executeRaw`
    UPDATE broadcast_pages SET outcomes = ${outcomes}, reasons = reasons || ${JSON.stringify(reasons)}::jsonb,
      sent = ${sent}, failed = ${failed}, delivered = ${delivered}, read = ${read}
    WHERE id = ${id}::uuid`;
}
