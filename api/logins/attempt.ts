import { verifyPassword } from "../../prisma/passwords.ts";
import { Problem } from "../contract/problems.ts";
import { registrationNumberOf } from "../contract/registration-number.ts";
import type { ChatAddress } from "../contract/shared.ts";
import { chatInAudit, recordAudit } from "../records/audit.ts";
import { lockStudent } from "../records/lock-student.ts";
import type { Transaction, University } from "../university.ts";
import { countFailure, forgiveAfterLogin, type LoginKeys, refuseWhileLocked } from "./lockouts.ts";

/** What somebody typed, and where. */
export type Credentials = { registrationNumber: string; password: string; address: ChatAddress };

/** A password that was checked; what follows from it is still to be written. */
export type Attempt = {
  /** Where, for the audit log. */
  where: ReturnType<typeof chatInAudit>;
  /** In its one written form; undefined for what is no registration number. */
  registrationNumber: string | undefined;
  /** Whose failures count. */
  keys: LoginKeys;
  /** Whose it is, and what it was checked against; null if the two do not belong together. */
  student: { id: string; passwordHash: string } | null;
};

/**
 * Checks a password, with the same work whether or not there is such an account. Hashing takes long, so call it outside
 * of transactions.
 * @throws {Problem} `too-many-attempts`
 */
export async function attempt(university: University, credentials: Credentials): Promise<Attempt> {
  const { database, now } = university;
  const { address, password } = credentials;
  const registrationNumber = registrationNumberOf(credentials.registrationNumber);
  const keys: LoginKeys = [`chat:${address.channel}:${address.chat}`];
  if (registrationNumber) keys.push(`account:${registrationNumber}`);
  await refuseWhileLocked(database.client, keys, now());
  const account = await database.client.student.findUnique({
    where: { registrationNumber: registrationNumber ?? "", erasedAt: null },
    select: { id: true, passwordHash: true },
  });
  const { id, passwordHash = null } = account ?? {};
  const matches = await verifyPassword(passwordHash, password);
  const where = chatInAudit(university, address);
  const student = matches && id !== undefined && passwordHash !== null ? { id, passwordHash } : null;
  return { where, registrationNumber, keys, student };
}

/**
 * Writes what follows from an attempt to the lockouts, and to the audit log if it failed. The student's line is held from
 * here on: whoever takes the password away meanwhile does so before, or finds this login.
 * @returns the student's id, or the problem to be answered, with which what was written must stay
 * @throws {Problem} `too-many-attempts`, if other attempts have locked the account or the chat meanwhile
 */
export async function settle(tx: Transaction, attempt: Attempt, now: Date): Promise<string | Problem> {
  const { student, keys, where, registrationNumber } = attempt;
  if (student && (await isStillTheirs(tx, student))) {
    await forgiveAfterLogin(tx, keys, now);
    return student.id;
  }
  await countFailure(tx, keys, now);
  await recordAudit(tx, now, {
    actor: "system",
    action: "login-failed",
    // What is no registration number may be anything, a password typed in the wrong place too: it is not kept.
    subject: "account",
    subjectId: registrationNumber ?? "unreadable",
    to: where,
  });
  return new Problem("wrong-credentials");
}

/** Whether a password that was checked is still the student's; their line is held. */
async function isStillTheirs(tx: Transaction, { id, passwordHash }: NonNullable<Attempt["student"]>) {
  await lockStudent(tx, id);
  return (await tx.student.count({ where: { id, passwordHash, erasedAt: null } })) === 1;
}
