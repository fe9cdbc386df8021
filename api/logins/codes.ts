import { randomInt } from "node:crypto";
import { z } from "zod";
import { Problem } from "../contract/problems.ts";
import type { ChatAddress, Language } from "../contract/shared.ts";
import { isKept } from "../records/lock-student.ts";
import type { Transaction, University } from "../university.ts";
import { oneAtATime } from "./log-in.ts";

const minute = 60_000;
/** How long a code is good, and how long after it the new password may be written, in ms. */
const lifetime = 10 * minute;
/** So many codes are made within an hour for an account, and for a chat. */
const mostAnHour = 3;

type Known = Pick<University, "cipher">;

/** Whose password is forgotten, and where. */
export type Forgotten = { account: string; address: ChatAddress; language: Language };

/**
 * Makes a code for an account, with the same answer and the same work whether or not there is such an account; the ones
 * that the chat asked for before are dead.
 * @param verified it needs no code: the messenger vouches for the student's number
 * @returns six digits
 * @throws {Problem} `too-many-codes`, with the seconds to wait
 */
export async function createCode(
  tx: Transaction,
  { cipher }: Known,
  { account, address, language }: Forgotten,
  studentId: string | null,
  now: Date,
  verified = false,
): Promise<string> {
  const { channel, chat } = address;
  const kept = await isKept(tx, studentId ?? nobody);
  await oneAtATime(tx, address);
  await oneAtATime(tx, { channel: "account", chat: account });
  await refuseTooMany(tx, { account, address }, now);
  await tx.loginChallenge.updateMany({
    where: { kind: "otp", channel, chat, usedAt: null, expiresAt: { gt: now } },
    data: { expiresAt: now },
  });
  const code = String(randomInt(1_000_000)).padStart(6, "0");
  await tx.loginChallenge.create({
    data: {
      ...{ kind: "otp", channel, chat, language, account, createdAt: now },
      studentId: kept ? studentId : null,
      codeHash: verified ? null : hashOf({ cipher }, code),
      completedAt: verified ? now : null,
      expiresAt: new Date(now.getTime() + lifetime),
    },
  });
  return code;
}

/** Who is asked for where there is no such account: the same is done for everybody. */
const nobody = "00000000-0000-0000-0000-000000000000";

/** With a key: all six digits there are would be tried in no time. */
const hashOf = ({ cipher }: Known, code: string): string => cipher.blindIndex("login_challenges.code", code);

async function refuseTooMany(
  tx: Transaction,
  { account, address: { channel, chat } }: Pick<Forgotten, "account" | "address">,
  now: Date,
): Promise<void> {
  const hour = 60 * minute;
  const within = { kind: "otp" as const, createdAt: { gt: new Date(now.getTime() - hour) } };
  const recent = (where: object) =>
    tx.loginChallenge.findMany({
      where: { ...within, ...where },
      orderBy: { createdAt: "desc" },
      take: mostAnHour,
      select: { createdAt: true },
    });
  for (const made of [await recent({ account }), await recent({ channel, chat })]) {
    const oldest = made[mostAnHour - 1];
    if (!oldest) continue;
    const retryAfter = Math.max(1, Math.ceil((oldest.createdAt.getTime() + hour - now.getTime()) / 1000));
    throw new Problem("too-many-codes", { retryAfter });
  }
}

const Tried = z.object({ id: z.string(), code_hash: z.string().nullable(), tries_left: z.int() });
const TriedRows = z.array(Tried);

/**
 * Tries a code in the chat that asked for it.
 * @returns true, or the problem to be answered, with which the lost try must stay: `wrong-code`, or `code-expired` for a
 *   code that is used up, too old, or was never asked for
 */
export async function tryCode(
  tx: Transaction,
  { cipher }: Known,
  { channel, chat }: ChatAddress,
  code: string,
  now: Date,
): Promise<true | Problem> {
  // Held until the end: of many tries at once no more are heard than of many one after the other.
  const rows = await tx.$queryRaw`
    SELECT id::text, code_hash, tries_left FROM login_challenges
    WHERE kind = 'otp' AND channel = ${channel} AND chat = ${chat}
      AND completed_at IS NULL AND expires_at > ${now}
    ORDER BY created_at DESC LIMIT 1 FOR UPDATE`;
  const [challenge] = TriedRows.parse(rows);
  if (!challenge || challenge.tries_left < 1) return new Problem("code-expired");
  const { id, tries_left: left } = challenge;
  if (challenge.code_hash === hashOf({ cipher }, code)) {
    const expiresAt = new Date(now.getTime() + lifetime);
    await tx.loginChallenge.update({ where: { id }, data: { completedAt: now, expiresAt } });
    return true;
  }
  await tx.loginChallenge.update({ where: { id }, data: { triesLeft: left - 1 } });
  return new Problem(left > 1 ? "wrong-code" : "code-expired");
}

/** Whose password this chat may set: nobody's, unless a code was right here. The answer is not used up. */
export async function provenIn(
  tx: Transaction,
  { channel, chat }: ChatAddress,
  now: Date,
): Promise<{ id: string; studentId: string } | undefined> {
  const found = await tx.loginChallenge.findFirst({
    where: {
      ...{ kind: "otp", channel, chat, usedAt: null, expiresAt: { gt: now } },
      completedAt: { not: null },
      studentId: { not: null },
    },
    orderBy: { createdAt: "desc" },
    select: { id: true, studentId: true },
  });
  return found?.studentId ? { id: found.id, studentId: found.studentId } : undefined;
}

/** Uses up what was proven. @returns false if somebody was first, or it is too late */
export async function useProof(tx: Transaction, id: string, now: Date): Promise<boolean> {
  const { count } = await tx.loginChallenge.updateMany({
    where: { id, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  return count === 1;
}
