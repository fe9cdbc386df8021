import { z } from "zod";
import { Prisma } from "../../prisma/generated/client.ts";
import { verifyPassword } from "../../prisma/passwords.ts";
import { type StaffLogin, StaffSummary } from "../contract/desk.ts";
import { Problem } from "../contract/problems.ts";
import type { ChatAddress } from "../contract/shared.ts";
import { chatInAudit, recordAudit } from "../records/audit.ts";
import { lockStaff } from "../records/lock-staff.ts";
import type { Rights } from "../rules/desk-rights.ts";
import type { Transaction, University } from "../university.ts";
import { countFailure, forgiveAfterLogin, type LoginKeys, refuseWhileLocked } from "./lockouts.ts";
import { oneAtATime } from "./log-in.ts";
import { newToken, tokenHash } from "./tokens.ts";

/** How long a login of staff is good, in ms: a working day. */
const lifetime = 12 * 60 * 60_000;

/** A member of staff, as logged in in one chat, or linked to it. */
export type StaffMember = Rights & { chatId: string; name: string };

/** A password that was checked; what follows from it is still to be written. */
export type StaffAttempt = {
  /** Undefined for what is no address. */
  email: string | undefined;
  keys: LoginKeys;
  /** Where, for the audit log. */
  where: ReturnType<typeof chatInAudit>;
  /** Who it is, and what the password was checked against; null if the two do not belong together. */
  member: (Pick<StaffMember, "id" | "name" | "role"> & { passwordHash: string }) | null;
};

const Address = z.email();

/** An e-mail address as staff are known by it, in whatever way it is typed. */
export const staffEmail = (typed: string): string => typed.normalize("NFKC").trim().toLowerCase();

/**
 * Checks a password, with the same work whether or not there is such a member. Hashing takes long, so call it outside
 * of transactions.
 * @throws {Problem} `too-many-attempts`
 */
export async function staffAttempt(
  { database, cipher, now }: Pick<University, "database" | "cipher" | "now">,
  { channel, chat }: ChatAddress,
  typed: string,
  password: string,
): Promise<StaffAttempt> {
  const written = staffEmail(typed);
  const account = await database.client.staff.findUnique({
    where: { email: written, disabledAt: null },
    select: { id: true, name: true, role: true, passwordHash: true },
  });
  // What is no address may be anything, a password typed in the wrong place too: it is not kept.
  const email = account ? written : Address.safeParse(written).data;
  const keys: LoginKeys = [`chat:${channel}:${chat}`];
  if (email !== undefined) keys.push(`staff:${email}`);
  await refuseWhileLocked(database.client, keys, now());
  const passwordHash = account?.passwordHash ?? null;
  const matches = await verifyPassword(passwordHash, password);
  const member = matches && account && passwordHash !== null ? { ...account, passwordHash } : null;
  return { email, keys, where: chatInAudit({ cipher }, { channel, chat }), member };
}

/**
 * Logs the chat in, or writes the failure down.
 * @returns the login, or the problem to be answered, with which what was written must stay
 * @throws {Problem} `too-many-attempts`, if other attempts have locked the account or the chat meanwhile
 */
export async function logStaffIn(
  tx: Transaction,
  { keys, email, where, member }: StaffAttempt,
  { channel, chat }: ChatAddress,
  now: Date,
): Promise<z.input<typeof StaffLogin> | Problem> {
  if (!member || !(await isStillTheirs(tx, member))) {
    await countFailure(tx, keys, now);
    await recordAudit(tx, now, {
      ...{ actor: "system", action: "login-failed", subject: "staff", subjectId: email ?? "unreadable" },
      to: where,
    });
    return new Problem("wrong-staff-credentials");
  }
  await forgiveAfterLogin(tx, keys, now);
  await oneAtATime(tx, { channel, chat });
  await tx.staffChat.updateMany({ where: { channel, chat, revokedAt: null }, data: { revokedAt: now } });
  const token = newToken();
  const expiresAt = new Date(now.getTime() + lifetime);
  const link = await tx.staffChat.create({
    data: {
      ...{ staffId: member.id, channel, chat, expiresAt, linkedAt: now, lastSeenAt: now },
      tokenHash: tokenHash(token),
    },
    select: { id: true },
  });
  await recordAudit(tx, now, {
    ...{ actor: "staff", actorId: member.id, action: "login", subject: "staff", subjectId: member.id },
    to: { channel, link: link.id },
  });
  const { name, role } = member;
  return { token, expiresAt: expiresAt.toISOString(), staff: { name, role } };
}

/** Whether a password that was checked is still the member's; their line is held, so that it is until the login is written. */
async function isStillTheirs(tx: Transaction, { id, passwordHash }: NonNullable<StaffAttempt["member"]>) {
  await lockStaff(tx, id);
  return (await tx.staff.count({ where: { id, passwordHash, disabledAt: null } })) === 1;
}

const Found = z.object({
  chat_id: z.string(),
  id: z.string(),
  name: z.string(),
  role: StaffSummary.shape.role,
  regional_office_id: z.string().nullable(),
  department_id: z.string().nullable(),
  over: z.boolean(),
});
const FoundRows = z.array(Found);

/** How a member is known: by the token of a chat, or by the chat itself, for which the bot vouches. */
export type StaffProof = { tokenHash: string } | ChatAddress;

/** Finds the member of a token or a chat; `over` is true for a login that has expired or was ended. */
export async function findStaff(
  { database, now }: Pick<University, "database" | "now">,
  proof: StaffProof,
): Promise<{ member: StaffMember; over: boolean } | undefined> {
  const where =
    "tokenHash" in proof
      ? Prisma.sql`link.token_hash = ${proof.tokenHash}`
      : Prisma.sql`link.channel = ${proof.channel} AND link.chat = ${proof.chat} AND link.revoked_at IS NULL`;
  const rows = await database.client.$queryRaw`
    SELECT link.id::text AS chat_id, staff.id::text, staff.name, staff.role::text,
      staff.regional_office_id::text, staff.department_id::text,
      link.revoked_at IS NOT NULL OR link.expires_at IS NOT NULL AND link.expires_at <= ${now()}
        OR staff.disabled_at IS NOT NULL AS over
    FROM staff_chats link JOIN staff ON staff.id = link.staff_id
    WHERE ${where} ORDER BY link.linked_at DESC LIMIT 1`;
  const [row] = FoundRows.parse(rows);
  if (!row) return undefined;
  const { chat_id: chatId, regional_office_id, department_id, over, ...member } = row;
  return {
    member: { ...member, chatId, regionalOfficeId: regional_office_id, departmentId: department_id },
    over,
  };
}
