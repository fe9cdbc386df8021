import { z } from "zod";
import { Prisma } from "../../prisma/generated/client.ts";
import {
  type Broadcast,
  type BroadcastSummary,
  BroadcastText,
  BroadcastTopic,
  broadcastButtons,
  NewBroadcast,
  pageSize,
  Segment,
} from "../contract/broadcasts.ts";
import { Problem } from "../contract/problems.ts";
import { RequestFile } from "../contract/requests.ts";
import type { StaffMember } from "../logins/staff.ts";
import { requireFields } from "../rules/broadcast-fields.ts";
import type { Transaction } from "../university.ts";
import { recordAudit } from "./audit.ts";
import { takeForBroadcast } from "./broadcast-files.ts";
import { nextReference } from "./references.ts";
import { inSegment, onChannels } from "./segments.ts";

/** Broadcasts are for those who look after others. @throws {Problem} `not-allowed` */
export function mayBroadcast({ role }: StaffMember): void {
  if (role === "agent") throw new Problem("not-allowed");
}

/** A page's worth of students, in the order of their ids, after one of them. */
export type StudentPage = { after: string };

/**
 * A page is a subquery with a limit, because then PostgreSQL knows how many they are: within a few of a million ids it
 * expects one, and would compare each student with each chat.
 */
export const studentPage = ({ after }: StudentPage): Prisma.Sql =>
  Prisma.sql`SELECT * FROM students WHERE id > ${after}::uuid ORDER BY id LIMIT ${pageSize}::int`;

/**
 * Students of a segment who can be told of a topic, each as a `student` who is `reached` in one chat: the one that they
 * chose, otherwise the newest. For one student there is `reachedIn`.
 * @param page only of these; without it of all students
 * @param isMeant whether a `student` is meant, where the segment alone does not say it
 */
export const recipients = (
  topic: BroadcastTopic,
  segment: Segment,
  now: Date,
  page?: StudentPage,
  isMeant: Prisma.Sql = inSegment(segment),
): Prisma.Sql => Prisma.sql`
  FROM (
    SELECT DISTINCT ON (student.id) student.id, student.language, student.name, student.name_urdu,
      student.quiet_from, student.quiet_to, link.channel, link.chat
    FROM ${page ? Prisma.sql`(${studentPage(page)})` : Prisma.sql`students`} student
    JOIN chat_links link ON link.student_id = student.id
      AND link.revoked_at IS NULL AND link.blocked_at IS NULL AND link.expires_at > ${now}
    LEFT JOIN subscriptions subscription ON subscription.student_id = student.id AND subscription.topic_id = ${topic}
    WHERE student.erased_at IS NULL AND ${isMeant}
      -- As \`wants\` says it of one student: looked up for each, it would cost as much as all the rest.
      AND ((SELECT mandatory FROM topics WHERE id = ${topic})
        OR coalesce(subscription.subscribed, (SELECT by_default FROM topics WHERE id = ${topic})))
    ORDER BY student.id, (link.id = student.preferred_chat_link_id) DESC NULLS LAST,
      link.created_at DESC, link.id DESC
  ) student CROSS JOIN LATERAL (SELECT student.channel, student.chat) reached
  WHERE ${onChannels(segment)}`;

const Counts = z.array(z.object({ channel: z.string(), count: z.int() }));

/** How many a segment is now, by channel. */
export async function segmentSize(
  tx: Transaction,
  { topic, segment }: { topic: BroadcastTopic; segment: Segment },
  now: Date,
): Promise<{ total: number; channels: Record<string, number> }> {
  const rows = await tx.$queryRaw`
    SELECT reached.channel, count(*)::int AS count ${recipients(topic, segment, now)} GROUP BY reached.channel`;
  const counts = Counts.parse(rows);
  return {
    total: counts.reduce((sum, { count }) => sum + count, 0),
    channels: Object.fromEntries(counts.map(({ channel, count }) => [channel, count])),
  };
}

/** Who a broadcast's buttons lead to, as they are kept. */
const Buttons = z.array(z.enum(broadcastButtons));

/**
 * Writes a broadcast down.
 * @returns its reference
 * @throws {Problem} `unknown-field`, `field-without-value`; `time-over` where it was to go out before now; `file-gone`,
 *   `unsupported-media-type`
 */
export async function createBroadcast(
  tx: Transaction,
  member: StaffMember,
  { topic, segment, texts, fields, file, buttons, scheduledAt }: z.output<typeof NewBroadcast>,
  now: Date,
): Promise<string> {
  requireFields(texts, fields, segment);
  if (scheduledAt !== undefined && new Date(scheduledAt) < now) throw new Problem("time-over");
  if (file !== undefined) await takeForBroadcast(tx, member, file);
  const { reference, id } = await tx.broadcast.create({
    data: {
      ...{ topicId: topic, segment, fields, createdById: member.id, createdAt: now },
      ...(scheduledAt && { scheduledAt: new Date(scheduledAt) }),
      ...(file !== undefined && { fileId: file }),
      texts: { create: texts.map((text) => ({ ...text, buttons })) },
      reference: await nextReference(tx, "BC", now),
    },
  });
  const { registrationNumbers: numbers, ...whom } = segment;
  await auditBroadcast(tx, member, id, "created", now, {
    topic,
    segment: { ...whom, ...(numbers && { registrationNumbers: numbers.length }) },
  });
  return reference;
}

