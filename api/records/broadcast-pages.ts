import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { BroadcastTopic, type LeasedPage, pageLease, Segment } from "../contract/broadcasts.ts";
import { afterQuietHours } from "../rules/quiet-hours.ts";
import type { University } from "../university.ts";
import { counted, outcome } from "./broadcast-outcomes.ts";
import { rememberMessages } from "./broadcast-receipts.ts";
import { recipients } from "./broadcasts.ts";
import { isPublishedBy, publishedResults } from "./publish-results.ts";
import { coursesOf } from "./segments.ts";

type Records = Pick<University, "database" | "now">;

/** As many students are looked through at a time, for a page on each channel: a few ms in which others may have to wait. */
const lookedThrough = 1_000;

const Broadcasting = z.array(
  z.object({
    ...{ id: z.string(), topic_id: z.string(), segment: z.unknown(), cursor: z.string().nullable() },
    publishes: z.boolean(),
  }),
);
const End = z.array(z.object({ id: z.string() }));
const Found = z.array(z.object({ count: z.int() }));

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
    const begun = performance.now();
    const count = await expandPage({ database, now });
    if (count === undefined) break;
    all += count;
    // As long as it worked it rests: half of one core is left to students, whatever the broadcast.
    await sleep(performance.now() - begun, undefined, { ref: false });
  }
  // Those too whose last page was told of by a process that died before it could say so.
  await finishDone({ database, now });
  return all;
}

/** @returns undefined where there is nothing to expand */
async function expandPage({ database, now }: Records): Promise<number | undefined> {
  return database.client.$transaction(async (tx) => {
    const [row] = Broadcasting.parse(
      await tx.$queryRaw`
        SELECT id::text, topic_id, segment, cursor::text,
          EXISTS (SELECT FROM result_publications WHERE broadcast_id = broadcasts.id) AS publishes
        FROM broadcasts WHERE state = 'running' AND expanded_at IS NULL
        ORDER BY started_at LIMIT 1 FOR UPDATE SKIP LOCKED`,
    );
    if (!row) return undefined;
    const at = now();
    const after = row.cursor ?? "00000000-0000-0000-0000-000000000000";
    const segment = Segment.parse(row.segment);
    const [end] = End.parse(
      await tx.$queryRaw`
        SELECT last.id::text FROM (
          SELECT id FROM students WHERE id > ${after}::uuid ORDER BY id OFFSET ${lookedThrough - 1} LIMIT 1
        ) last`,
    );
    const range = { after, upTo: end?.id ?? null };
    const isMeant = row.publishes ? isPublishedBy(row.id) : undefined;
    const whom = recipients(BroadcastTopic.parse(row.topic_id), segment, at, range, isMeant);
    const [{ count } = { count: 0 }] = Found.parse(
      await tx.$queryRaw`
        WITH found AS MATERIALIZED (
          SELECT student.id, reached.channel, reached.chat, coalesce(student.language, 'en') AS language,
            CASE WHEN student.language = 'ur' THEN coalesce(student.name_urdu, student.name) ELSE student.name END AS name,
            student.quiet_from, student.quiet_to, ${coursesOf(segment)} AS courses
          ${whom}
        ), written AS (
          INSERT INTO broadcast_pages (id, broadcast_id, channel, count, recipients, outcomes, due_at)
          SELECT gen_random_uuid(), ${row.id}::uuid, channel, count(*)::int,
            -- As text first: PostgreSQL makes that for a third less than jsonb_agg does.
            json_agg(json_build_array(id, chat, language, name, quiet_from, quiet_to, courses) ORDER BY id)::jsonb,
            decode(repeat('00', count(*)::int), 'hex'), ${at}::timestamptz
          FROM found GROUP BY channel
        )
        SELECT count(*)::int AS count FROM found`,
    );
    await tx.broadcast.update({
      where: { id: row.id },
      data: end ? { cursor: end.id } : { expandedAt: at },
    });
    return count;
  });
}

/**
 * A broadcast is over when everybody has been found and every page is done. After the commit of the last page, and not
 * in its transaction: of two that end at once neither would see the other.
 */
async function finishDone({ database, now }: Records): Promise<void> {
  await database.client.$executeRaw`
    UPDATE broadcasts SET state = 'finished', finished_at = ${now()}::timestamptz,
      recipients = (SELECT coalesce(sum(count), 0)::int FROM broadcast_pages WHERE broadcast_id = broadcasts.id)
    WHERE state = 'running' AND expanded_at IS NOT NULL
      AND NOT EXISTS (SELECT FROM broadcast_pages WHERE broadcast_id = broadcasts.id AND done_at IS NULL)`;
}

/** As an expansion wrote them: id, chat, language, name, quiet from and to, courses. */
type Recipient = readonly [string, string, string, string, number | null, number | null, string?];
const Leased = z.array(
  z.object({
    ...{ id: z.string(), lease: z.string(), broadcast_id: z.string(), topic_id: z.string() },
    ...{ publishes: z.boolean(), isFresh: z.boolean() },
    // Nobody else writes these, and there are a thousand of them on a page.
    recipients: z.custom<readonly Recipient[]>(Array.isArray),
    outcomes: z.instanceof(Uint8Array),
  }),
);
const Ids = z.array(z.object({ id: z.string() }));

