import type { Delivery } from "../contract/deliveries.ts";
import { afterQuietHours } from "../rules/quiet-hours.ts";
import type { Transaction } from "../university.ts";
import type { Reached } from "./reach.ts";

/** What is owed to a chat; `key` makes it owed once. */
export type Owed = Omit<Delivery, "id"> & { key: string; studentId?: string };

/** What answers somebody who waits goes before notifications and broadcasts. */
const answersFirst = 0;
const notifications = 10;

/**
 * Owes something to chats, in the transaction of the fact that it tells; what is owed already stays as it is. Ring the
 * bell after the commit.
 */
export async function owe(tx: Transaction, owed: readonly Owed[], now: Date): Promise<void> {
  await tx.delivery.createMany({
    data: owed.map((one) => ({ ...one, priority: answersFirst, dueAt: now, createdAt: now })),
    skipDuplicates: true,
  });
}

/** The lane of what is told about a request. */
export const laneOf = (requestId: string): string => `request:${requestId}`;

/** News for a student, in the chat where they are told of things. */
export type News = {
  to: Reached;
  kind: Delivery["kind"];
  /** What it tells, in a few letters: the same news is owed to a student once. */
  occasion: string;
  payload: Record<string, string>;
  /** What is in one lane is told one after the other, in the order in which it was owed. */
  lane?: string;
  /** Not before this; otherwise at once, but for quiet hours. */
  dueAt?: Date;
};

/** What makes news owed once. */
const newsKey = (kind: Delivery["kind"], occasion: string, studentId: string): string =>
  `${kind}:${occasion}:${studentId}`;

/**
 * Owes news to students, in the transaction of the fact that it tells; what is owed already stays as it is. Ring the
 * bell after the commit.
 * @returns how many are newly owed
 */
export async function oweNews(tx: Transaction, news: readonly News[], now: Date): Promise<number> {
  if (news.length === 0) return 0;
  const { count } = await tx.delivery.createMany({
    data: news.map(({ to, kind, occasion, payload, lane, dueAt }) => ({
      ...{ kind, ...to.address, studentId: to.studentId, key: newsKey(kind, occasion, to.studentId) },
      ...(lane !== undefined && { lane, priority: answersFirst }),
      payload: { registrationNumber: to.registrationNumber, ...payload },
      ...(lane === undefined && { priority: notifications }),
      createdAt: now,
      dueAt: dueAt ?? afterQuietHours(now, to.quiet),
    })),
    skipDuplicates: true,
  });
  return count;
}
