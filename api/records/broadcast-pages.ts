import { z } from "zod";
import { Prisma } from "../../prisma/generated/client.ts";
import { BroadcastTopic, type LeasedPage, pageLease, Segment } from "../contract/broadcasts.ts";
import { Language } from "../contract/shared.ts";
import { wants } from "../deliveries/reach.ts";
import { afterQuietHours } from "../rules/quiet-hours.ts";
import type { University } from "../university.ts";
import { counted, outcome } from "./broadcast-outcomes.ts";
import { rememberMessages } from "./broadcast-receipts.ts";
import { recipients } from "./broadcasts.ts";
import { coursesOf } from "./segments.ts";

type Records = Pick<University, "database" | "now">;

/** As many recipients are found at a time, and as many stand on a page. */
const found = 5_000;
const onPage = 500;

const Broadcasting = z.array(
  z.object({ id: z.string(), topic_id: z.string(), segment: z.unknown(), cursor: z.string().nullable() }),
);
const Found = z.array(z.object({ last: z.string().nullable(), count: z.int() }));

/**
 * Finds the recipients of broadcasts that have begun, page by page: each page is a transaction of its own that locks
 * nothing but its broadcast, so that a million recipients cost constant memory and no student waits.
 * @returns how many were found
 */
export async function expandBroadcasts({ database, now }: Records, stop?: AbortSignal): Promise<number> {
  let all = 0;
  await database.client.$executeRaw`
    UPDATE broadcasts SET state = 'running', started_at = coalesce(started_at, ${now()}::timestamptz)
    WHERE state = 'scheduled' AND scheduled_at <= ${now()}`;
  while (!stop?.aborted) {
    const count = await expandPage({ database, now });
    if (count === undefined) return all;
    all += count;
  }
  return all;
}

/** @returns undefined where there is nothing to expand */
async function expandPage({ database, now }: Records): Promise<number | undefined> {
  return database.client.$transaction(async (tx) => {
    const [row] = Broadcasting.parse(
      await tx.$queryRaw`
        SELECT id::text, topic_id, segment, cursor::text FROM broadcasts
        WHERE state = 'running' AND expanded_at IS NULL
        ORDER BY started_at LIMIT 1 FOR UPDATE SKIP LOCKED`,
    );
    if (!row) return undefined;
    const at = now();
    const after = row.cursor ?? "00000000-0000-0000-0000-000000000000";
    const segment = Segment.parse(row.segment);
    const whom = recipients(BroadcastTopic.parse(row.topic_id), segment, at);
    const [{ last, count } = { last: null, count: 0 }] = Found.parse(
      await tx.$queryRaw`
        WITH found AS (
          SELECT student.id, reached.channel, reached.chat, coalesce(student.language, 'en') AS language,
            CASE WHEN student.language = 'ur' THEN coalesce(student.name_urdu, student.name) ELSE student.name END AS name,
            student.quiet_from, student.quiet_to, ${coursesOf(segment)} AS courses
          ${whom} AND student.id > ${after}::uuid
          ORDER BY student.id LIMIT ${found}
        ), placed AS (
          SELECT *, (row_number() OVER (PARTITION BY channel ORDER BY id) - 1) / ${onPage} AS page FROM found
        ), written AS (
          INSERT INTO broadcast_pages (id, broadcast_id, channel, count, recipients, outcomes, due_at)
          SELECT gen_random_uuid(), ${row.id}::uuid, channel, count(*)::int,
            jsonb_agg(jsonb_build_array(id, chat, language, name, quiet_from, quiet_to, courses) ORDER BY id),
            decode(repeat('00', count(*)::int), 'hex'), ${at}::timestamptz
          FROM placed GROUP BY channel, page
        )
        SELECT (SELECT id FROM found ORDER BY id DESC LIMIT 1)::text AS last, count(*)::int AS count FROM found`,
    );
    const isAll = count < found;
    await tx.broadcast.update({
      where: { id: row.id },
      data: {
        ...(last !== null && { cursor: last }),
        ...(isAll && { expandedAt: at }),
      },
    });
    if (isAll) await finishIfDone(tx, row.id, at);
    return count;
  });
}

