import { Prisma } from "../../prisma/generated/client.ts";
import type { RequestState } from "../contract/requests.ts";
import type { ChatAddress } from "../contract/shared.ts";
import type { Transaction, University } from "../university.ts";
import { isOpenRequest } from "./open-requests.ts";

/** Who says or does something. */
export type By = { author: "student" | "staff" | "system"; staffId?: string | null };

/** Something said about a request. An internal one is for staff. */
export type Said = By & { body: string; internal?: boolean };

/** Something done with a request; `to` is null where it does not change what its student is shown. */
export type Happened = By & {
  kind: string;
  from?: RequestState;
  to?: RequestState | null;
  note?: string | null;
};

/**
 * The next number of a request. All that is said, edited and done is numbered in one row, by whoever holds the request
 * (see lockRequest): its order does not hang on the clocks of several machines, and whoever sees a number sees all
 * before it.
 */
export async function nextEntry(tx: Transaction, requestId: string): Promise<number> {
  const { lastEntry } = await tx.serviceRequest.update({
    where: { id: requestId },
    data: { lastEntry: { increment: 1 } },
    select: { lastEntry: true },
  });
  return lastEntry;
}

/** Writes down what was said. @returns the message's id */
export async function say(
  tx: Transaction,
  { cipher }: Pick<University, "cipher">,
  requestId: string,
  { author, staffId = null, body, internal = false }: Said,
  now: Date,
): Promise<string> {
  const { id } = await tx.requestMessage.create({
    data: {
      ...{ requestId, author, staffId, internal, createdAt: now, entry: await nextEntry(tx, requestId) },
      bodySealed: cipher.seal("request_messages.body", body),
    },
    select: { id: true },
  });
  return id;
}

/** Writes down what was done. */
export async function happen(
  tx: Transaction,
  requestId: string,
  { author, staffId = null, kind, from, to = null, note = null }: Happened,
  now: Date,
): Promise<void> {
  await tx.requestEvent.create({
    data: {
      ...{ requestId, kind, to, note, staffId, actor: author, at: now },
      ...(from && { from }),
      entry: await nextEntry(tx, requestId),
    },
  });
}

/** The threads of requests, in every chat of the desk that is for them, are to be brought up to date. */
export async function showOnDesk(
  tx: Transaction,
  requestIds: string | readonly string[],
  now: Date,
): Promise<void> {
  await show(tx, Prisma.sql`request.id = ANY(${[requestIds].flat()}::uuid[])`, now);
}

/** Where students can be reached has changed: staff see it with each of their open requests. */
export async function showReachOnDesk(
  tx: Transaction,
  studentIds: readonly string[],
  now: Date,
): Promise<void> {
  await show(tx, Prisma.sql`${isOpenRequest} AND student.id = ANY(${[...studentIds]}::uuid[])`, now);
}

async function show(tx: Transaction, which: Prisma.Sql, now: Date): Promise<void> {
  await tx.$executeRaw`
    ${threadsOf(which, now)}
    ON CONFLICT (channel, chat, request_id)
      DO UPDATE SET due_at = excluded.due_at, changes = desk_threads.changes + 1`;
}

/** Every open request gets a thread in a chat of the desk; those that it has stay as they are. */
export async function openThreads(tx: Transaction, { channel, chat }: ChatAddress, now: Date): Promise<void> {
  const here = Prisma.sql`place.channel = ${channel} AND place.chat = ${chat}`;
  await tx.$executeRaw`
    ${threadsOf(Prisma.sql`${isOpenRequest} AND ${here}`, now)}
    ON CONFLICT (channel, chat, request_id) DO NOTHING`;
}

/**
 * Makes threads that are due, one in each `place` that is for the student's office. Always in one order: of two who write to
 * the same ones neither waits for what the other is to get next.
 * @param which of a `request` or its `student`
 */
const threadsOf = (which: Prisma.Sql, now: Date): Prisma.Sql => Prisma.sql`
  INSERT INTO desk_threads (id, request_id, channel, chat, due_at, created_at)
  SELECT gen_random_uuid(), request.id, place.channel, place.chat, ${now}::timestamptz, ${now}::timestamptz
  FROM service_requests request
  JOIN students student ON student.id = request.student_id
  JOIN desk_places place
    ON coalesce(place.regional_office_id, student.regional_office_id) = student.regional_office_id
  WHERE ${which}
  ORDER BY request.id, place.channel, place.chat`;
