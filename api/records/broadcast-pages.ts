import { z } from "zod";
import { Prisma } from "../../prisma/generated/client.ts";
import { type LeasedPage, pageLease } from "../contract/broadcasts.ts";
import { afterQuietHours } from "../rules/quiet-hours.ts";
import type { University } from "../university.ts";
import { outcome } from "./broadcast-outcomes.ts";
import { reportPage } from "./broadcast-reports.ts";
import { publishedResults } from "./publish-results.ts";

type Records = Pick<University, "database" | "now">;

const Leased = z.array(
  z.object({
    ...{ id: z.string(), lease: z.string(), broadcast_id: z.string(), topic_id: z.string() },
    ...{ publishes: z.boolean(), isFresh: z.boolean(), recipients: z.string() },
    outcomes: z.instanceof(Uint8Array),
    quiet: z.array(z.tuple([z.int().nullable(), z.int().nullable()])).nullable(),
  }),
);

/**
 * Takes a page of a running broadcast on a channel. Its recipients go through as they were written: of a thousand of them
 * nothing is read here but a byte each.
 * @returns null where there is none now
 */
export async function leasePage({ database, now }: Records, channel: string): Promise<LeasedPage | null> {
  while (true) {
    const at = now();
    const [page] = Leased.parse(
      await database.prepared(leaseStatement(channel, at, new Date(at.getTime() + pageLease))),
    );
    if (!page) return null;
    const open = new Set<number>();
    const notNow: number[] = [];
    for (const [place, byte] of page.outcomes.entries())
      if (byte === outcome.queued) open.add(place);
      else notNow.push(place);
    if (!page.isFresh)
      for (const place of await leaveOut({ database, now }, page.id, {
        lease: page.lease,
        places: [...open],
      })) {
        open.delete(place);
        notNow.push(place);
      }
    let wakes = Number.POSITIVE_INFINITY;
    for (const [place, [from, to]] of (page.topic_id === "emergency" ? [] : (page.quiet ?? [])).entries()) {
      const due = from === null || to === null ? at : afterQuietHours(at, { from, to });
      if (due <= at || !open.delete(place)) continue;
      notNow.push(place);
      wakes = Math.min(wakes, due.getTime());
    }
    if (open.size === 0) {
      await database.client.broadcastPage.update({
        where: { id: page.id },
        data: { leasedUntil: null, ...(Number.isFinite(wakes) && { dueAt: new Date(wakes) }) },
      });
      continue;
    }
    return {
      ...{ id: page.id, lease: page.lease, broadcast: page.broadcast_id, channel },
      ...{ recipients: page.recipients, notNow },
      // Not kept with the page: they are told as they are now, and are nowhere a second time.
      results: page.publishes ? await publishedResults(database.client, page.id, at) : null,
    };
  }
}

/**
 * What a dead worker has begun goes before what nobody has. Fresh is a page that was found within half a second, and was
 * nobody's yet: those on it are not asked about again.
 */
const leaseStatement = (channel: string, at: Date, until: Date): Prisma.Sql => Prisma.sql`
  WITH found AS MATERIALIZED (
    SELECT one.id, one.lease AS former FROM broadcast_pages one JOIN broadcasts b ON b.id = one.broadcast_id
    WHERE b.state = 'running' AND one.channel = ${channel} AND one.done_at IS NULL AND one.due_at <= ${at}::timestamptz
      AND (one.leased_until IS NULL OR one.leased_until <= ${at}::timestamptz)
    ORDER BY (b.topic_id = 'emergency') DESC, b.started_at, one.lease IS NULL, one.id
    LIMIT 1 FOR UPDATE OF one SKIP LOCKED
  )
  UPDATE broadcast_pages page SET leased_until = ${until}::timestamptz, lease = gen_random_uuid()
  FROM found, broadcasts broadcast
  WHERE page.id = found.id AND broadcast.id = page.broadcast_id
  RETURNING page.id::text, page.lease::text, page.broadcast_id::text, broadcast.topic_id, page.recipients, page.outcomes,
    page.quiet, found.former IS NULL AND page.due_at > ${at}::timestamptz - interval '500 milliseconds' AS "isFresh",
    EXISTS (SELECT FROM result_publications WHERE broadcast_id = broadcast.id) AS publishes`;

const Places = z.array(z.object({ place: z.int() }));

/**
 * Asks again about some recipients of a page that are to be written to next: a slow channel has a page for long. Who has
 * said stop, blocked us or left the chat since is left out now.
 * @returns their places
 */
export async function leaveOut(
  records: Records,
  id: string,
  { lease, places }: { lease: string; places: readonly number[] },
): Promise<number[]> {
  const gone = Places.parse(await records.database.prepared(goneStatement(id, places, records.now()))).map(
    ({ place }) => place,
  );
  if (gone.length > 0) await reportPage(records, id, { lease, leftOut: gone });
  return gone;
}

/**
 * Of some places of a page: whose student wants the topic no more, or is logged in no more in the very chat of that place:
 * somebody else may be by now. A page was found in a stretch of ids, and so are their chats in the index.
 */
const goneStatement = (id: string, places: readonly number[], at: Date): Prisma.Sql => Prisma.sql`
  WITH page AS MATERIALIZED (
    SELECT page.channel, page.students, page.recipients::jsonb AS recipients, topic.id AS topic_id, topic.mandatory
    FROM broadcast_pages page JOIN broadcasts broadcast ON broadcast.id = page.broadcast_id
    JOIN topics topic ON topic.id = broadcast.topic_id WHERE page.id = ${id}::uuid
  ), asked AS MATERIALIZED (
    SELECT wanted.place, one.student, page.channel, one.recipient ->> 0 AS chat
    FROM page CROSS JOIN LATERAL ROWS FROM (unnest(page.students), jsonb_array_elements(page.recipients))
      WITH ORDINALITY AS one(student, recipient, number)
    JOIN unnest(${places}::int[]) AS wanted(place) ON wanted.place = one.number - 1
  )
  SELECT asked.place FROM page CROSS JOIN asked JOIN subscriptions subscription
    ON subscription.student_id = asked.student AND subscription.topic_id = page.topic_id
  WHERE NOT subscription.subscribed AND NOT page.mandatory
  UNION
  SELECT asked.place FROM asked LEFT JOIN (
    SELECT student_id, channel, chat FROM chat_links
    WHERE student_id >= (SELECT student FROM asked ORDER BY student LIMIT 1)
      AND student_id <= (SELECT student FROM asked ORDER BY student DESC LIMIT 1)
      AND revoked_at IS NULL AND blocked_at IS NULL AND expires_at > ${at}::timestamptz
  ) reachable ON reachable.student_id = asked.student
    AND reachable.channel = asked.channel AND reachable.chat = asked.chat
  WHERE reachable.student_id IS NULL`;
