import { z } from "zod";
import { Prisma } from "../../prisma/generated/client.ts";
import { pageLease } from "../contract/broadcasts.ts";
import type { University } from "../university.ts";
import { counted, outcome } from "./broadcast-outcomes.ts";
import { rememberMessages } from "./broadcast-receipts.ts";

type Records = Pick<University, "database" | "now">;

/** What became of some recipients of a page, by their place. */
export type PageReport = {
  /** Who reports; what is true is written down whoever it is. */
  lease: string;
  sent?: readonly number[];
  messages?: readonly (readonly [place: number, messengerId: string])[];
  failed?: readonly (readonly [place: number, why: string])[];
  leftOut?: readonly number[];
  release?: boolean;
};

const Written = z.array(z.object({ outcomes: z.instanceof(Uint8Array), channel: z.string() }));
const Going = z.array(z.object({ goesOn: z.boolean(), isFound: z.boolean() }));

/** Writes outcomes down; what has one keeps it. @returns whether the broadcast goes on */
export async function reportPage(
  { database, now }: Records,
  id: string,
  { lease, sent = [], messages = [], failed = [], leftOut = [], release = false }: PageReport,
): Promise<boolean> {
  const at = now();
  const read = async () =>
    Written.parse(
      await database.prepared(
        Prisma.sql`SELECT outcomes, channel FROM broadcast_pages WHERE id = ${id}::uuid`,
      ),
    )[0];
  let page = await read();
  if (page) await rememberMessages(database.client, { pageId: id, channel: page.channel }, messages, at);
  for (; page; page = await read()) {
    const outcomes = Buffer.from(page.outcomes);
    const reasons: Record<string, string> = {};
    const set = (place: number, value: number) => {
      // Who was on the way when it was cancelled counts as left out until it is known better.
      const before = outcomes[place];
      const isNew = before === outcome.queued || (before === outcome.leftOut && value === outcome.sent);
      if (isNew) outcomes[place] = value;
      return isNew;
    };
    for (const place of sent) set(place, outcome.sent);
    for (const [place, why] of failed) if (set(place, outcome.failed)) reasons[place] = why;
    for (const place of leftOut) set(place, outcome.leftOut);
    const count = counted(outcomes);
    const isDone = count.queued === 0;
    const until = release || isDone ? null : new Date(at.getTime() + pageLease);
    // Only where the outcomes are still those that were read: without a lock, and without a transaction.
    const [written] = Going.parse(
      await database.prepared(Prisma.sql`
        UPDATE broadcast_pages page SET outcomes = ${outcomes}, reasons = page.reasons || ${JSON.stringify(reasons)}::jsonb,
          sent = ${count.sent}, failed = ${count.failed}, left_out = ${count.leftOut},
          done_at = ${isDone ? at : null}::timestamptz,
          leased_until = CASE WHEN page.lease IS DISTINCT FROM ${lease}::uuid THEN page.leased_until
            WHEN broadcast.state = 'running' THEN ${until}::timestamptz END
        FROM broadcasts broadcast
        WHERE page.id = ${id}::uuid AND page.outcomes = ${page.outcomes} AND broadcast.id = page.broadcast_id
        RETURNING broadcast.state = 'running' AND page.lease IS NOT DISTINCT FROM ${lease}::uuid AS "goesOn",
          broadcast.expanded_at IS NOT NULL AS "isFound"`),
    );
    if (!written) continue;
    if (isDone && written.isFound) await finishDone({ database, now });
    return written.goesOn && !isDone;
  }
  return false;
}

/**
 * A broadcast is over when everybody has been found and every page is done. After the commit of the last page, and not
 * in its transaction: of two that end at once neither would see the other.
 */
export async function finishDone({ database, now }: Records): Promise<void> {
  await database.prepared(Prisma.sql`
    UPDATE broadcasts SET state = 'finished', finished_at = ${now()}::timestamptz,
      recipients = (SELECT coalesce(sum(count), 0)::int FROM broadcast_pages WHERE broadcast_id = broadcasts.id)
    WHERE state = 'running' AND expanded_at IS NOT NULL
      AND NOT EXISTS (SELECT FROM broadcast_pages WHERE broadcast_id = broadcasts.id AND done_at IS NULL)`);
}

const Failures = z.array(
  z.object({
    ...{ id: z.string(), channel: z.string(), reason: z.string() },
    /** Nobody's, where the student is not there any more. */
    registration_number: z.string().nullable(),
  }),
);

/** Who was not reached and why, a page of the table at a time. */
export async function* failuresOf(
  { database }: Pick<Records, "database">,
  reference: string,
): AsyncGenerator<{ registrationNumber: string; channel: string; reason: string }> {
  let last = "00000000-0000-0000-0000-000000000000";
  while (true) {
    const pages = await database.lagging(
      (client) => client.$queryRaw`
      SELECT page.id::text, page.channel, student.registration_number, reason.value AS reason
      FROM (
        SELECT one.* FROM broadcast_pages one JOIN broadcasts broadcast ON broadcast.id = one.broadcast_id
        WHERE broadcast.reference = ${reference} AND one.failed > 0 AND one.id > ${last}::uuid
        ORDER BY one.id LIMIT 20
      ) page CROSS JOIN LATERAL jsonb_each_text(page.reasons) reason
      LEFT JOIN students student ON student.id = page.students[reason.key::int + 1]
      ORDER BY page.id`,
    );
    const rows = Failures.parse(pages);
    for (const { registration_number: registrationNumber, channel, reason } of rows)
      if (registrationNumber !== null) yield { registrationNumber, channel, reason };
    const end = rows.at(-1);
    if (!end) return;
    last = end.id;
  }
}
