import { misunderstoodIn } from "../records/misunderstood.ts";
import { weekBefore, weekOf } from "../rules/week.ts";
import type { University } from "../university.ts";

/** So many phrases are told; `npm run misunderstood` has them all. */
const told = 10;
/** Supervisors of so many chats at most. */
const most = 2_000;

/**
 * Tells every supervisor, once a week, from Monday nine o'clock on, what the bot did not understand in the week before.
 * @returns how many chats are newly told
 */
export async function tellMisunderstood({
  database,
  now,
  bell,
}: Pick<University, "database" | "now" | "bell">): Promise<number> {
  const at = now();
  const week = weekBefore(at);
  const phrases = await misunderstoodIn(database, week, told);
  const opens = new Date(`${weekOf(at)}T09:00:00+05:00`);
  if (phrases.length === 0 || at < opens) return 0;
  const chats = await database.client.staffChat.findMany({
    where: {
      staff: { role: { in: ["supervisor", "admin"] }, disabledAt: null },
      revokedAt: null,
      OR: [{ expiresAt: null }, { expiresAt: { gt: at } }],
    },
    distinct: ["channel", "chat"],
    select: { channel: true, chat: true },
    take: most,
  });
  const lines = phrases.map(({ phrase, count, chosen }) =>
    [count, phrase, Object.keys(chosen).join(", ")].join("\t"),
  );
  const { count } = await database.client.delivery.createMany({
    data: chats.map((address) => ({
      ...address,
      kind: "misunderstood",
      key: `misunderstood:${week}:${address.channel}:${address.chat}`,
      payload: { week, phrases: lines.join("\n") },
      ...{ dueAt: at, createdAt: at },
    })),
    skipDuplicates: true,
  });
  if (count > 0) bell.ring();
  return count;
}
