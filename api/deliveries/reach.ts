import { z } from "zod";
import { Prisma } from "../../prisma/generated/client.ts";
import type { Topic } from "../contract/notifications.ts";
import type { Transaction } from "../university.ts";

/**
 * The end of a FROM that has a `student`: the one chat in which the student is told of things, as `reached`. It is the
 * chat that was chosen, otherwise the newest; a student without one has no line.
 * @param first what goes before, as the beginning of an ORDER BY
 */
export const reachedIn = (now: Date, first = Prisma.empty): Prisma.Sql => Prisma.sql`
  JOIN LATERAL (
    SELECT link.channel, link.chat FROM chat_links link
    WHERE link.student_id = student.id AND link.revoked_at IS NULL AND link.blocked_at IS NULL
      AND link.expires_at > ${now}
    ORDER BY ${first} (link.id = student.preferred_chat_link_id) DESC NULLS LAST, link.created_at DESC, link.id DESC
    LIMIT 1
  ) reached ON true`;

/**
 * Whether a `student` wants to hear of a topic. What the topic itself says is looked up once, not for every student.
 * @param topic a topic's id, or a column that holds one
 */
export const wants = (topic: Topic | Prisma.Sql): Prisma.Sql => Prisma.sql`
  CASE WHEN (SELECT topic.mandatory FROM topics topic WHERE topic.id = ${topic}) THEN true
  ELSE coalesce(
    (SELECT subscription.subscribed FROM subscriptions subscription
      WHERE subscription.topic_id = ${topic} AND subscription.student_id = student.id),
    (SELECT topic.by_default FROM topics topic WHERE topic.id = ${topic})) END`;

/** Who is told, and where. */
export const reachedColumns = Prisma.sql`student.id::text AS student_id, student.registration_number,
  reached.channel, reached.chat, student.quiet_from, student.quiet_to`;

export const Reached = z
  .object({
    student_id: z.string(),
    registration_number: z.string(),
    channel: z.string(),
    chat: z.string(),
    quiet_from: z.int().nullable(),
    quiet_to: z.int().nullable(),
  })
  .transform((row) => ({
    studentId: row.student_id,
    registrationNumber: row.registration_number,
    address: { channel: row.channel, chat: row.chat },
    quiet:
      row.quiet_from === null || row.quiet_to === null ? null : { from: row.quiet_from, to: row.quiet_to },
  }));
/** A student's one chat for notifications, and the hours in which none is wanted there. */
export type Reached = z.infer<typeof Reached>;
export const ReachedRows = z.array(Reached);

/** Finds where a student hears an answer about a request: where they wrote about it last, otherwise as with news. */
export async function reachForAnswer(
  tx: Transaction,
  studentId: string,
  requestId: string,
  now: Date,
): Promise<Reached | undefined> {
  const first = Prisma.sql`(link.id = (SELECT chat_link_id FROM service_requests WHERE id = ${requestId}::uuid)) DESC NULLS LAST,`;
  const rows = await tx.$queryRaw`
    SELECT ${reachedColumns}
    FROM students student ${reachedIn(now, first)}
    WHERE student.id = ${studentId}::uuid AND student.erased_at IS NULL`;
  return ReachedRows.parse(rows)[0];
}

/** Finds where a student is told of a topic; undefined where they do not want to be, or are in no chat. */
export async function reach(
  tx: Transaction,
  studentId: string,
  topic: Topic,
  now: Date,
): Promise<Reached | undefined> {
  const rows = await tx.$queryRaw`
    SELECT ${reachedColumns}
    FROM students student ${reachedIn(now)}
    WHERE student.id = ${studentId}::uuid AND student.erased_at IS NULL AND ${wants(topic)}`;
  return ReachedRows.parse(rows)[0];
}
