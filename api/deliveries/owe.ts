import type { Delivery } from "../contract/deliveries.ts";
import type { Transaction } from "../university.ts";

/** What is owed to a chat; `key` makes it owed once. */
export type Owed = Omit<Delivery, "id"> & { key: string; studentId?: string };

/** What answers somebody who waits goes before notifications and broadcasts. */
const answersFirst = 0;
const notifications = 10;

/** Owes something to a chat, in the transaction of the fact that it tells. Ring the bell after the commit. */
export async function owe(tx: Transaction, owed: Owed, now: Date): Promise<void> {
  await tx.delivery.create({ data: { ...owed, priority: answersFirst, dueAt: now, createdAt: now } });
}

/** Owes notifications to chats, in the transaction of the fact that they tell. Ring the bell after the commit. */
export async function oweNotifications(tx: Transaction, owed: readonly Owed[], now: Date): Promise<void> {
  if (owed.length === 0) return;
  await tx.delivery.createMany({
    data: owed.map((one) => ({ ...one, priority: notifications, dueAt: now, createdAt: now })),
  });
}
