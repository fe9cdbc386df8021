import { z } from "zod";
import { Prisma } from "../../prisma/generated/client.ts";
import type { DeskThread, deskThreads } from "../contract/desk-threads.ts";
import { Problem } from "../contract/problems.ts";
import type { ChatAddress } from "../contract/shared.ts";
import { openStates } from "../rules/request-states.ts";
import type { Transaction, University } from "../university.ts";
import { moveWatches } from "./broadcast-watches.ts";
import { deskRequestOf } from "./desk-request.ts";
import { openThreads } from "./entries.ts";

type Records = Pick<University, "database" | "cipher" | "now">;

/** How long (ms) a lease holds; whoever does not report until then has died, and another takes over. */
const leaseTime = 30_000;

/**
 * Staff work on requests in this chat; every open request gets a thread there.
 * @returns the id that the chat has now
 */
export async function openDeskPlace(
  tx: Transaction,
  { channel, chat }: ChatAddress,
  now: Date,
): Promise<string> {
  const place = { channel, chat: (await findDeskPlace(tx, { channel, chat })) ?? chat };
  await tx.deskPlace.upsert({
    where: { channel_chat: place },
    create: { ...place, createdAt: now },
    update: {},
  });
  await openThreads(tx, place, now);
  return place.chat;
}

/** The id that a chat of the desk has now, whichever of its ids it is asked by. */
export async function findDeskPlace(
  tx: Transaction,
  { channel, chat }: ChatAddress,
): Promise<string | undefined> {
  const found = await tx.deskPlace.findFirst({
    where: { channel, OR: [{ chat }, { movedFrom: { has: chat } }] },
    select: { chat: true },
  });
  return found?.chat;
}

/** The messenger has given a chat another id. Its threads and watched broadcasts move along, and are shown there anew. */
export async function moveDeskPlace(
  tx: Transaction,
  { channel, chat, to }: ChatAddress & { to: string },
  now: Date,
): Promise<void> {
  const place = { channel_chat: { channel, chat } };
  // Two processes hear of it at once: the second finds what the first has moved.
  await tx.$queryRaw`
    SELECT FROM desk_places WHERE channel = ${channel} AND chat IN (${chat}, ${to}) ORDER BY chat FOR UPDATE`;
  const former = await tx.deskPlace.findUnique({ where: place, select: { movedFrom: true } });
  // Another process has moved it already.
  if (!former) return;
  const movedFrom = [...former.movedFrom, chat];
  // The threads go along with it, and in the order in which others hold them.
  await tx.$queryRaw`
    SELECT FROM desk_threads WHERE channel = ${channel} AND chat = ${chat} ORDER BY request_id FOR UPDATE`;
  await moveWatches(tx, { channel, chat, to }, now);
  // In a group that has become a supergroup messages are numbered anew, and topics are made.
  await tx.messageCopy.deleteMany({ where: { channel, chat } });
  if (await tx.deskPlace.findUnique({ where: { channel_chat: { channel, chat: to } } })) {
    await tx.deskPlace.delete({ where: place });
    await tx.deskPlace.update({
      where: { channel_chat: { channel, chat: to } },
      data: { movedFrom: { push: movedFrom } },
    });
    return;
  }
  await tx.deskPlace.update({ where: place, data: { chat: to, movedFrom } });
  await tx.deskThread.updateMany({
    where: { channel, chat: to },
    // Who shows one of them just now shows it where it was.
    data: {
      thread: null,
      head: null,
      topic: null,
      card: null,
      others: [],
      asked: null,
      askedIn: null,
      shown: 0,
      shownParts: 0,
      leasedUntil: null,
    },
  });
  await tx.deskThread.updateMany({
    where: { channel, chat: to, request: { state: { in: openStates } } },
    data: { dueAt: now, changes: { increment: 1 } },
  });
}

const Leased = z.array(
  z.object({
    id: z.string(),
    request_id: z.string(),
    thread: z.string().nullable(),
    head: z.string().nullable(),
    topic: z.string().nullable(),
    card: z.string().nullable(),
    shown: z.int(),
    shown_parts: z.int(),
    edits_shown: z.int(),
    changes: z.int(),
    attempts: z.int(),
  }),
);

/**
 * Takes threads of a chat that are due, those of urgent requests first, then the longest due.
 * @throws {Problem} `not-found` where the chat is none of the desk's (any more): it may have got another id
 */
export async function leaseThreads(
  records: Records,
  { channel, chat }: ChatAddress,
  limit: number,
): Promise<DeskThread[]> {
  const { client } = records.database;
  const now = records.now();
  const rows = await client.$queryRaw`
    UPDATE desk_threads SET leased_until = ${new Date(now.getTime() + leaseTime)}, attempts = least(attempts + 1, 1000)
    WHERE id IN (
      SELECT thread.id FROM desk_threads thread JOIN service_requests request ON request.id = thread.request_id
      WHERE thread.channel = ${channel} AND thread.chat = ${chat} AND thread.due_at <= ${now}
        AND (thread.leased_until IS NULL OR thread.leased_until <= ${now})
      ORDER BY request.urgent DESC, thread.due_at, thread.id LIMIT ${limit} FOR UPDATE OF thread SKIP LOCKED
    )
    RETURNING id::text, request_id::text, thread, head, topic, card, shown, shown_parts, edits_shown,
      changes, attempts`;
  const leased = Leased.parse(rows);
  if (leased.length === 0 && (await client.deskPlace.count({ where: { channel, chat } })) === 0)
    throw new Problem("not-found");
  // A handful at a time, each a request with its own timeline.
  return Promise.all(leased.map((one) => threadOf(records, { channel, chat }, one)));
}

