import type { Prisma } from "../../prisma/generated/client.ts";
import { type BroadcastAction, possibleActions } from "../contract/broadcasts.ts";
import { Problem } from "../contract/problems.ts";
import { owe } from "../deliveries/owe.ts";
import type { StaffMember } from "../logins/staff.ts";
import type { Transaction } from "../university.ts";
import { sizeNow } from "./broadcast-approval.ts";
import { adoptWatches, pokeWatches } from "./broadcast-watches.ts";
import { auditBroadcast } from "./broadcasts.ts";

/**
 * Does something with a broadcast. It takes effect with the next message that a worker would send.
 * @throws {Problem} `not-found`; `action-not-possible`; `time-over` where it is submitted after its time; `second-person-needed` where its writer approves it;
 *   `no-chat-of-yours` where there is none to test in
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
  if (!possibleActions[row.state].includes(action))
    throw new Problem("action-not-possible", { about: [reference] });
  const set = (data: Prisma.BroadcastUncheckedUpdateInput) =>
    tx.broadcast.update({ where: { id: row.id }, data });
  const begin = (): Prisma.BroadcastUncheckedUpdateInput =>
    row.scheduledAt && row.scheduledAt > now ? { state: "scheduled" } : { state: "running", startedAt: now };

  if (action === "test") await oweTest(tx, member, row, now);
  else if (action === "submit") {
    // It would go to everybody at once.
    if (row.scheduledAt && row.scheduledAt < now) throw new Problem("time-over");
    await adoptWatches(tx, member, row.id, now);
    const { total, isLarge } = await sizeNow(tx, row, now);
    await set({ ...(isLarge ? { state: "awaiting_approval" } : begin()), recipients: total });
  } else if (action === "approve") {
    if (row.createdById === member.id) throw new Problem("second-person-needed");
    await set({ ...begin(), approvedById: member.id });
  } else if (action === "pause") await set({ state: "paused" });
  // One that has not begun is scheduled again, though its time be over: it is counted as it begins.
  else if (action === "resume") await set({ state: row.startedAt ? "running" : "scheduled" });
  else {
    await set({ state: "cancelled", finishedAt: now, expandedAt: row.expandedAt ?? now });
    // Who was not told yet is left out: everybody has one outcome. A byte is two digits here, and the first is 0.
    await tx.$executeRaw`
      UPDATE broadcast_pages SET left_out = count - sent - failed, done_at = ${now}::timestamptz,
        outcomes = decode(replace(encode(outcomes, 'hex'), '00', '03'), 'hex')
      WHERE broadcast_id = ${row.id}::uuid AND done_at IS NULL`;
  }
  await pokeWatches(tx, row.id, now);
  await auditBroadcast(tx, member, row.id, action, now);
}

/**
 * Owes a broadcast, in each of its languages, to the chats of whoever tests it.
 * @throws {Problem} `no-chat-of-yours` where there is none
 */
async function oweTest(
  tx: Transaction,
  member: StaffMember,
  { id, texts }: { id: string; texts: readonly { language: string }[] },
  now: Date,
): Promise<void> {
  const chats = await tx.staffChat.findMany({
    where: {
      ...{ staffId: member.id, revokedAt: null, channel: { notIn: ["desk", "command-line"] } },
      // One that was linked with a code has no end.
      OR: [{ expiresAt: null }, { expiresAt: { gt: now } }],
    },
    distinct: ["channel", "chat"],
    take: 10,
  });
  if (chats.length === 0) throw new Problem("no-chat-of-yours");
  const owed = chats.flatMap(({ channel, chat }) =>
    texts.map(({ language }) => ({
      key: `broadcast-test:${id}:${language}:${channel}:${chat}:${now.getTime()}`,
      ...{ channel, chat, kind: "broadcast-test" as const },
      payload: { broadcast: id, language, name: member.name },
    })),
  );
  await owe(tx, owed, now);
}
