import { z } from "zod";
import { Prisma } from "../../prisma/generated/client.ts";
import {
  type Broadcast,
  type BroadcastSummary,
  BroadcastText,
  BroadcastTopic,
  broadcastButtons,
  type NewBroadcast,
  Segment,
} from "../contract/broadcasts.ts";
import { Problem } from "../contract/problems.ts";
import { owe } from "../deliveries/owe.ts";
import { reachedIn, wants } from "../deliveries/reach.ts";
import type { StaffMember } from "../logins/staff.ts";
import type { Transaction } from "../university.ts";
import { recordAudit } from "./audit.ts";
import { nextReference } from "./references.ts";
import { inSegment } from "./segments.ts";

/** Broadcasts are for those who look after others. @throws {Problem} `not-allowed` */
export function mayBroadcast({ role }: StaffMember): void {
  if (role === "agent") throw new Problem("not-allowed");
}

/** To so many a broadcast goes without a second person, unless the setting `broadcast-approval-above` says otherwise. */
const approvalAbove = 1_000;

/** Students of a segment who can be told of a topic, each with the one chat where they are told. */
export const recipients = (topic: BroadcastTopic, segment: Segment, now: Date): Prisma.Sql => Prisma.sql`
  FROM students student ${reachedIn(now)}
  WHERE student.erased_at IS NULL AND ${wants(Prisma.sql`${topic}`)} AND ${inSegment(segment)}`;

/** How many a segment is now, by channel. */
export async function segmentSize(
  tx: Transaction,
  { topic, segment }: { topic: BroadcastTopic; segment: Segment },
  now: Date,
): Promise<{ total: number; channels: Record<string, number> }> {
  const rows = await tx.$queryRaw`
    SELECT reached.channel, count(*)::int AS count ${recipients(topic, segment, now)} GROUP BY reached.channel`;
  const counts = z.array(z.object({ channel: z.string(), count: z.int() })).parse(rows);
  return {
    total: counts.reduce((sum, { count }) => sum + count, 0),
    channels: Object.fromEntries(counts.map(({ channel, count }) => [channel, count])),
  };
}

const Buttons = z.array(z.enum(broadcastButtons));

/** Writes a broadcast down. @returns its reference */
export async function createBroadcast(
  tx: Transaction,
  member: StaffMember,
  { topic, segment, texts, buttons, scheduledAt }: z.output<typeof NewBroadcast>,
  now: Date,
): Promise<string> {
  const { reference, id } = await tx.broadcast.create({
    data: {
      ...{ topicId: topic, segment, createdById: member.id, createdAt: now },
      ...(scheduledAt && { scheduledAt: new Date(scheduledAt) }),
      texts: { create: texts.map(({ language, body }) => ({ language, body, buttons })) },
      reference: await nextReference(tx, "BC", now),
    },
  });
  await audit(tx, member, id, "created", now, { topic, segment });
  return reference;
}

const audit = (tx: Transaction, member: StaffMember, id: string, action: string, now: Date, to?: object) =>
  recordAudit(tx, now, {
    ...{ actor: "staff", actorId: member.id, action: `broadcast.${action}` },
    ...{ subject: "broadcast", subjectId: id, ...(to && { to }) },
  });

const shape = {
  ...{ id: true, reference: true, topicId: true, state: true, segment: true, createdAt: true },
  ...{ scheduledAt: true, startedAt: true, finishedAt: true, expandedAt: true },
  createdBy: { select: { name: true } },
  approvedBy: { select: { name: true } },
  texts: { orderBy: { language: "asc" } },
} as const;

const Progress = z.array(
  z.object({ channel: z.string(), total: z.int(), sent: z.int(), failed: z.int(), left_out: z.int() }),
);
const Reasons = z.array(z.object({ reason: z.string(), count: z.int() }));