/** Takes a page of a running broadcast on a channel. @returns null where there is none now */
export async function leasePage({ database, now }: Records, channel: string): Promise<LeasedPage | null> {
  while (true) {
    const at = now();
    const { rows } = await database.query(leaseStatement, [
      ...[channel, at.toISOString(), new Date(at.getTime() + pageLease).toISOString()],
    ]);
    const [page] = Leased.parse(rows);
    if (!page) return null;
    const emergency = page.topic_id === "emergency";
    const open = page.recipients
      .map((one, place) => ({ one, place }))
      .filter(({ place }) => page.outcomes[place] === outcome.queued);
    const ids = open.map(({ one }) => one[0]);
    const gone = page.isFresh ? new Set<string>() : await goneOf(database, page.topic_id, ids);
    const wakes = ([, , , , from, to]: Recipient) =>
      emergency || from === null || to === null ? at : afterQuietHours(at, { from, to });
    const there = open.filter(({ one }) => !gone.has(one[0]));
    const awake = there.filter(({ one }) => wakes(one) <= at);
    if (gone.size > 0) {
      const leftOut = open.filter(({ one }) => gone.has(one[0])).map(({ place }) => place);
      await write({ database, now }, page.id, { lease: page.lease, leftOut });
    }
    if (awake.length === 0) {
      const first = Math.min(...there.map(({ one }) => wakes(one).getTime()));
      await database.client.broadcastPage.update({
        where: { id: page.id },
        data: { leasedUntil: null, ...(there.length > 0 && { dueAt: new Date(first) }) },
      });
      continue;
    }
    // Not kept with the page: they are told as they are now, and are nowhere a second time.
    const results = page.publishes
      ? await publishedResults(
          database.client,
          { broadcast: page.broadcast_id, channel, students: awake.map(({ one }) => one[0]) },
          at,
        )
      : undefined;
    return {
      ...{ id: page.id, lease: page.lease, broadcast: page.broadcast_id, channel },
      recipients: JSON.stringify(
        awake.map(({ one: [id, chat, language, name, , , courses = ""], place }) => [
          ...[place, chat, language, name, results ? (results.get(id) ?? "") : courses],
        ]),
      ),
    };
  }
}

/**
 * What a dead worker has begun goes before what nobody has. Fresh is a page that was found within two seconds, and was
 * nobody's yet: those on it are not asked about again.
 */
const leaseStatement = `
  WITH found AS MATERIALIZED (
    SELECT one.id, one.lease AS former FROM broadcast_pages one JOIN broadcasts b ON b.id = one.broadcast_id
    WHERE b.state = 'running' AND one.channel = $1 AND one.done_at IS NULL AND one.due_at <= $2::timestamptz
      AND (one.leased_until IS NULL OR one.leased_until <= $2::timestamptz)
    ORDER BY (b.topic_id = 'emergency') DESC, b.started_at, one.lease IS NULL, one.id
    LIMIT 1 FOR UPDATE OF one SKIP LOCKED
  )
  UPDATE broadcast_pages page SET leased_until = $3::timestamptz, lease = gen_random_uuid()
  FROM found, broadcasts broadcast
  WHERE page.id = found.id AND broadcast.id = page.broadcast_id
  RETURNING page.id::text, page.lease::text, page.broadcast_id::text, broadcast.topic_id, page.recipients, page.outcomes,
    found.former IS NULL AND page.due_at > $2::timestamptz - interval '2 seconds' AS "isFresh",
    EXISTS (SELECT FROM result_publications WHERE broadcast_id = broadcast.id) AS publishes`;

/** Who of some students, in the order of their ids, has said stop, blocked us or logged out. */
async function goneOf(
  database: Records["database"],
  topic: string,
  ids: readonly string[],
): Promise<Set<string>> {
  const { rows } = await database.query(goneStatement, [ids, topic, ids[0], ids.at(-1)]);
  return new Set(Ids.parse(rows).map(({ id }) => id));
}

/** Students who want a topic no more, or are in no chat any more: $1 who is asked about, from $3 to $4; $2 the topic. */
const goneStatement = `
  SELECT subscription.student_id::text AS id FROM subscriptions subscription
  WHERE subscription.student_id = ANY($1::uuid[]) AND subscription.topic_id = $2
    AND NOT subscription.subscribed AND NOT (SELECT mandatory FROM topics WHERE id = $2)
  UNION ALL
  SELECT asked.id::text FROM unnest($1::uuid[]) AS asked(id)
  LEFT JOIN (
    SELECT student_id FROM chat_links
    WHERE student_id >= $3::uuid AND student_id <= $4::uuid AND revoked_at IS NULL AND blocked_at IS NULL
  ) reachable ON reachable.student_id = asked.id
  WHERE reachable.student_id IS NULL`;

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
export const reportPage = (records: Records, id: string, report: PageReport): Promise<boolean> =>
  write(records, id, report);

async function write({ database, now }: Records, id: string, report: PageReport): Promise<boolean> {
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
