import { hashPassword } from "../../prisma/passwords.ts";
import type { SpeakingChat } from "../contract/auth.ts";
import { Problem } from "../contract/problems.ts";
import type { ChatAddress } from "../contract/shared.ts";
import { oweNews } from "../deliveries/owe.ts";
import { recordAudit } from "../records/audit.ts";
import { lockStudent } from "../records/lock-student.ts";
import { isWeak } from "../rules/new-password.ts";
import type { Transaction, University } from "../university.ts";
import { provenIn, useProof } from "./codes.ts";
import { forgiveAfterReset } from "./lockouts.ts";
import { logIn } from "./log-in.ts";

/** A new password that may be set; its hash is made already. */
export type NewPassword = { proof: string; studentId: string; registrationNumber: string; hash: string };

/**
 * Looks whether this chat may set this password. Hashing takes long, so call it outside of transactions.
 * @throws {Problem} `code-expired` where nothing is proven in this chat (any more); `weak-password`
 */
export async function newPassword(
  { database, cipher, now }: University,
  address: ChatAddress,
  password: string,
): Promise<NewPassword> {
  const proven = await provenIn(database.client, address, now());
  if (!proven) throw new Problem("code-expired");
  const { registrationNumber, name, fatherName, phoneSealed } =
    await database.client.student.findUniqueOrThrow({
      where: { id: proven.studentId },
      select: { registrationNumber: true, name: true, fatherName: true, phoneSealed: true },
    });
  const phone = phoneSealed === null ? "" : cipher.open("students.phone", phoneSealed);
  // 0300 1234567, as it is written at home.
  const own = [registrationNumber, name, fatherName, phone.replace(/^\+92/, "0"), phone.replace(/^\+92/, "")];
  if (isWeak(password, own)) throw new Problem("weak-password");
  const { id: proof, studentId } = proven;
  return { proof, studentId, registrationNumber, hash: await hashPassword(password) };
}

/**
 * Sets the password, logs this chat in, and owes the news to every other chat of the student's. Ring the bell after the
 * commit.
 * @throws {Problem} `code-expired` if somebody was first, or has disowned the password meanwhile
 */
export async function setPassword(
  tx: Transaction,
  { proof, studentId, registrationNumber, hash }: NewPassword,
  address: SpeakingChat,
  now: Date,
): ReturnType<typeof logIn> {
  // Held before the proof is used: what disowns a password holds them in the same order.
  await lockStudent(tx, studentId);
  if (!(await useProof(tx, proof, now))) throw new Problem("code-expired");
  await tx.student.update({
    where: { id: studentId },
    data: { passwordHash: hash, passwordChangedAt: now },
  });
  const { channel, chat } = address;
  await forgiveAfterReset(tx, [`chat:${channel}:${chat}`, `account:${registrationNumber}`], now);
  await recordAudit(tx, now, {
    ...{ actor: "student", actorId: studentId, action: "password-set" },
    ...{ subject: "student", subjectId: studentId, to: { channel } },
  });
  const others = await tx.chatLink.findMany({
    where: {
      ...{ studentId, revokedAt: null, blockedAt: null, expiresAt: { gt: now } },
      NOT: { channel, chat },
    },
    select: { channel: true, chat: true },
  });
  await oweNews(
    tx,
    others.map((other) => ({
      // Whose account it is must hear of it at once, quiet hours or not.
      to: { studentId, registrationNumber, address: other, quiet: null },
      ...{ kind: "password-changed", occasion: `${proof}:${other.channel}:${other.chat}`, payload: {} },
    })),
    now,
  );
  return logIn(tx, studentId, address, now);
}

/** "This was not me": every chat is logged out, and no password opens the account until a new one is set. */
export async function disownPassword(tx: Transaction, studentId: string, now: Date): Promise<void> {
  await tx.student.update({
    where: { id: studentId },
    data: { passwordHash: null, passwordChangedAt: now },
  });
  const { count } = await tx.chatLink.updateMany({
    where: { studentId, revokedAt: null },
    data: { revokedAt: now },
  });
  await tx.loginChallenge.updateMany({
    where: { studentId, usedAt: null, expiresAt: { gt: now } },
    data: { expiresAt: now },
  });
  await recordAudit(tx, now, {
    ...{ actor: "student", actorId: studentId, action: "password-disowned" },
    ...{ subject: "student", subjectId: studentId, to: { chatsLoggedOut: count } },
  });
}
