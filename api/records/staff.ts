import { randomInt } from "node:crypto";
import { z } from "zod";
import type { Database } from "../../prisma/database.ts";
import type { Prisma } from "../../prisma/generated/client.ts";
import { hashPassword } from "../../prisma/passwords.ts";
import { StartError } from "../../prisma/start-error.ts";
import { staffEmail } from "../logins/staff.ts";
import type { Rights } from "../rules/desk-rights.ts";
import { openStates } from "../rules/request-states.ts";
import type { Transaction } from "../university.ts";
import { recordAudit } from "./audit.ts";

type Records = { database: Pick<Database, "client">; now: () => Date };

/** What is to be true of a member; what is left out stays, and an office or a department that is null is every one. */
export type StaffDetails = {
  name?: string | undefined;
  role?: Rights["role"] | undefined;
  /** Their codes. */
  office?: string | null | undefined;
  department?: string | null | undefined;
};

const Email = z.string().transform(staffEmail).pipe(z.email());

/**
 * Lets somebody work at the desk.
 * @returns the password, which is kept nowhere else
 * @throws {StartError} in a sentence for the operator, as all that follows
 */
export async function addStaff(
  { database, now }: Records,
  written: string,
  details: StaffDetails & { name: string; role: Rights["role"] },
): Promise<string> {
  const email = emailOf(written);
  const { password, passwordHash } = await newPassword();
  await database.client.$transaction(async (tx) => {
    const { name, role } = details;
    const placed = await placeOf(tx, details);
    const [added] = await tx.staff.createManyAndReturn({
      data: { email, passwordHash, name, role, createdAt: now(), ...placed },
      skipDuplicates: true,
      select: { id: true },
    });
    if (!added) throw new StartError(`${email} works here already.`);
    await audit(tx, now(), added.id, "staff-added", { role });
  });
  return password;
}

/** Changes a member's name, role, office or department. It holds from their next action on. */
export async function changeStaff(
  { database, now }: Records,
  written: string,
  details: StaffDetails,
): Promise<void> {
  await database.client.$transaction(async (tx) => {
    const { id, role: before } = await memberOf(tx, written);
    const { name, role } = details;
    const data = { ...(name && { name }), ...(role && { role }), ...(await placeOf(tx, details)) };
    await tx.staff.update({ where: { id }, data });
    await audit(tx, now(), id, "staff-changed", { role: role ?? before });
  });
}

/** Gives a member another password, and ends every login and link of theirs. @returns the password */
export async function renewPassword({ database, now }: Records, written: string): Promise<string> {
  const { password, passwordHash } = await newPassword();
  await database.client.$transaction(async (tx) => {
    const { id, email } = await memberOf(tx, written);
    await tx.staff.update({ where: { id }, data: { passwordHash } });
    await tx.lockout.deleteMany({ where: { key: `staff:${email}` } });
    await endLogins(tx, id, now());
    await audit(tx, now(), id, "staff-password-set");
  });
  return password;
}

/**
 * Lets a member in no more, or in again. Their chats are logged out at once.
 * @returns the references of the open requests that are still theirs
 */
export async function allowStaff(
  { database, now }: Records,
  written: string,
  allowed: boolean,
): Promise<string[]> {
  return database.client.$transaction(async (tx) => {
    const { id } = await memberOf(tx, written);
    await tx.staff.update({ where: { id }, data: { disabledAt: allowed ? null : now() } });
    if (!allowed) await endLogins(tx, id, now());
    await audit(tx, now(), id, allowed ? "staff-enabled" : "staff-disabled");
    const theirs = await tx.serviceRequest.findMany({
      where: { assigneeId: id, state: { in: openStates } },
      orderBy: { reference: "asc" },
      select: { reference: true },
    });
    return theirs.map(({ reference }) => reference);
  });
}

/** Who works at the desk, by name; `lastSeenAt` is when one of their chats was last heard of. */
export async function listStaff({ database }: Pick<Records, "database">) {
  const all = await database.client.staff.findMany({
    orderBy: [{ name: "asc" }, { email: "asc" }],
    select: {
      ...{ email: true, name: true, role: true, disabledAt: true },
      regionalOffice: { select: { code: true } },
      department: { select: { code: true } },
      chats: { orderBy: { lastSeenAt: "desc" }, take: 1, select: { lastSeenAt: true } },
    },
  });
  return all.map(({ regionalOffice, department, chats, ...member }) => ({
    ...member,
    office: regionalOffice?.code ?? null,
    department: department?.code ?? null,
    lastSeenAt: chats[0]?.lastSeenAt ?? null,
  }));
}

function emailOf(written: string): string {
  const email = Email.safeParse(written).data;
  if (email === undefined)
    throw new StartError(`${written} is no e-mail address, such as desk@university.example.`);
  return email;
}

async function memberOf(tx: Transaction, written: string) {
  const email = emailOf(written);
  const member = await tx.staff.findUnique({ where: { email } });
  if (!member) throw new StartError(`Nobody works here as ${email}.`);
  return member;
}

/** Where somebody works, by the codes. */
async function placeOf(tx: Transaction, { office, department }: StaffDetails) {
  const regionalOfficeId =
    office && (await idOf("regional office", office, await tx.regionalOffice.findMany()));
  const departmentId = department && (await idOf("department", department, await tx.department.findMany()));
  return {
    ...(regionalOfficeId !== undefined && { regionalOfficeId }),
    ...(departmentId !== undefined && { departmentId }),
  };
}

function idOf(what: string, written: string, all: readonly { id: string; code: string }[]): string {
  const found = all.find(({ code }) => code.toLowerCase() === written.toLowerCase());
  if (found) return found.id;
  const codes = all.map(({ code }) => code).join(", ") || "none yet";
  throw new StartError(`There is no ${what} ${written}; there are: ${codes}.`);
}

/** Ends a member's logins and links, and what would make another: first that, so that no link comes between. */
async function endLogins(tx: Transaction, staffId: string, now: Date): Promise<void> {
  await tx.loginChallenge.updateMany({
    where: { staffId, usedAt: null, expiresAt: { gt: now } },
    data: { expiresAt: now },
  });
  await tx.staffChat.updateMany({ where: { staffId, revokedAt: null }, data: { revokedAt: now } });
}

async function audit(
  tx: Transaction,
  now: Date,
  id: string,
  action: string,
  to?: Prisma.InputJsonObject,
): Promise<void> {
  const act = { actor: "system", action, subject: "staff", subjectId: id, ...(to && { to }) } as const;
  await recordAudit(tx, now, act);
}

/** No letters and digits that are taken for each other. */
const alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

/** Twelve characters of chance in groups of four: 59 bits. */
async function newPassword(): Promise<{ password: string; passwordHash: string }> {
  const letters = Array.from({ length: 12 }, () => alphabet[randomInt(alphabet.length)]);
  const password = [0, 4, 8].map((at) => letters.slice(at, at + 4).join("")).join("-");
  return { password, passwordHash: await hashPassword(password) };
}
