import type { z } from "zod";
import type { Login, SpeakingChat } from "../contract/auth.ts";
import { type ChatAddress, Language } from "../contract/shared.ts";
import { recordAudit } from "../records/audit.ts";
import { showReachOnDesk } from "../records/entries.ts";
import type { Transaction } from "../university.ts";
import { newToken, tokenHash } from "./tokens.ts";

/** How long a login is good, in ms. */
const lifetime = 30 * 24 * 60 * 60_000;

/**
 * Logs a chat in as a student; whoever was logged in there before no longer is. What the chat speaks is the student's
 * language from now on.
 */
export async function logIn(
  tx: Transaction,
  studentId: string,
  { channel, chat, language: spoken }: SpeakingChat,
  now: Date,
): Promise<z.input<typeof Login>> {
  await oneAtATime(tx, { channel, chat });
  const before = await tx.chatLink.findFirst({
    where: { channel, chat, studentId },
    orderBy: { createdAt: "desc" },
    select: { askAgain: true },
  });
  await tx.chatLink.updateMany({ where: { channel, chat, revokedAt: null }, data: { revokedAt: now } });
  const token = newToken();
  const expiresAt = new Date(now.getTime() + lifetime);
  const askAgain = before?.askAgain ?? false;
  const link = await tx.chatLink.create({
    data: {
      ...{ studentId, channel, chat, askAgain, expiresAt },
      tokenHash: tokenHash(token),
      createdAt: now,
      lastSeenAt: now,
    },
    select: { id: true },
  });
  await showReachOnDesk(tx, [studentId], now);
  await recordAudit(tx, now, {
    ...{ actor: "student", actorId: studentId, action: "login", subject: "student", subjectId: studentId },
    to: { channel, link: link.id },
  });
  const student = await tx.student.findUniqueOrThrow({
    where: { id: studentId },
    select: {
      registrationNumber: true,
      name: true,
      nameUrdu: true,
      language: true,
      programme: { select: { code: true, name: true, nameUrdu: true } },
    },
  });
  const language = spoken ?? Language.nullable().parse(student.language);
  if (language !== student.language)
    await tx.student.update({ where: { id: studentId }, data: { language } });
  return { token, expiresAt: expiresAt.toISOString(), student: { ...student, language, askAgain } };
}

/** Lets a chat's logins and links be made one after the other, until the transaction ends. */
export async function oneAtATime(tx: Transaction, { channel, chat }: ChatAddress): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`chat:${channel}:${chat}`}, 0))`;
}