/** One broadcast, and how far it is. @throws {Problem} `not-found` */
export async function broadcastOf(tx: Transaction, reference: string): Promise<Broadcast> {
  const row = await tx.broadcast.findUnique({ where: { reference }, select: shape });
  if (!row) throw new Problem("not-found");
  const channels = Progress.parse(
    await tx.$queryRaw`
      SELECT channel, sum(count)::int AS total,
        sum(sent)::int AS sent, sum(failed)::int AS failed, sum(left_out)::int AS left_out
      FROM broadcast_pages WHERE broadcast_id = ${row.id}::uuid GROUP BY channel ORDER BY channel`,
  );
  const reasons = Reasons.parse(
    await tx.$queryRaw`
      SELECT reason.value AS reason, count(*)::int AS count
      FROM broadcast_pages page, jsonb_each_text(page.reasons) reason
      WHERE page.broadcast_id = ${row.id}::uuid GROUP BY 1 ORDER BY 2 DESC LIMIT 20`,
  );
  const sum = (of: "total" | "sent" | "failed" | "left_out") =>
    channels.reduce((all, one) => all + one[of], 0);
  return {
    ...{ reference: row.reference, topic: BroadcastTopic.parse(row.topicId), state: row.state },
    segment: Segment.parse(row.segment),
    texts: row.texts.map((text) => BroadcastText.parse(text)),
    buttons: Buttons.parse(row.texts[0]?.buttons ?? []),
    createdBy: row.createdBy?.name ?? null,
    approvedBy: row.approvedBy?.name ?? null,
    createdAt: row.createdAt.toISOString(),
    scheduledAt: row.scheduledAt?.toISOString() ?? null,
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
    ...{ total: sum("total"), expanded: row.expandedAt !== null },
    ...{ sent: sum("sent"), failed: sum("failed"), leftOut: sum("left_out") },
    channels: Object.fromEntries(
      channels.map(({ channel, left_out: leftOut, ...one }) => [channel, { ...one, leftOut }]),
    ),
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

/** What a member does with a broadcast. */
export type BroadcastAction = "submit" | "approve" | "pause" | "resume" | "cancel" | "test";

/** From which states an action leads where. */
const ways: Record<Exclude<BroadcastAction, "submit" | "test">, { from: readonly Broadcast["state"][] }> = {
  approve: { from: ["awaiting_approval"] },
  pause: { from: ["running", "scheduled"] },
  resume: { from: ["paused"] },
  cancel: { from: ["draft", "awaiting_approval", "scheduled", "running", "paused"] },
};

/**
 * Does something with a broadcast. It takes effect with the next message that a worker would send.
 * @throws {Problem} `not-found`; `action-not-possible`; `second-person-needed` where its writer approves it
 */
export async function actOnBroadcast(
  tx: Transaction,
  member: StaffMember,
  reference: string,
  action: BroadcastAction,
  now: Date,
): Promise<void> {
  await tx.$queryRaw`SELECT FROM broadcasts WHERE reference = ${reference} FOR UPDATE`;
  const row = await tx.broadcast.findUnique({ where: { reference }, include: { texts: true } });
  if (!row) throw new Problem("not-found");
  const refuse = () => new Problem("action-not-possible", { about: [reference] });
  const set = (data: Prisma.BroadcastUncheckedUpdateInput) =>
    tx.broadcast.update({ where: { id: row.id }, data });
  const begin = (): Prisma.BroadcastUncheckedUpdateInput =>
    row.scheduledAt && row.scheduledAt > now
      ? { state: "scheduled" }
      : { state: "running", startedAt: row.startedAt ?? now };

  if (action === "test") {
    const chats = await tx.staffChat.findMany({
      where: { staffId: member.id, revokedAt: null, channel: { not: "desk" } },
      distinct: ["channel", "chat"],
      take: 10,
    });
    const payload = Object.fromEntries(row.texts.map(({ language, body }) => [language, body]));
    const owed = chats.map(({ channel, chat }) => ({
      key: `broadcast-test:${row.id}:${channel}:${chat}:${now.getTime()}`,
      ...{ channel, chat, kind: "broadcast-test" as const, payload: { reference, ...payload } },
    }));
    await owe(tx, owed, now);
  } else if (action === "submit") {
    if (row.state !== "draft") throw refuse();
    const topic = BroadcastTopic.parse(row.topicId);
    const { total } = await segmentSize(tx, { topic, segment: Segment.parse(row.segment) }, now);
    const setting = await tx.setting.findUnique({ where: { key: "broadcast-approval-above" } });
    const most = z.int().catch(approvalAbove).parse(setting?.value);
    await set(
      total > most ? { state: "awaiting_approval", recipients: total } : { ...begin(), recipients: total },
    );
  } else {
    if (!ways[action].from.includes(row.state)) throw refuse();
    if (action === "approve") {
      if (row.createdById === member.id) throw new Problem("second-person-needed");
      await set({ ...begin(), approvedById: member.id });
    } else if (action === "pause") await set({ state: "paused" });
    else if (action === "resume") await set(begin());
    else {
      await set({ state: "cancelled", finishedAt: now, expandedAt: row.expandedAt ?? now });
      // Who was not told yet is left out: everybody has one outcome. A byte is two digits here, and the first is 0.
      await tx.$executeRaw`
        UPDATE broadcast_pages SET left_out = count - sent - failed, done_at = ${now}::timestamptz,
          outcomes = decode(replace(encode(outcomes, 'hex'), '00', '03'), 'hex')
        WHERE broadcast_id = ${row.id}::uuid AND done_at IS NULL`;
    }
  }
  await audit(tx, member, row.id, action, now);
}

/** What a broadcast says, for who sends it. @throws {Problem} `not-found` */
export async function contentOf(tx: Transaction, id: string) {
  const row = await tx.broadcast.findUnique({ where: { id }, include: { texts: true } });
  if (!row) throw new Problem("not-found");
  return {
    ...{ reference: row.reference, topic: BroadcastTopic.parse(row.topicId) },
    texts: row.texts.map((text) => BroadcastText.parse(text)),
    buttons: Buttons.parse(row.texts[0]?.buttons ?? []),
  };
}
