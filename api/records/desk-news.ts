import type { Delivery } from "../contract/deliveries.ts";
import type { RequestState } from "../contract/requests.ts";
import { laneOf, owe, oweNews } from "../deliveries/owe.ts";
import { reach, reachForAnswer } from "../deliveries/reach.ts";
import type { Transaction } from "../university.ts";

/** A request whose student is told something. */
type About = { id: string; studentId: string; reference: string };

/** What is told; what the messages of staff say is fetched when it is told, so that it stands in the request alone. */
type Telling = { kind: Delivery["kind"]; payload: Record<string, string> };

/** How long after their last word a student counts as waiting for an answer, in ms. */
const waitsFor = 15 * 60_000;

/**
 * Owes a student what staff said or did, in the order in which it happened, where they wrote last. Who is waiting hears
 * at once; others are left alone in their quiet hours.
 */
export async function oweToStudent(
  tx: Transaction,
  { id, studentId, reference }: About,
  { kind, payload }: Telling,
  now: Date,
): Promise<void> {
  const to = await reachForAnswer(tx, studentId, id, now);
  if (!to) return;
  const asked = await tx.requestMessage.count({
    where: { requestId: id, author: "student", createdAt: { gt: new Date(now.getTime() - waitsFor) } },
  });
  if (asked > 0)
    // What was put off for the quiet hours goes before it: it is told in its order, and its student is awake.
    await tx.delivery.updateMany({
      where: { lane: laneOf(id), state: "queued", dueAt: { gt: now } },
      data: { dueAt: now },
    });
  const copy = payload.message ? await copyOf(tx, payload.message, to.address) : "";
  const news = {
    ...{ to, kind, occasion: crypto.randomUUID(), lane: laneOf(id) },
    payload: { reference, ...payload, ...(copy !== "" && { copy }) },
    ...(asked > 0 && { dueAt: now }),
  };
  await oweNews(tx, [news], now);
}

/**
 * Tells a student how their request stands. What was decided, or is still needed, answers what they asked, and is told
 * where they asked it; that somebody looks at it is for who wants to hear of requests.
 */
export async function oweState(
  tx: Transaction,
  { id, studentId, reference }: About,
  { state, note }: { state: RequestState; note: string },
  now: Date,
): Promise<void> {
  const to =
    state === "pending" || state === "in_review"
      ? await reach(tx, studentId, "requests", now)
      : await reachForAnswer(tx, studentId, id, now);
  if (!to) return;
  const payload = { reference, state, note };
  const lane = laneOf(id);
  await oweNews(tx, [{ to, kind: "request-changed", occasion: crypto.randomUUID(), lane, payload }], now);
}

/** The messenger's ids of what a student was shown of a message in the chat that is told now, with spaces in between. */
async function copyOf(
  tx: Transaction,
  message: string,
  { channel, chat }: { channel: string; chat: string },
): Promise<string> {
  const shown = await tx.delivery.findMany({
    where: {
      ...{ channel, chat, kind: { in: ["request-answered", "request-edited"] } },
      payload: { path: ["message"], equals: message },
    },
    orderBy: { number: "asc" },
    select: { messengerIds: true },
  });
  return [...new Set(shown.flatMap(({ messengerIds }) => messengerIds))].join(" ");
}

/** Something about a request, and which members of staff are told. */
type Told = { kind: Delivery["kind"]; reference: string; name: string; staffIds: readonly string[] };

/** Tells members of staff about requests, in the chats that they have linked. */
export async function oweToStaff(tx: Transaction, all: readonly Told[], now: Date): Promise<void> {
  const chats = await tx.staffChat.findMany({
    where: {
      staffId: { in: all.flatMap(({ staffIds }) => staffIds) },
      revokedAt: null,
      OR: [{ expiresAt: null }, { expiresAt: { gt: now } }],
    },
    distinct: ["channel", "chat"],
    select: { staffId: true, channel: true, chat: true },
    take: 2_000,
  });
  const owed = all.flatMap(({ kind, reference, name, staffIds }) =>
    chats
      .filter(({ staffId }) => staffIds.includes(staffId))
      .map(({ channel, chat }) => {
        const key = `${kind}:${reference}:${channel}:${chat}:${now.getTime()}`;
        return { key, channel, chat, kind, payload: { reference, name } };
      }),
  );
  await owe(tx, owed, now);
}
