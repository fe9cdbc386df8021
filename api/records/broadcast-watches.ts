import { z } from "zod";
import { type BroadcastWatch, type broadcasts, isOver } from "../contract/broadcasts.ts";
import { Problem } from "../contract/problems.ts";
import { type ChatAddress, Language } from "../contract/shared.ts";
import type { StaffMember } from "../logins/staff.ts";
import type { Transaction, University } from "../university.ts";
import { outcomesOf } from "./broadcast-outcomes.ts";
import { broadcastOf } from "./broadcasts.ts";
import { lockStaff } from "./lock-staff.ts";

/** How long (ms) a lease holds without a report. */
const leaseTime = 30_000;

type Watched = z.output<typeof broadcasts.watchBroadcast.body>;

/**
 * Shows in a chat, from now on and in one message, how far a broadcast is.
 * @throws {Problem} `not-found`; `no-chat-of-yours` where the chat is neither the member's own nor the desk's
 */
export async function watchBroadcast(
  tx: Transaction,
  member: StaffMember,
  reference: string,
  { channel, chat, thread = "", language }: Watched,
  now: Date,
): Promise<void> {
  // Who sends it off at this moment holds it first, too, and then has its chats watch it.
  await tx.$queryRaw`SELECT FROM broadcasts WHERE reference = ${reference} FOR KEY SHARE`;
  const row = await tx.broadcast.findUnique({ where: { reference }, select: { id: true } });
  if (!row) throw new Problem("not-found");
  await requireChat(tx, member, { channel, chat }, now);
  const where = { broadcastId: row.id, channel, chat, thread };
  // Asked for again it stands below what was written since.
  await tx.broadcastWatch.upsert({
    where: { broadcastId_channel_chat_thread: where },
    create: { ...where, language, dueAt: now, createdAt: now },
    update: { language, dueAt: now, leasedUntil: null, messageId: null, shown: "" },
  });
}

/** A chat is the member's own now, or the desk's. @throws {Problem} `no-chat-of-yours` */
async function requireChat(
  tx: Transaction,
  { id: staffId }: StaffMember,
  { channel, chat }: ChatAddress,
  now: Date,
): Promise<void> {
  // One that was linked with a code has no end.
  const lasts = { OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] };
  const own = await tx.staffChat.count({ where: { staffId, channel, chat, revokedAt: null, ...lasts } });
  const desk = await tx.deskPlace.count({ where: { channel, chat } });
  if (own + desk === 0) throw new Problem("no-chat-of-yours");
}

/** So long (ms) is waited for the broadcast that somebody is about to write. */
const intention = 60 * 60_000;

/** Shows in a chat the next broadcast that a member sends off. @throws {Problem} `no-chat-of-yours` */
export async function watchNext(
  tx: Transaction,
  member: StaffMember,
  { channel, chat, thread = "", language }: Watched,
  now: Date,
): Promise<void> {
  await requireChat(tx, member, { channel, chat }, now);
  // Of two that are asked for at once the one asked for last is kept.
  await lockStaff(tx, member.id);
  await tx.broadcastWatch.deleteMany({ where: { staffId: member.id, broadcastId: null } });
  await tx.broadcastWatch.create({
    data: { staffId: member.id, channel, chat, thread, language, createdAt: now },
  });
}

/** Somebody sends off a broadcast: where they said that they would, it is watched. */
export async function adoptWatches(
  tx: Transaction,
  { id: staffId }: StaffMember,
  broadcastId: string,
  now: Date,
): Promise<void> {
  const since = new Date(now.getTime() - intention);
  // Where it is watched already it is not watched twice.
  await tx.$executeRaw`
    DELETE FROM broadcast_watches meant USING broadcast_watches known
    WHERE meant.staff_id = ${staffId}::uuid AND meant.broadcast_id IS NULL AND known.broadcast_id = ${broadcastId}::uuid
      AND (known.channel, known.chat, known.thread) = (meant.channel, meant.chat, meant.thread)`;
  await tx.broadcastWatch.updateMany({
    where: { staffId, broadcastId: null, createdAt: { gte: since } },
    data: { broadcastId, dueAt: now },
  });
}

