import { z } from "zod";
import type { LinkedChat } from "../contract/chats.ts";
import { Problem } from "../contract/problems.ts";
import { type ChatAddress, Language } from "../contract/shared.ts";
import { reachedIn } from "../deliveries/reach.ts";
import type { LoggedIn } from "../logins/find-login.ts";
import { findStaff } from "../logins/staff.ts";
import type { Transaction, University } from "../university.ts";
import { recordAudit } from "./audit.ts";

const Rows = z.array(
  z.object({
    ...{ id: z.string(), channel: z.string(), created_at: z.date() },
    ...{ here: z.boolean(), notified: z.boolean() },
  }),
);

/** So many are shown; nobody has more, and an older one can be logged out once a newer is gone. */
const most = 50;

/** Where a student is logged in, newest first. */
export async function chatsOf(
  tx: Transaction,
  { id, link }: Pick<LoggedIn, "id" | "link">,
  now: Date,
): Promise<{ chats: LinkedChat[] }> {
  const rows = await tx.$queryRaw`
    SELECT one.id::text, one.channel, one.created_at, one.id = ${link.id}::uuid AS here,
      one.channel = reached.channel AND one.chat = reached.chat AS notified
    FROM students student ${reachedIn(now)}
    JOIN chat_links one ON one.student_id = student.id AND one.revoked_at IS NULL AND one.expires_at > ${now}
    WHERE student.id = ${id}::uuid
    ORDER BY one.created_at DESC, one.id DESC LIMIT ${most}`;
  return {
    chats: Rows.parse(rows).map(({ created_at, ...chat }) => ({ ...chat, since: created_at.toISOString() })),
  };
}

/** Whether a student is logged in in a chat, and in which language they are told of things; and who of staff is. */
export async function chatKnown(university: Pick<University, "database" | "now">, address: ChatAddress) {
  const link = await university.database.client.chatLink.findFirst({
    where: { ...address, revokedAt: null, expiresAt: { gt: university.now() } },
    select: { student: { select: { language: true } } },
    orderBy: { createdAt: "desc" },
  });
  const language = Chosen.parse(link?.student.language ?? null);
  const found = await findStaff(university, address);
  const staff = found && !found.over ? { name: found.member.name, role: found.member.role } : null;
  return { known: link !== null, language, staff };
}

const Chosen = Language.nullable().catch(null);

/** Logs one of a student's chats out. @throws {Problem} `not-found` if it is not theirs, or logged out already */
export async function logOutChat(
  tx: Transaction,
  studentId: string,
  chatId: string,
  now: Date,
): Promise<void> {
  const { count } = await tx.chatLink.updateMany({
    where: { id: chatId, studentId, revokedAt: null, expiresAt: { gt: now } },
    data: { revokedAt: now },
  });
  if (count === 0) throw new Problem("not-found");
  await recordAudit(tx, now, {
    ...{ actor: "student", actorId: studentId, action: "logout" },
    ...{ subject: "student", subjectId: studentId, to: { link: chatId, fromAnother: true } },
  });
}
