import { z } from "zod";
import { registrationNumberOf } from "../contract/registration-number.ts";
import type { ChatAddress } from "../contract/shared.ts";
import type { Transaction, University } from "../university.ts";
import { recordAudit } from "./audit.ts";

/** What an erasure came to: the chats whose sessions go too, and how much of what went. */
export type Erased = { chats: ChatAddress[]; gone: Record<string, number> };

const Chats = z.array(z.object({ channel: z.string(), chat: z.string() }));

/**
 * Erases what is a student's own: contact, password, logins, requests with their messages and files, news, subscriptions.
 * What the university must be able to certify stays: who was enrolled, examined and graded, under which name and number.
 * Done again it finds nothing more.
 * @param forgetChats forgets sessions; it is called before the records are let go, so that an erasure in which it fails
 *   has not happened and can be done again, and once more when nobody can be logged in there any more
 * @returns undefined where nobody has this registration number
 */
export async function eraseStudent(
  { database, storage, now }: Pick<University, "database" | "storage" | "now">,
  written: string,
  forgetChats: (chats: ChatAddress[]) => Promise<void> = async () => {},
): Promise<Erased | undefined> {
  const registrationNumber = registrationNumberOf(written);
  if (registrationNumber === undefined) return undefined;
  const erased = await database.client.$transaction(
    async (tx) => {
      // Who writes for the student at this moment is waited for; who comes later waits, and finds nobody.
      await tx.$queryRaw`SELECT FROM students WHERE registration_number = ${registrationNumber} FOR UPDATE`;
      const student = await tx.student.findUnique({ where: { registrationNumber } });
      if (!student) return undefined;
      const { id: studentId } = student;
      const chats = Chats.parse(
        await tx.$queryRaw`
          SELECT channel, chat FROM chat_links WHERE student_id = ${studentId}::uuid
          UNION SELECT channel, chat FROM deliveries WHERE student_id = ${studentId}::uuid
          UNION SELECT channel, chat FROM login_challenges WHERE student_id = ${studentId}::uuid`,
      );
      const files = await tx.storedFile.findMany({
        where: {
          OR: [
            { studentId },
            { attachments: { some: { request: { studentId } } }, broadcasts: { none: {} } },
          ],
        },
        select: { id: true, storageKey: true },
      });
      await forgetChats(chats);
      const gone = await deleteAll(tx, { studentId, registrationNumber }, chats, files);
      await tx.student.update({
        where: { id: studentId },
        data: { ...nothing, erasedAt: student.erasedAt ?? now() },
      });
      if (!student.erasedAt)
        await recordAudit(tx, now(), {
          actor: "system",
          action: "erased",
          subject: "student",
          subjectId: studentId,
        });
      return { studentId, chats, gone, keys: files.map(({ storageKey }) => storageKey) };
    },
    { timeout: 60_000 },
  );
  if (!erased) return undefined;
  const { studentId, gone } = erased;
  await forgetChats(erased.chats);
  // A broadcast that was finding its recipients may have found the student: waited for, it forgets them too.
  await database.client.$queryRaw`
    SELECT FROM broadcasts WHERE state IN ('running', 'scheduled') AND expanded_at IS NULL ORDER BY id FOR UPDATE`;
  gone.broadcasts = (gone.broadcasts ?? 0) + (await forgetInBroadcasts(database.client, studentId));
  // The lines are gone already: a file that a broken-off erasure leaves behind is sealed, and named by nothing.
  for (const key of erased.keys) await storage.delete(key);
  return { chats: erased.chats, gone };
}

/** What the student's own line keeps nothing of. */
const nothing = {
  ...{
    cnicSealed: null,
    cnicIndex: null,
    phoneSealed: null,
    phoneIndex: null,
    emailSealed: null,
    emailIndex: null,
  },
  ...{ addressSealed: null, passwordHash: null, passwordChangedAt: null, language: null },
  ...{ quietFrom: null, quietTo: null, preferredChatLinkId: null },
};

async function deleteAll(
  tx: Transaction,
  { studentId, registrationNumber }: { studentId: string; registrationNumber: string },
  chats: ChatAddress[],
  files: { id: string }[],
): Promise<Record<string, number>> {
  const where = { studentId };
  const lockouts = [
    `account:${registrationNumber}`,
    ...chats.map(({ channel, chat }) => `chat:${channel}:${chat}`),
  ];
  const counts = {
    // With their messages, documents, steps and threads.
    requests: await tx.serviceRequest.deleteMany({ where }),
    files: await tx.storedFile.deleteMany({ where: { id: { in: files.map(({ id }) => id) } } }),
    logins: await tx.chatLink.deleteMany({ where }),
    codes: await tx.loginChallenge.deleteMany({ where: { OR: [where, { account: registrationNumber }] } }),
    lockouts: await tx.lockout.deleteMany({ where: { key: { in: lockouts } } }),
    news: await tx.delivery.deleteMany({ where }),
    subscriptions: await tx.subscription.deleteMany({ where }),
    notices: await tx.tutorNotice.deleteMany({ where }),
  };
  const broadcasts = await forgetInBroadcasts(tx, studentId);
  // Where somebody failed to log in stays only as the messenger: a number is soon found again, for whoever has the key.
  await tx.$executeRaw`
    UPDATE audit_log SET "to" = "to" - 'chat' WHERE subject = 'account' AND subject_id = ${registrationNumber}`;
  return {
    ...Object.fromEntries(Object.entries(counts).map(([name, { count }]) => [name, count])),
    broadcasts,
  };
}

/** A broadcast keeps how many it reached; to whom, in which chat and under which name, it forgets. @returns in how many pages */
const forgetInBroadcasts = (tx: Transaction, studentId: string): Promise<number> =>
  tx.$executeRaw`
    UPDATE broadcast_pages SET recipients = jsonb_set(
      recipients::jsonb, ARRAY[(array_position(students, ${studentId}::uuid) - 1)::text],
      jsonb_build_array('', recipients::jsonb -> (array_position(students, ${studentId}::uuid) - 1) -> 1, '', '')
    )::text
    WHERE students @> ARRAY[${studentId}::uuid]
      AND recipients::jsonb -> (array_position(students, ${studentId}::uuid) - 1) ->> 0 <> ''`;
