import { z } from "zod";
import { type LeasedPage, pageLease } from "../contract/broadcasts.ts";
import { afterQuietHours } from "../rules/quiet-hours.ts";
import type { University } from "../university.ts";
import { outcome } from "./broadcast-outcomes.ts";
import { reportPage } from "./broadcast-reports.ts";
import { publishedResults } from "./publish-results.ts";

type Records = Pick<University, "database" | "now">;

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
    const wakes = ([, , , , from, to]: Recipient) =>
      emergency || from === null || to === null ? at : afterQuietHours(at, { from, to });
    const asked = open.map(({ one: [student], place }) => ({ student, place }));
    const gone = page.isFresh ? new Set<number>() : await leaveOutGone({ database, now }, page, asked);
    const there = open.filter(({ place }) => !gone.has(place));
    const awake = there.filter(({ one }) => wakes(one) <= at);
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
 * What a dead worker has begun goes before what nobody has. Fresh is a page that was found within half a second, and was
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
    found.former IS NULL AND page.due_at > $2::timestamptz - interval '500 milliseconds' AS "isFresh",
    EXISTS (SELECT FROM result_publications WHERE broadcast_id = broadcast.id) AS publishes`;

const Asked = z.array(z.object({ topic_id: z.string(), place: z.int(), student: z.string() }));

/**
 * Asks again about some recipients of a page that are to be written to next: a slow channel has a page for long.
 * @returns the places of those who have gone since; they are left out now
 */
export async function leaveOut(
  records: Records,
  id: string,
  { lease, places }: { lease: string; places: readonly number[] },
): Promise<number[]> {
  const { rows } = await records.database.query(askedStatement, [id, places]);
  const asked = Asked.parse(rows);
  const [first] = asked;
  if (!first) return [];
  return [...(await leaveOutGone(records, { id, lease, topic_id: first.topic_id }, asked))];
}

const askedStatement = `
  SELECT broadcast.topic_id, (one.number - 1)::int AS place, one.recipient ->> 0 AS student
  FROM broadcast_pages page JOIN broadcasts broadcast ON broadcast.id = page.broadcast_id
  CROSS JOIN LATERAL jsonb_array_elements(page.recipients) WITH ORDINALITY AS one(recipient, number)
  WHERE page.id = $1::uuid AND one.number - 1 = ANY($2::int[]) ORDER BY one.number`;

/**
 * Leaves out who of some recipients, in their order, has said stop, blocked us or logged out.
 * @returns their places
 */
async function leaveOutGone(
  records: Records,
  page: { id: string; lease: string; topic_id: string },
  asked: readonly { student: string; place: number }[],
): Promise<Set<number>> {
  const ids = asked.map(({ student }) => student);
  const { rows } = await records.database.query(goneStatement, [ids, page.topic_id, ids[0], ids.at(-1)]);
  const gone = new Set(Ids.parse(rows).map(({ id }) => id));
  const places = asked.filter(({ student }) => gone.has(student)).map(({ place }) => place);
  if (places.length > 0) await reportPage(records, page.id, { lease: page.lease, leftOut: places });
  return new Set(places);
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
