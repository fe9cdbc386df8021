import { z } from "zod";
import { Prisma } from "../../prisma/generated/client.ts";
import { Delivery } from "../contract/deliveries.ts";
import type { University } from "../university.ts";

/** How long (ms) a lease holds. Whoever does not report until then has died, and another takes over. */
const leaseTime = 30_000;

const Leased = z.array(Delivery.extend({ priority: z.number(), due_at: z.date() }));

/** Takes what is owed to chats of these channels, the most urgent and then the oldest first. */
export async function lease(
  { database, now }: Pick<University, "database" | "now">,
  channels: string[],
  limit: number,
): Promise<Delivery[]> {
  const at = now();
  const until = new Date(at.getTime() + leaseTime);
  const rows = await database.client.$queryRaw`
    UPDATE deliveries SET state = 'leased', leased_until = ${until}, attempts = attempts + 1
    WHERE id IN (
      SELECT id FROM deliveries
      WHERE channel IN (${Prisma.join(channels)})
        AND ((state = 'queued' AND due_at <= ${at}) OR (state = 'leased' AND leased_until <= ${at}))
        AND (lane IS NULL OR NOT EXISTS (
          SELECT FROM deliveries earlier
          WHERE earlier.lane = deliveries.lane AND earlier.number < deliveries.number
            AND earlier.state IN ('queued', 'leased')
        ))
      ORDER BY priority, due_at, id LIMIT ${limit} FOR UPDATE SKIP LOCKED
    )
    RETURNING id::text, channel, chat, kind, payload, priority, due_at`;
  return Leased.parse(rows)
    .sort((a, b) => a.priority - b.priority || +a.due_at - +b.due_at || (a.id < b.id ? -1 : 1))
    .map(({ priority: _, due_at: __, ...delivery }) => delivery);
}

/** What became of a delivery. `again`: it could not be sent now. */
export type Outcome = { id: string; outcome: "sent" | "failed" | "again"; reason?: string | undefined };

const longestPause = 5 * 60;

/** Writes down what became of leased deliveries. What was already reported stays as it was. */
export async function report(
  { database, now }: Pick<University, "database" | "now">,
  outcomes: Outcome[],
): Promise<void> {
  const at = now();
  await database.client.$executeRaw`
    UPDATE deliveries SET
      state = CASE told.outcome WHEN 'sent' THEN 'sent' WHEN 'failed' THEN 'failed' ELSE 'queued' END::delivery_state,
      sent_at = CASE told.outcome WHEN 'sent' THEN ${at}::timestamptz END,
      due_at = CASE told.outcome WHEN 'again'
        THEN ${at}::timestamptz + make_interval(secs => least(power(2, least(attempts, 16)), ${longestPause}))
        ELSE due_at END,
      reason = told.reason,
      leased_until = NULL
    FROM jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) AS told(id uuid, outcome text, reason text)
    WHERE deliveries.id = told.id AND deliveries.state = 'leased'`;
}