/** Something has changed: whoever watches is to see it now. */
export async function pokeWatches(tx: Transaction, broadcastId: string, now: Date): Promise<void> {
  await tx.broadcastWatch.updateMany({
    where: { broadcastId, dueAt: { not: null } },
    data: { dueAt: now, leasedUntil: null },
  });
}

/** The messenger has given a chat another id: what is watched there is shown on under it, in messages of its own. */
export async function moveWatches(
  tx: Transaction,
  { channel, chat, to }: ChatAddress & { to: string },
  now: Date,
): Promise<void> {
  // What is watched in the new chat already, or was in several threads, is not watched twice.
  await tx.$executeRaw`
    DELETE FROM broadcast_watches former USING broadcast_watches other
    WHERE former.channel = ${channel} AND former.chat = ${chat} AND other.channel = ${channel}
      AND other.broadcast_id = former.broadcast_id
      AND ((other.chat = ${to} AND other.thread = '') OR (other.chat = ${chat} AND other.id < former.id))`;
  // Who shows one of them just now shows it where it was: under its new id nothing of that is written down.
  await tx.$executeRaw`
    UPDATE broadcast_watches SET
      id = gen_random_uuid(), chat = ${to}, thread = '', message_id = NULL, shown = '', leased_until = NULL,
      due_at = CASE WHEN due_at IS NULL THEN NULL ELSE ${now}::timestamptz END
    WHERE channel = ${channel} AND chat = ${chat}`;
}

const Leased = z.array(
  z.object({
    ...{ id: z.string(), channel: z.string(), chat: z.string(), thread: z.string(), language: Language },
    ...{ message_id: z.string().nullable(), shown: z.string(), reference: z.string() },
  }),
);

/** Takes a watched broadcast's message that is due on one of these channels. @returns null where there is none */
export async function leaseWatch(
  { database: { client }, now }: Pick<University, "database" | "now">,
  channels: readonly string[],
): Promise<BroadcastWatch | null> {
  const at = now();
  const [row] = Leased.parse(
    await client.$queryRaw`
      UPDATE broadcast_watches watch SET leased_until = ${new Date(at.getTime() + leaseTime)}
      FROM broadcasts broadcast
      WHERE broadcast.id = watch.broadcast_id AND watch.id = (
        SELECT id FROM broadcast_watches
        WHERE channel = ANY(${[...channels]}) AND due_at <= ${at} AND (leased_until IS NULL OR leased_until <= ${at})
        ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED
      )
      RETURNING watch.id::text, watch.channel, watch.chat, watch.thread, watch.language, watch.message_id,
        watch.shown, broadcast.reference`,
  );
  if (!row) return null;
  const { reference, message_id: messageId, thread, ...watch } = row;
  const broadcast = await broadcastOf(client, reference);
  const outcomes = isOver(broadcast.state) ? await outcomesOf(client, reference) : [];
  return { ...watch, thread: thread === "" ? null : thread, messageId, broadcast, outcomes };
}

type Report = z.output<typeof broadcasts.reportBroadcastWatch.body>;

/** Writes down what a watched broadcast's message shows. What has changed since it was leased stays due. */
export async function reportWatch(
  { database: { client }, now }: Pick<University, "database" | "now">,
  id: string,
  { messageId, shown, again }: Report,
): Promise<void> {
  const dueAt = again === null ? null : new Date(now().getTime() + again * 1000);
  await client.$executeRaw`
    UPDATE broadcast_watches SET
      message_id = coalesce(${messageId ?? null}, message_id), shown = coalesce(${shown ?? null}, shown),
      due_at = CASE WHEN leased_until IS NULL THEN due_at ELSE ${dueAt}::timestamptz END, leased_until = NULL
    WHERE id = ${id}::uuid`;
}