async function threadOf(
  records: Records,
  { channel, chat }: ChatAddress,
  { request_id, shown, shown_parts: shownParts, edits_shown, ...thread }: z.infer<typeof Leased>[number],
): Promise<DeskThread> {
  const { client } = records.database;
  // Edits are shown before what is new (see bot/desk/untold.ts): where that was shown, so were they.
  const editsShown = Math.max(edits_shown, shown);
  const request = await deskRequestOf(records, client, {
    ...{ where: { id: request_id }, since: shown, editsSince: editsShown },
  });
  const messages = request.timeline.flatMap(({ message }) => message ?? []);
  const copies = await client.messageCopy.findMany({ where: { channel, chat, messageId: { in: messages } } });
  return {
    ...thread,
    ...{ shown, shownParts, editsShown, request },
    copies: copies.map(({ messageId, messengerId }) => ({ message: messageId, messengerId })),
  };
}

type Report = z.output<typeof deskThreads.reportThread.body>;

/** Writes down what a thread shows now. */
export async function reportThread(
  { database: { client }, now }: Records,
  id: string,
  { thread, head, topic, card, shown, shownParts, editsShown, copies, others, end }: Report,
): Promise<void> {
  const row = await client.deskThread.findUnique({
    where: { id },
    select: { channel: true, chat: true, requestId: true, leasedUntil: true },
  });
  // The chat has moved meanwhile: what was shown is not where the thread is now.
  if (!row?.leasedUntil) return;
  const { requestId, channel, chat } = row;
  const place = { channel, chat };
  // With the thread what was shown in it has gone.
  if (thread === null) await client.messageCopy.deleteMany({ where: { ...place, message: { requestId } } });
  if (copies.length > 0) {
    // What is not the request's (any more) has no copy.
    const theirs = await client.requestMessage.findMany({
      where: { requestId, id: { in: copies.map(({ message }) => message) } },
      select: { id: true },
    });
    const known = new Set(theirs.map((one) => one.id));
    await client.messageCopy.createMany({
      data: copies
        .filter(({ message }) => known.has(message))
        .map(({ message, messengerId }) => ({ ...place, messengerId, messageId: message })),
      skipDuplicates: true,
    });
  }
  const at = now();
  const seconds = end?.outcome === "again" ? end.seconds : 0;
  const later = new Date(at.getTime() + (end ? seconds * 1000 : leaseTime));
  const set = (column: Prisma.Sql, value: string | number | null | undefined, type: Prisma.Sql) =>
    value === undefined ? [] : [Prisma.sql`${column} = ${value}::${type}`];
  const text = Prisma.sql`text`;
  // One statement: a second one on the same line would make PostgreSQL look at the request's, which whoever writes to
  // the request holds while waiting for this one.
  await client.$executeRaw`
    UPDATE desk_threads SET ${Prisma.join([
      ...set(Prisma.sql`thread`, thread, text),
      ...set(Prisma.sql`head`, head, text),
      ...set(Prisma.sql`topic`, topic, text),
      ...set(Prisma.sql`card`, card, text),
      ...(thread === null ? [Prisma.sql`others = '{}'`] : []),
      ...(others.length > 0 ? [Prisma.sql`others = others || ${others}::text[]`] : []),
      ...set(Prisma.sql`shown`, shown, Prisma.sql`int`),
      ...set(Prisma.sql`shown_parts`, shown === undefined ? undefined : shownParts, Prisma.sql`smallint`),
      ...set(Prisma.sql`edits_shown`, editsShown, Prisma.sql`int`),
      Prisma.sql`leased_until = ${end ? null : later}::timestamptz`,
      ...(end?.outcome === "again" ? [Prisma.sql`due_at = ${later}::timestamptz`] : []),
      // What became due meanwhile stays due.
      ...(end?.outcome === "done"
        ? [Prisma.sql`due_at = CASE WHEN changes = ${end.changes} THEN NULL ELSE due_at END, attempts = 0`]
        : []),
    ])} WHERE id = ${id}::uuid`;
}

/** Finds the request that somebody writes about in a chat of the desk. @throws {Problem} `not-found` */
export async function findThread(
  tx: Transaction,
  {
    channel,
    chat,
    thread,
    quoted,
  }: ChatAddress & { thread?: string | undefined; quoted?: string | undefined },
) {
  const copy = quoted
    ? await tx.messageCopy.findUnique({
        where: { channel_chat_messengerId: { channel, chat, messengerId: quoted } },
        select: { messageId: true, message: { select: { requestId: true, internal: true } } },
      })
    : null;
  const row = await threadBy(tx, { channel, chat }, [
    ...(thread !== undefined ? [{ thread }] : []),
    ...(copy ? [{ requestId: copy.message.requestId }] : []),
    ...(quoted !== undefined
      ? [{ thread: quoted }, { head: quoted }, { askedIn: quoted }, { others: { has: quoted } }]
      : []),
  ]);
  if (!row) throw new Problem("not-found");
  return {
    ...{ id: row.id, reference: row.request.reference, thread: row.thread },
    asked: quoted !== undefined && row.askedIn === quoted ? row.asked : null,
    message: copy?.messageId ?? null,
    isNote: copy?.message.internal ?? false,
  };
}

/** The thread of a chat that is known in the first of several ways; each has an index, and one question for all would use none. */
async function threadBy(tx: Transaction, place: ChatAddress, ways: Prisma.DeskThreadWhereInput[]) {
  for (const way of ways) {
    // All, of which there is one: for the first of many PostgreSQL would rather read the table than the index of an array.
    const [found] = await tx.deskThread.findMany({
      where: { ...place, ...way },
      select: {
        id: true,
        thread: true,
        asked: true,
        askedIn: true,
        request: { select: { reference: true } },
      },
    });
    if (found) return found;
  }
  return undefined;
}
