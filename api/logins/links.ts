import type { ChatAddress, Language } from "../contract/shared.ts";
import { lockStudent } from "../records/lock-student.ts";
import type { Transaction } from "../university.ts";
import { oneAtATime } from "./log-in.ts";
import { newToken, tokenHash } from "./tokens.ts";

/** How long the page behind a link may be filled in, in ms. */
const lifetime = 10 * 60_000;
/** How long after that the chat may be logged in, in ms: its messenger may be out of reach for a while. */
const redeemable = 60 * 60_000;

/** A link that waits for its page to be filled in. */
export type OpenLink = { id: string; address: ChatAddress; language: string | null };

/** Makes a link for a chat; the ones that it asked for before and did not use are dead. */
export async function createLink(
  tx: Transaction,
  address: ChatAddress,
  language: Language,
  now: Date,
): Promise<{ token: string; expiresAt: Date }> {
  await oneAtATime(tx, address);
  const { channel, chat } = address;
  await tx.loginChallenge.updateMany({
    where: { kind: "link", channel, chat, completedAt: null, expiresAt: { gt: now } },
    data: { expiresAt: now },
  });
  const token = newToken();
  const expiresAt = new Date(now.getTime() + lifetime);
  await tx.loginChallenge.create({
    data: { kind: "link", tokenHash: tokenHash(token), channel, chat, language, expiresAt, createdAt: now },
  });
  return { token, expiresAt };
}

/** Finds the link of a token, without using it. @returns undefined if it is unknown, too old or filled in */
export async function findOpenLink(tx: Transaction, token: string, now: Date): Promise<OpenLink | undefined> {
  const found = await tx.loginChallenge.findUnique({
    where: { tokenHash: tokenHash(token), kind: "link", completedAt: null, expiresAt: { gt: now } },
    select: { id: true, channel: true, chat: true, language: true },
  });
  if (!found) return undefined;
  const { id, channel, chat, language } = found;
  return { id, address: { channel, chat }, language };
}

/** Marks a link's page as filled in by a student. @returns false if somebody was first, or it is too late */
export async function completeLink(
  tx: Transaction,
  id: string,
  studentId: string,
  now: Date,
): Promise<boolean> {
  const { count } = await tx.loginChallenge.updateMany({
    where: { id, completedAt: null, expiresAt: { gt: now } },
    data: { studentId, completedAt: now, expiresAt: new Date(now.getTime() + redeemable) },
  });
  return count === 1;
}

/** Takes a filled-in link for the chat that asked for it. @returns the student; undefined if there is no such link */
export async function takeLink(
  tx: Transaction,
  id: string,
  { channel, chat }: ChatAddress,
  now: Date,
): Promise<string | undefined> {
  const where = {
    ...{ id, channel, chat, kind: "link" as const, usedAt: null },
    ...{ completedAt: { not: null }, expiresAt: { gt: now } },
  };
  const found = await tx.loginChallenge.findFirst({ where, select: { studentId: true } });
  if (!found?.studentId) return undefined;
  // Held before the link is used: what shows everybody out holds them in the same order.
  await lockStudent(tx, found.studentId);
  const { count } = await tx.loginChallenge.updateMany({ where, data: { usedAt: now } });
  return count === 1 ? found.studentId : undefined;
}
