import { randomInt } from "node:crypto";
import type { StaffSummary } from "../contract/desk.ts";
import { Problem } from "../contract/problems.ts";
import type { ChatAddress } from "../contract/shared.ts";
import { recordAudit } from "../records/audit.ts";
import { lockStaff } from "../records/lock-staff.ts";
import type { Transaction, University } from "../university.ts";
import { countFailure, forgetFailures, refuseWhileLocked } from "./lockouts.ts";
import { oneAtATime } from "./log-in.ts";
import { type StaffMember, staffEmail } from "./staff.ts";
import { newToken, tokenHash } from "./tokens.ts";

/** How long a code is good, in ms. */
const lifetime = 10 * 60_000;

/** Letters and digits that nobody takes for each other, and that one can say on the phone. */
const letters = "ABCDEFGHJKMNPQRSTVWXYZ23456789";
const codeLength = 8;

/** A code as it is compared: however it was written. */
const codeOf = (written: string): string => written.toUpperCase().replace(/[^A-Z0-9]/g, "");

/**
 * Makes a code that links a chat, once. The ones that were made before for the same member are dead.
 * @param email of a colleague, however it is typed, where an admin asks
 * @throws {Problem} `not-allowed`; `not-found` where nobody has the e-mail
 */
export async function createLinkCode(
  tx: Transaction,
  { cipher }: Pick<University, "cipher">,
  member: StaffMember,
  email: string | undefined,
  now: Date,
): Promise<{ code: string; expiresAt: string; name: string }> {
  const written = email === undefined ? undefined : staffEmail(email);
  const whom = await tx.staff.findFirst({
    where: { disabledAt: null, ...(written === undefined ? { id: member.id } : { email: written }) },
    select: { id: true, name: true },
  });
  if (!whom) throw new Problem("not-found");
  if (whom.id !== member.id && member.role !== "admin") throw new Problem("not-allowed");
  // Of two that are made at once the one made last is good.
  await lockStaff(tx, whom.id);
  await tx.loginChallenge.updateMany({
    where: { kind: "staff_link", staffId: whom.id, usedAt: null, expiresAt: { gt: now } },
    data: { expiresAt: now },
  });
  const code = Array.from({ length: codeLength }, () => letters[randomInt(letters.length)]).join("");
  const expiresAt = new Date(now.getTime() + lifetime);
  await tx.loginChallenge.create({
    data: {
      ...{ kind: "staff_link", channel: "desk", chat: whom.id, staffId: whom.id, createdAt: now, expiresAt },
      codeHash: cipher.blindIndex("login_challenges.code", code),
    },
  });
  await recordAudit(tx, now, {
    ...{ actor: "staff", actorId: member.id, action: "link-code.made", subject: "staff", subjectId: whom.id },
  });
  return {
    code: `${code.slice(0, 4)}-${code.slice(4)}`,
    expiresAt: expiresAt.toISOString(),
    name: whom.name,
  };
}

/**
 * Links a chat with a code, until somebody ends it. Failures count against the chat.
 * @returns the member, or the problem to be answered, with which what was written must stay
 * @throws {Problem} `too-many-attempts`
 */
export async function linkStaffChat(
  tx: Transaction,
  { cipher }: Pick<University, "cipher">,
  { channel, chat, code }: ChatAddress & { code: string },
  now: Date,
): Promise<StaffSummary | Problem> {
  const keys = [`staff-chat:${channel}:${chat}`];
  await refuseWhileLocked(tx, keys, now);
  await oneAtATime(tx, { channel, chat });
  const [used] = await tx.loginChallenge.updateManyAndReturn({
    where: {
      ...{ kind: "staff_link", usedAt: null, expiresAt: { gt: now } },
      codeHash: cipher.blindIndex("login_challenges.code", codeOf(code)),
      staff: { disabledAt: null },
    },
    data: { usedAt: now },
    select: { staff: { select: { id: true, name: true, role: true } } },
  });
  if (!used?.staff) {
    await countFailure(tx, keys, now);
    return new Problem("code-expired");
  }
  await forgetFailures(tx, keys, now);
  const { id: staffId, name, role } = used.staff;
  await tx.staffChat.updateMany({ where: { channel, chat, revokedAt: null }, data: { revokedAt: now } });
  // Nobody holds this token: the chat itself is the proof.
  const link = await tx.staffChat.create({
    data: { staffId, channel, chat, tokenHash: tokenHash(newToken()), linkedAt: now, lastSeenAt: now },
    select: { id: true },
  });
  await recordAudit(tx, now, {
    ...{ actor: "staff", actorId: staffId, action: "chat.linked", subject: "staff", subjectId: staffId },
    to: { channel, link: link.id },
  });
  return { name, role };
}