/** Keeps who did what with a broadcast. */
export const auditBroadcast = (
  tx: Transaction,
  member: StaffMember,
  id: string,
  action: string,
  now: Date,
  to?: object,
): Promise<void> =>
  recordAudit(tx, now, {
    ...{ actor: "staff", actorId: member.id, action: `broadcast.${action}` },
    ...{ subject: "broadcast", subjectId: id, ...(to && { to }) },
  });

const Fields = NewBroadcast.shape.fields;

/** The document that goes along, as the contract tells it. */
const fileOf = (row: { id: string; name: string; mediaType: string; bytes: number } | null) =>
  row && RequestFile.parse({ ...row, type: row.mediaType });

const shape = {
  ...{ id: true, reference: true, topicId: true, state: true, segment: true, fields: true, createdAt: true },
  ...{ scheduledAt: true, startedAt: true, finishedAt: true, expandedAt: true, recipients: true },
  createdBy: { select: { name: true } },
  approvedBy: { select: { name: true } },
  file: { select: { id: true, name: true, mediaType: true, bytes: true } },
  texts: { orderBy: { language: "asc" } },
} as const;

const Progress = z.array(
  z.object({
    ...{ channel: z.string(), total: z.int(), sent: z.int(), failed: z.int() },
    ...{ leftOut: z.int(), delivered: z.int(), read: z.int() },
  }),
);
const Reasons = z.array(z.object({ reason: z.string(), count: z.int() }));

/** One broadcast, and how far it is. @throws {Problem} `not-found` */
export async function broadcastOf(tx: Transaction, reference: string): Promise<Broadcast> {
  const row = await tx.broadcast.findUnique({ where: { reference }, select: shape });
  if (!row) throw new Problem("not-found");
  const channels = Progress.parse(
    await tx.$queryRaw`
      SELECT channel, sum(count)::int AS total,
        sum(sent)::int AS sent, sum(failed)::int AS failed, sum(left_out)::int AS "leftOut",
        sum(delivered)::int AS delivered, sum(read)::int AS read
      FROM broadcast_pages WHERE broadcast_id = ${row.id}::uuid GROUP BY channel ORDER BY channel`,
  );
  const reasons = Reasons.parse(
    await tx.$queryRaw`
      SELECT reason.value AS reason, count(*)::int AS count
      FROM broadcast_pages page, jsonb_each_text(page.reasons) reason
      WHERE page.broadcast_id = ${row.id}::uuid GROUP BY 1 ORDER BY 2 DESC LIMIT 20`,
  );
  const sum = (of: "total" | "sent" | "failed" | "leftOut" | "delivered" | "read") =>
    channels.reduce((all, one) => all + one[of], 0);
  return {
    ...{ reference: row.reference, topic: BroadcastTopic.parse(row.topicId), state: row.state },
    segment: Segment.parse(row.segment),
    texts: row.texts.map((text) => BroadcastText.parse(text)),
    ...{ fields: Fields.parse(row.fields), file: fileOf(row.file) },
    buttons: Buttons.parse(row.texts[0]?.buttons ?? []),
    createdBy: row.createdBy?.name ?? null,
    approvedBy: row.approvedBy?.name ?? null,
    createdAt: row.createdAt.toISOString(),
    scheduledAt: row.scheduledAt?.toISOString() ?? null,
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
    recipients: row.recipients === 0 ? null : row.recipients,
    ...{ total: sum("total"), expanded: row.expandedAt !== null },
    ...{ sent: sum("sent"), failed: sum("failed"), leftOut: sum("leftOut") },
    ...{ delivered: sum("delivered"), read: sum("read") },
    channels: Object.fromEntries(channels.map(({ channel, ...one }) => [channel, one])),
    reasons: Object.fromEntries(reasons.map(({ reason, count: times }) => [reason, times])),
  };
}

/** The newest broadcasts. */
export async function broadcastsOf(tx: Transaction, limit: number): Promise<BroadcastSummary[]> {
  const rows = await tx.broadcast.findMany({
    ...{ orderBy: { id: "desc" }, take: limit },
    select: { reference: true, topicId: true, state: true },
  });
  return rows.map(({ topicId, ...row }) => ({ ...row, topic: BroadcastTopic.parse(topicId) }));
}

/** What a broadcast says, for who sends it. @throws {Problem} `not-found` */
export async function contentOf(tx: Transaction, id: string) {
  const row = await tx.broadcast.findUnique({
    where: { id },
    include: { texts: true, file: true, publications: { select: { semesterId: true }, take: 1 } },
  });
  if (!row) throw new Problem("not-found");
  return {
    ...{ reference: row.reference, topic: BroadcastTopic.parse(row.topicId) },
    texts: row.texts.map((text) => BroadcastText.parse(text)),
    ...{ fields: Fields.parse(row.fields), file: fileOf(row.file) },
    buttons: Buttons.parse(row.texts[0]?.buttons ?? []),
    results: row.publications[0]?.semesterId ?? null,
  };
}

/** What may be chosen for a segment. */
export async function broadcastChoices(tx: Transaction) {
  const programmes = await tx.programme.findMany({
    ...{ orderBy: { code: "asc" }, take: 500, select: { code: true, name: true, level: true } },
  });
  const regions = await tx.regionalOffice.findMany({
    ...{ orderBy: { name: "asc" }, take: 500, select: { code: true, name: true } },
  });
  const semesters = await tx.semester.findMany({
    ...{ orderBy: { sequence: "desc" }, take: 12, select: { id: true } },
  });
  return {
    programmes: programmes.map(({ code, name }) => ({ code, name })),
    levels: [...new Set(programmes.map(({ level }) => level))].sort(),
    regions,
    semesters: semesters.map(({ id }) => id),
  };
}
