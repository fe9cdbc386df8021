import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { BroadcastTopic, pageSize, Segment } from "../contract/broadcasts.ts";
import type { University } from "../university.ts";
import { finishDone } from "./broadcast-reports.ts";
import { recipients } from "./broadcasts.ts";
import { isPublishedBy } from "./publish-results.ts";
import { coursesOf } from "./segments.ts";

type Records = Pick<University, "database" | "now">;

const Broadcasting = z.array(
  z.object({
    ...{ id: z.string(), topic_id: z.string(), segment: z.unknown(), cursor: z.string().nullable() },
    publishes: z.boolean(),
  }),
);
const End = z.array(z.object({ id: z.string() }));
const Ready = z.array(z.object({ channel: z.string() }));

/** With so many pages of a channel ready nobody waits for the next, not even where a messenger takes as many as it gets. */
const enough = 4;
/** As long as it worked it rests, and then so many times as long: nine tenths of a core are left to students. */
const rests = 9;

/**
 * Finds the recipients of broadcasts that have begun, a page's worth of students at a time, a few ms in which others may
 * have to wait: each is a transaction of its own that locks
 * nothing but its broadcast, so that a million recipients cost constant memory and no student waits.
 * @param found told of pages that somebody may be waiting for
 */
export async function expandBroadcasts(
  { database, now }: Records,
  { stop, found = () => {} }: { stop?: AbortSignal; found?: () => void } = {},
): Promise<void> {
  while (!stop?.aborted) {
    await database.client.$executeRaw`
      UPDATE broadcasts SET state = 'running', started_at = coalesce(started_at, ${now()}::timestamptz)
      WHERE state = 'scheduled' AND scheduled_at <= ${now()}`;
    const begun = performance.now();
    const left = await expandPage({ database, now });
    if (!left) break;
    if (!left.isEnough) found();
    const worked = performance.now() - begun;
    await sleep(worked * (left.isEnough ? rests : 1), undefined, { ref: false, signal: stop }).catch(
      () => {},
    );
  }
  // Those too whose last page was told of by a process that died before it could say so.
  await finishDone({ database, now });
}

/** @returns whether enough pages are ready; undefined where there is nothing to expand */
async function expandPage({ database, now }: Records): Promise<{ isEnough: boolean } | undefined> {
  return database.client.$transaction(async (tx) => {
    const [row] = Broadcasting.parse(
      await tx.$queryRaw`
        SELECT id::text, topic_id, segment, cursor::text,
          EXISTS (SELECT FROM result_publications WHERE broadcast_id = broadcasts.id) AS publishes
        FROM broadcasts WHERE state = 'running' AND expanded_at IS NULL
        ORDER BY (topic_id = 'emergency') DESC, started_at LIMIT 1 FOR UPDATE SKIP LOCKED`,
    );
    if (!row) return undefined;
    const at = now();
    const after = row.cursor ?? "00000000-0000-0000-0000-000000000000";
    const segment = Segment.parse(row.segment);
    const [end] = End.parse(
      await tx.$queryRaw`
        SELECT last.id::text FROM (
          SELECT id FROM students WHERE id > ${after}::uuid ORDER BY id OFFSET ${pageSize - 1} LIMIT 1
        ) last`,
    );
    const range = { after, upTo: end?.id ?? null };
    const isMeant = row.publishes ? isPublishedBy(row.id) : undefined;
    const whom = recipients(BroadcastTopic.parse(row.topic_id), segment, at, range, isMeant);
    const [ready] = Ready.parse(
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
        SELECT channel FROM (
          SELECT channel FROM broadcast_pages
          WHERE broadcast_id = ${row.id}::uuid AND done_at IS NULL AND lease IS NULL LIMIT ${enough * 16}
        ) ready GROUP BY channel HAVING count(*) >= ${enough}`,
    );
    await tx.broadcast.update({
      where: { id: row.id },
      data: end ? { cursor: end.id } : { expandedAt: at },
    });
    return { isEnough: ready !== undefined };
  });
}
