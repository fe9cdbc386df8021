import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { Prisma } from "../../prisma/generated/client.ts";
import { BroadcastTopic, pageSize, Segment } from "../contract/broadcasts.ts";
import type { University } from "../university.ts";
import { holdGrown } from "./broadcast-approval.ts";
import { finishDone } from "./broadcast-reports.ts";
import { recipients, studentPage } from "./broadcasts.ts";
import { inLanguage } from "./in-language.ts";
import { isPublishedBy } from "./publish-results.ts";
import { coursesOf } from "./segments.ts";

type Records = Pick<University, "database" | "now">;

const Broadcasting = z.array(
  z.object({
    ...{ id: z.string(), topicId: z.string(), segment: z.unknown(), publishes: z.boolean() },
    ...{ after: z.string(), isUnapproved: z.boolean() },
  }),
);
const Ready = z.object({ channel: z.string(), count: z.int(), isNew: z.boolean(), isSent: z.boolean() });
/** How many recipients of a channel are ready, whether there are new ones, and whether a page of it is being sent. */
export type Ready = z.infer<typeof Ready>;
const Readies = z.array(Ready);

/** With so many recipients of a channel ready nobody waits for more, not even where a messenger takes all that it gets. */
const enough = 4 * pageSize;
/** With so many there is no hurry at all, */
const plenty = 2 * enough;
/** and so long (ms) it rests between two pages; */
const longestRest = 1_000;
/** or, while another channel waits for more, so many times as long as a page took. */
const shorterRests = 3;

/**
 * Finds the recipients of broadcasts that have begun, a page's worth of students at a time: each is a statement of its own
 * that locks nothing but its broadcast, so that a million recipients cost constant memory and no student waits.
 * @param found told of each page that a channel's workers may be waiting for
 */
export async function expandBroadcasts(
  { database, now }: Records,
  { stop, found = () => {} }: { stop?: AbortSignal; found?: (channel: string) => void } = {},
): Promise<void> {
  while (!stop?.aborted) {
    const begun = performance.now();
    const ready = await expandPage({ database, now });
    if (!ready) break;
    for (const { channel, count, isNew } of ready) if (isNew && count < plenty) found(channel);
    const rest = restAfter(ready, performance.now() - begun);
    if (rest > 0) await sleep(rest, undefined, { ref: false, signal: stop }).catch(() => {});
  }
  // Those too whose last page was told of by a process that died before it could say so.
  await finishDone({ database, now });
}

/** How long (ms) nobody is found after a page that took so long (ms): longer the more are ready. */
export function restAfter(ready: readonly Ready[], took: number): number {
  const most = Math.max(0, ...ready.map(({ count }) => count));
  const leisure = Math.min(1, Math.max(0, (most - enough) / (plenty - enough)));
  const isAwaited = ready.some(({ count, isSent }) => isSent && count < enough);
  return leisure * (isAwaited ? Math.min(longestRest, took * shorterRests) : longestRest);
}

/** It runs, or is to run from now on. */
const hasBegun = (now: Date): Prisma.Sql =>
  Prisma.sql`expanded_at IS NULL AND (state = 'running' OR state = 'scheduled' AND scheduled_at <= ${now}::timestamptz)`;

/** Before the first student. */
const nobody = "00000000-0000-0000-0000-000000000000";

/**
 * Finds the recipients among a page's worth of students more.
 * @returns how many are ready on each channel; undefined where there is nothing to expand
 */
async function expandPage({ database, now }: Records) {
  const at = now();
  const [row] = Broadcasting.parse(
    await database.prepared(Prisma.sql`
      SELECT id::text, topic_id AS "topicId", segment, coalesce(cursor, ${nobody}::uuid)::text AS after,
        state = 'scheduled' AND approved_by_id IS NULL AS "isUnapproved",
        EXISTS (SELECT FROM result_publications WHERE broadcast_id = broadcasts.id) AS publishes
      FROM broadcasts WHERE ${hasBegun(at)}
      ORDER BY (topic_id = 'emergency') DESC, coalesce(started_at, scheduled_at) LIMIT 1`),
  );
  if (!row) return undefined;
  if (row.isUnapproved && !row.publishes && (await holdGrown({ database }, row, at))) return [];
  const segment = Segment.parse(row.segment);
  const isMeant = row.publishes ? isPublishedBy(row.id) : undefined;
  const page = { after: row.after };
  const whom = recipients(BroadcastTopic.parse(row.topicId), segment, at, page, isMeant);
  // Of two processes at the same page one finds it locked, or its broadcast moved on, and writes nothing.
  // Not prepared: a plan for whatever values would read everybody's chats.
  const { text, values } = Prisma.sql`
    WITH ours AS MATERIALIZED (
      SELECT id FROM broadcasts WHERE id = ${row.id}::uuid AND ${hasBegun(at)}
        AND coalesce(cursor, ${nobody}::uuid) = ${row.after}::uuid
      FOR UPDATE SKIP LOCKED
    ), page AS (
      SELECT count(*) AS count, (array_agg(id ORDER BY id DESC))[1] AS last FROM (${studentPage(page)}) students
    ), moved AS (
      UPDATE broadcasts SET cursor = coalesce(page.last, cursor),
        state = 'running', started_at = coalesce(started_at, ${at}::timestamptz),
        expanded_at = CASE WHEN page.count < ${pageSize}::int THEN ${at}::timestamptz END
      FROM ours, page WHERE broadcasts.id = ours.id
    ), found AS (
      SELECT student.id, reached.channel, reached.chat, coalesce(student.language, 'en') AS language,
        ${inLanguage("student.language", "student.name")} AS name,
        student.quiet_from, student.quiet_to, ${coursesOf(segment)} AS courses
      ${whom} AND EXISTS (SELECT FROM ours)
    ), written AS (
      INSERT INTO broadcast_pages (id, broadcast_id, channel, count, recipients, students, quiet, outcomes, due_at)
      SELECT gen_random_uuid(), ${row.id}::uuid, channel, count(*)::int,
        -- Of an array of arrays PostgreSQL makes JSON in half the time that json_agg takes.
        to_json(array_agg(ARRAY[chat, language, name, courses]))::text, array_agg(id),
        CASE WHEN bool_or(quiet_from IS NOT NULL AND quiet_to IS NOT NULL)
          THEN to_jsonb(array_agg(ARRAY[quiet_from, quiet_to])) END,
        decode(repeat('00', count(*)::int), 'hex'), ${at}::timestamptz
      FROM found GROUP BY channel
      RETURNING channel, count
    )
    SELECT channel, sum(count)::int AS count, bool_or(is_new) AS "isNew", bool_or(is_sent) AS "isSent" FROM (
      (SELECT channel, count, false AS is_new, false AS is_sent FROM broadcast_pages
        WHERE broadcast_id = ${row.id}::uuid AND done_at IS NULL AND lease IS NULL LIMIT 64)
      UNION ALL (SELECT channel, 0, false, true FROM broadcast_pages
        WHERE broadcast_id = ${row.id}::uuid AND done_at IS NULL AND leased_until > ${at}::timestamptz LIMIT 64)
      UNION ALL SELECT channel, count, true, false FROM written
    ) ready GROUP BY channel`;
  return Readies.parse((await database.query(text, values)).rows);
}
