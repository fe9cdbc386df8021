import { z } from "zod";
import { Prisma } from "../../prisma/generated/client.ts";
import { Problem } from "../contract/problems.ts";
import { afterFailure, afterSuccess, secondsToWait } from "../rules/lockout.ts";
import type { Transaction } from "../university.ts";

/**
 * Refuses to try while the account or the chat waits.
 * @param keys whose failures count, like `account:22P-123456` and `chat:telegram:42`
 * @throws {Problem} `too-many-attempts`, with the seconds to wait
 */
export async function refuseWhileLocked(tx: Transaction, keys: string[], now: Date): Promise<void> {
  refuse(await tx.lockout.findMany({ where: { key: { in: keys } }, select: { lockedUntil: true } }), now);
}

/**
 * Holds the keys' lines until the transaction ends: of many tries at once no more are heard than of many one after the
 * other.
 */
async function hold(tx: Transaction, keys: string[]) {
  const rows = await tx.$queryRaw`
    SELECT key, failures, locked_until, updated_at FROM lockouts
    WHERE key IN (${Prisma.join(keys)}) ORDER BY key FOR UPDATE`;
  return new Map(HeldRows.parse(rows).map((row) => [row.key, row]));
}

/** Refuses as {@link refuseWhileLocked}, and holds the keys' lines. */
async function holdUnlocked(tx: Transaction, keys: string[], now: Date) {
  const held = await hold(tx, keys);
  refuse(
    [...held.values()].map(({ locked_until }) => ({ lockedUntil: locked_until })),
    now,
  );
  return held;
}

const Held = z.object({
  key: z.string(),
  failures: z.number(),
  locked_until: z.date().nullable(),
  updated_at: z.date(),
});
const HeldRows = z.array(Held);

function refuse(lockouts: { lockedUntil: Date | null }[], now: Date): void {
  const waits = lockouts.map(({ lockedUntil }) => secondsToWait(lockedUntil?.getTime(), now.getTime()));
  const retryAfter = Math.max(0, ...waits);
  if (retryAfter > 0) throw new Problem("too-many-attempts", { retryAfter });
}

/**
 * Counts a failure for every key.
 * @throws {Problem} `too-many-attempts`, if other tries have locked a key meanwhile; nothing is counted then
 */
export async function countFailure(tx: Transaction, keys: string[], now: Date): Promise<void> {
  const sorted = keys.toSorted();
  // Those that are there are held by this, too: a login that forgives them comes before or after, never between.
  await tx.$executeRaw`
    INSERT INTO lockouts AS known (key, updated_at) SELECT key, ${now}::timestamptz FROM unnest(${sorted}::text[]) key
    ON CONFLICT (key) DO UPDATE SET updated_at = known.updated_at`;
  const held = await holdUnlocked(tx, sorted, now);
  for (const key of sorted) {
    const row = held.get(key);
    const before = row && {
      failures: row.failures,
      lastFailure: row.updated_at.getTime(),
      lockedUntil: row.locked_until?.getTime() ?? null,
    };
    const { failures, lockedUntil } = afterFailure(before, now.getTime());
    const data = {
      failures,
      lockedUntil: lockedUntil === null ? null : new Date(lockedUntil),
      updatedAt: now,
    };
    await tx.lockout.update({ where: { key }, data });
  }
}

/** Whose failures count where somebody logs in: the chat's, and the account's where one was named. */
export type LoginKeys = [chat: string, ...account: string[]];

/**
 * Forgives what failed before a login: all of the account's, and of the chat's as `afterSuccess` says.
 * @throws {Problem} `too-many-attempts`, if other tries have locked a key meanwhile
 */
export async function forgiveAfterLogin(tx: Transaction, keys: LoginKeys, now: Date): Promise<void> {
  await forgive(tx, keys, await holdUnlocked(tx, keys, now), now);
}

/** Forgives likewise after a new password was set, for which nobody waits. */
export async function forgiveAfterReset(tx: Transaction, keys: LoginKeys, now: Date): Promise<void> {
  await forgive(tx, keys, await hold(tx, keys), now);
}

async function forgive(
  tx: Transaction,
  [chat, account]: LoginKeys,
  held: Awaited<ReturnType<typeof hold>>,
  now: Date,
): Promise<void> {
  const inChat = held.get(chat);
  const atAccount = account === undefined ? undefined : held.get(account);
  const gone = atAccount ? [atAccount.key] : [];
  if (inChat) {
    const { updated_at: updatedAt } = inChat;
    const before = { failures: inChat.failures, lastFailure: updatedAt.getTime() };
    const failures = afterSuccess(before, atAccount?.failures ?? 0, now.getTime());
    if (failures === 0) gone.push(chat);
    else await tx.lockout.update({ where: { key: chat }, data: { failures, updatedAt } });
  }
  if (gone.length > 0) await tx.lockout.deleteMany({ where: { key: { in: gone } } });
}

/**
 * Forgets all of the keys' failures after a success.
 * @throws {Problem} `too-many-attempts`, if other tries have locked a key meanwhile
 */
export async function forgetFailures(tx: Transaction, keys: string[], now: Date): Promise<void> {
  const held = await holdUnlocked(tx, keys, now);
  if (held.size === 0) return;
  await tx.lockout.deleteMany({ where: { key: { in: keys } } });
}
