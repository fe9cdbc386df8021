import { z } from "zod";
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

const Written = z.array(
  z.object({
    outcomes: z.instanceof(Uint8Array),
    ...{ state: z.string(), channel: z.string() },
    isTheirs: z.boolean(),
  }),
);

/** Writes outcomes down; what has one keeps it. @returns whether the broadcast goes on */
export async function reportPage(
  { database, now }: Records,
  id: string,
  report: PageReport,
): Promise<boolean> {
  const { sent = [], messages = [], failed = [], leftOut = [], release = false } = report;
  const { goesOn, isDone } = await database.client.$transaction(async (tx) => {
    const at = now();
    const [page] = Written.parse(
      await tx.$queryRaw`
        SELECT page.outcomes, broadcast.state::text, page.channel,
          page.lease IS NOT DISTINCT FROM ${report.lease}::uuid AS "isTheirs"
        FROM broadcast_pages page JOIN broadcasts broadcast ON broadcast.id = page.broadcast_id
        WHERE page.id = ${id}::uuid FOR UPDATE OF page`,
    );
    if (!page) return { goesOn: false, isDone: false };
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
    await rememberMessages(tx, { pageId: id, channel: page.channel }, messages, at);
    const count = counted(outcomes);
    const isDone = count.queued === 0;
    // Whoever waited here for the lock while it was cancelled sees the page as it is now, and the broadcast as it was.
    const goesOn = page.state === "running" && page.isTheirs && !isDone;
    const leasedUntil = release || isDone || !goesOn ? null : new Date(at.getTime() + pageLease);
    await tx.$executeRaw`
      UPDATE broadcast_pages SET outcomes = ${outcomes}, reasons = reasons || ${JSON.stringify(reasons)}::jsonb,
        sent = ${count.sent}, failed = ${count.failed}, left_out = ${count.leftOut},
        done_at = ${isDone ? at : null}::timestamptz,
        leased_until = CASE WHEN ${page.isTheirs} THEN ${leasedUntil}::timestamptz ELSE leased_until END
      WHERE id = ${id}::uuid`;
    return { goesOn, isDone };
  });
  if (isDone) await finishDone({ database, now });
  return goesOn;
}

/**
 * A broadcast is over when everybody has been found and every page is done. After the commit of the last page, and not
 * in its transaction: of two that end at once neither would see the other.
 */
export async function finishDone({ database, now }: Records): Promise<void> {
  await database.client.$executeRaw`
    UPDATE broadcasts SET state = 'finished', finished_at = ${now()}::timestamptz,
      recipients = (SELECT coalesce(sum(count), 0)::int FROM broadcast_pages WHERE broadcast_id = broadcasts.id)
    WHERE state = 'running' AND expanded_at IS NOT NULL
      AND NOT EXISTS (SELECT FROM broadcast_pages WHERE broadcast_id = broadcasts.id AND done_at IS NULL)`;
}

const Failures = z.array(
  z.object({ id: z.string(), registration_number: z.string(), channel: z.string(), reason: z.string() }),
);

/** Who was not reached and why, a page of the table at a time. */
export async function* failuresOf(
  { database: { client } }: Pick<Records, "database">,
  reference: string,
): AsyncGenerator<{ registrationNumber: string; channel: string; reason: string }> {
  let last = "00000000-0000-0000-0000-000000000000";
  while (true) {
    const pages = await client.$queryRaw`
      SELECT page.id::text, page.channel, student.registration_number, reason.value AS reason
      FROM (
        SELECT one.* FROM broadcast_pages one JOIN broadcasts broadcast ON broadcast.id = one.broadcast_id
        WHERE broadcast.reference = ${reference} AND one.failed > 0 AND one.id > ${last}::uuid
        ORDER BY one.id LIMIT 20
      ) page CROSS JOIN LATERAL jsonb_each_text(page.reasons) reason
      JOIN students student ON student.id = ((page.recipients -> (reason.key::int)) ->> 0)::uuid
      ORDER BY page.id`;
    const rows = Failures.parse(pages);
    for (const { registration_number: registrationNumber, channel, reason } of rows)
      yield { registrationNumber, channel, reason };
    const end = rows.at(-1);
    if (!end) return;
    last = end.id;
  }
}
