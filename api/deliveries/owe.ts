import type { Delivery } from "../contract/deliveries.ts";
import type { Transaction } from "../university.ts";

/** What is owed to a chat; `key` makes it owed once. */
export type Owed = Omit<Delivery, "id"> & { key: string; studentId?: string };

/** What answers somebody who waits goes before notifications and broadcasts. */
const answersFirst = 0;

/** Owes something to a chat, in the transaction of the fact that it tells. Ring the bell after the commit. */
export async function owe(tx: Transaction, owed: Owed, now: Date): Promise<void> {
  await tx.delivery.create({ data: { ...owed, priority: answersFirst, dueAt: now, createdAt: now } });
}
