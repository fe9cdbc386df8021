import { verifyPassword } from "../../prisma/passwords.ts";
import { Problem } from "../contract/problems.ts";
import { registrationNumberOf } from "../contract/registration-number.ts";
import type { ChatAddress } from "../contract/shared.ts";
import { chatInAudit, recordAudit } from "../records/audit.ts";
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
  /** Null if the two do not belong together. */
  studentId: string | null;
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
  const matches = await verifyPassword(account?.passwordHash, password);
  const where = chatInAudit(university, address);
  return { where, registrationNumber, keys, studentId: matches && account ? account.id : null };
}

/**
 * Writes what follows from an attempt to the lockouts, and to the audit log if it failed.
 * @returns the student's id, or the problem to be answered, with which what was written must stay
 * @throws {Problem} `too-many-attempts`, if other attempts have locked the account or the chat meanwhile
 */
export async function settle(tx: Transaction, attempt: Attempt, now: Date): Promise<string | Problem> {
  const { studentId, keys, where, registrationNumber } = attempt;
  if (studentId !== null) {
    await forgiveAfterLogin(tx, keys, now);
    return studentId;
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
