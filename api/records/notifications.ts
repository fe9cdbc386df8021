import { z } from "zod";
import { type NotificationSettings, type QuietHours, type Topic, topics } from "../contract/notifications.ts";
import { type ChatAddress, Language } from "../contract/shared.ts";
import { ReachedRows, reachedColumns, reachedIn } from "../deliveries/reach.ts";
import type { LoggedIn } from "../logins/find-login.ts";
import type { Transaction } from "../university.ts";
import { recordAudit } from "./audit.ts";

const Chosen = z.array(z.object({ id: z.string() }));

/** A student, and the login of a chat of theirs. */
type Somebody = { id: string; link: Pick<LoggedIn["link"], "id" | "channel" | "chat"> };

/** What a student is told, when, and whether in the chat that asks. */
export async function notificationSettingsOf(
  tx: Transaction,
  { id, link }: Somebody,
  now: Date,
): Promise<NotificationSettings> {
  const chosen = await tx.$queryRaw`
    SELECT topic.id FROM topics topic
    LEFT JOIN subscriptions subscription
      ON subscription.topic_id = topic.id AND subscription.student_id = ${id}::uuid
    WHERE NOT topic.mandatory AND coalesce(subscription.subscribed, topic.by_default)`;
  const on = new Set(Chosen.parse(chosen).map((topic) => topic.id));
  const rows = await tx.$queryRaw`
    SELECT ${reachedColumns} FROM students student ${reachedIn(now)} WHERE student.id = ${id}::uuid`;
  const [reached] = ReachedRows.parse(rows);
  return {
    topics: topics.filter((topic) => on.has(topic)),
    quietHours: reached?.quiet ?? null,
    here: reached?.address.channel === link.channel && reached.address.chat === link.chat,
  };
}

/** What of it changes; what is left out stays as it is. */
export type NotificationChange = {
  topics?: Topic[] | undefined;
  quietHours?: QuietHours | null | undefined;
  here?: true | undefined;
};

/** Keeps what a student wants to be told. @returns how it is from now on */
export async function changeNotificationSettings(
  tx: Transaction,
  student: Somebody,
  { topics: wanted, quietHours, here }: NotificationChange,
  now: Date,
): Promise<NotificationSettings> {
  const { id: studentId, link } = student;
  const before = await notificationSettingsOf(tx, student, now);
  if (wanted) {
    await tx.$executeRaw`
      INSERT INTO subscriptions (student_id, topic_id, subscribed, changed_at)
      SELECT ${studentId}::uuid, id, id = ANY(${wanted}), ${now} FROM topics WHERE NOT mandatory
      ON CONFLICT (student_id, topic_id)
        DO UPDATE SET subscribed = EXCLUDED.subscribed, changed_at = EXCLUDED.changed_at
        WHERE subscriptions.subscribed <> EXCLUDED.subscribed`;
  }
  if (quietHours !== undefined || here) {
    await tx.student.update({
      where: { id: studentId },
      data: {
        ...(quietHours !== undefined && {
          quietFrom: quietHours?.from ?? null,
          quietTo: quietHours?.to ?? null,
        }),
        ...(here && { preferredChatLinkId: link.id }),
      },
    });
  }
  const after = await notificationSettingsOf(tx, student, now);
  await recordAudit(tx, now, {
    ...{ actor: "student", actorId: studentId, action: "notifications" },
    ...{ subject: "student", subjectId: studentId, from: before, to: after },
  });
  return after;
}

/**
 * Whoever is told of things in a chat hears nothing more, there or elsewhere.
 * @returns whether that is anybody, and the language in which they were told
 */
export async function stopNews(tx: Transaction, { channel, chat }: ChatAddress, now: Date) {
  const links = await tx.chatLink.findMany({
    where: { channel, chat, revokedAt: null },
    select: { id: true, studentId: true, student: { select: { language: true } } },
    orderBy: { createdAt: "desc" },
  });
  for (const { id, studentId } of links)
    await changeNotificationSettings(tx, { id: studentId, link: { id, channel, chat } }, { topics: [] }, now);
  return {
    stopped: links.length > 0,
    language: Language.nullable()
      .catch(null)
      .parse(links[0]?.student.language ?? null),
  };
}