/** A broadcast is over when everybody has been found and every page is done. */
async function finishIfDone(tx: Prisma.TransactionClient, id: string, at: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE broadcasts SET state = 'finished', finished_at = ${at}::timestamptz,
      recipients = (SELECT coalesce(sum(count), 0)::int FROM broadcast_pages WHERE broadcast_id = ${id}::uuid)
    WHERE id = ${id}::uuid AND state = 'running' AND expanded_at IS NOT NULL
      AND NOT EXISTS (SELECT FROM broadcast_pages WHERE broadcast_id = ${id}::uuid AND done_at IS NULL)`;
}

const Recipient = z.tuple([
  ...([z.string(), z.string(), z.string(), z.string()] as const),
  ...([z.int().nullable(), z.int().nullable()] as const),
  // Pages that were made before there were courses.
  z.string().default(""),
]);
const Leased = z.array(
  z.object({
    id: z.string(),
    lease: z.string(),
    broadcast_id: z.string(),
    topic_id: z.string(),
    recipients: z.array(Recipient),
    outcomes: z.instanceof(Uint8Array),
  }),
);

/** Takes a page of a running broadcast on a channel. @returns null where there is none now */
export async function leasePage({ database, now }: Records, channel: string): Promise<LeasedPage | null> {
  const { client } = database;
  while (true) {
    const at = now();
    const [page] = Leased.parse(
      await client.$queryRaw`
        UPDATE broadcast_pages page
        SET leased_until = ${new Date(at.getTime() + pageLease)}, lease = gen_random_uuid()
        FROM broadcasts broadcast
        WHERE broadcast.id = page.broadcast_id AND page.id = (
          SELECT one.id FROM broadcast_pages one JOIN broadcasts b ON b.id = one.broadcast_id
          WHERE b.state = 'running' AND one.channel = ${channel} AND one.done_at IS NULL AND one.due_at <= ${at}
            AND (one.leased_until IS NULL OR one.leased_until <= ${at})
          ORDER BY (b.topic_id = 'emergency') DESC, b.started_at, one.id
          LIMIT 1 FOR UPDATE OF one SKIP LOCKED
        )
        RETURNING page.id::text, page.lease::text, page.broadcast_id::text, broadcast.topic_id, page.recipients, page.outcomes`,
    );
    if (!page) return null;
    const emergency = page.topic_id === "emergency";
    const open = page.recipients
      .map((one, place) => ({ one, place }))
      .filter(({ place }) => page.outcomes[place] === outcome.queued);
    // Who has said stop, blocked us or logged out since is left out.
    const willing = await stillWilling(
      client,
      BroadcastTopic.parse(page.topic_id),
      open.map(({ one }) => one[0]),
    );
    const gone = open.filter(({ one }) => !willing.has(one[0])).map(({ place }) => place);
    const wakes = ({ one: [, , , , from, to] }: (typeof open)[number]) =>
      emergency || from === null || to === null ? at : afterQuietHours(at, { from, to });
    const asleep = open.filter((entry) => willing.has(entry.one[0]) && wakes(entry) > at);
    const awake = open.filter((entry) => willing.has(entry.one[0]) && wakes(entry) <= at);
    if (gone.length > 0) await write({ database, now }, page.id, { lease: page.lease, leftOut: gone });
    if (awake.length === 0) {
      const first = Math.min(...asleep.map((entry) => wakes(entry).getTime()));
      await client.broadcastPage.update({
        where: { id: page.id },
        data: { leasedUntil: null, ...(asleep.length > 0 && { dueAt: new Date(first) }) },
      });
      continue;
    }
    return {
      ...{ id: page.id, lease: page.lease, broadcast: page.broadcast_id, channel },
      recipients: awake.map(({ one: [, chat, language, name, , , courses], place }) => [
        ...([place, chat, Language.catch("en").parse(language), name, courses] as const),
      ]),
    };
  }
}

async function stillWilling(
  tx: Prisma.TransactionClient,
  topic: BroadcastTopic,
  ids: readonly string[],
): Promise<Set<string>> {
  const rows = await tx.$queryRaw`
    SELECT student.id::text FROM students student
    WHERE student.id = ANY(${[...ids]}::uuid[]) AND student.erased_at IS NULL
      AND ${wants(Prisma.sql`${topic}`)}
      AND EXISTS (
        SELECT FROM chat_links link
        WHERE link.student_id = student.id AND link.revoked_at IS NULL AND link.blocked_at IS NULL
      )`;
  return new Set(
    z
      .array(z.object({ id: z.string() }))
      .parse(rows)
      .map(({ id }) => id),
  );
}

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
    ...{ state: z.string(), broadcast_id: z.string(), channel: z.string() },
    isTheirs: z.boolean(),
  }),
);

/** Writes outcomes down; what has one keeps it. @returns whether the broadcast goes on */
export const reportPage = (records: Records, id: string, report: PageReport): Promise<boolean> =>
  write(records, id, report);

async function write({ database, now }: Records, id: string, report: PageReport): Promise<boolean> {
  const { sent = [], messages = [], failed = [], leftOut = [], release = false } = report;
  return database.client.$transaction(async (tx) => {
    const at = now();
    const [page] = Written.parse(
      await tx.$queryRaw`
        SELECT page.outcomes, broadcast.state::text, page.broadcast_id::text, page.channel,
          page.lease IS NOT DISTINCT FROM ${report.lease}::uuid AS "isTheirs"
        FROM broadcast_pages page JOIN broadcasts broadcast ON broadcast.id = page.broadcast_id
        WHERE page.id = ${id}::uuid FOR UPDATE OF page`,
    );
    if (!page) return false;
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
    const goesOn = page.state === "running" && page.isTheirs && page.outcomes.includes(outcome.queued);
    const leasedUntil = release || isDone || !goesOn ? null : new Date(at.getTime() + pageLease);
    await tx.$executeRaw`
      UPDATE broadcast_pages SET outcomes = ${outcomes}, reasons = reasons || ${JSON.stringify(reasons)}::jsonb,
        sent = ${count.sent}, failed = ${count.failed}, left_out = ${count.leftOut},
        done_at = ${isDone ? at : null}::timestamptz,
        leased_until = CASE WHEN ${page.isTheirs} THEN ${leasedUntil}::timestamptz ELSE leased_until END
      WHERE id = ${id}::uuid`;
    if (isDone) await finishIfDone(tx, page.broadcast_id, at);
    return goesOn;
  });
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
