import { Problem } from "../contract/problems.ts";
import type { Transaction } from "../university.ts";

/**
 * Takes a place in each of some offerings, and gives those in others back. Ids are offerings'.
 * @throws {Problem} `offering-full`: nothing of this transaction may stay then
 */
export async function takePlaces(tx: Transaction, added: string[], removed: string[]): Promise<void> {
  // In one order, so that two who want the same two courses do not wait for each other; and whoever only refers to an
  // offering, as an import's lines do, does not wait at all.
  await tx.$queryRaw`
    SELECT FROM offerings WHERE id = ANY(${[...added, ...removed]}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
  const taken = await tx.$executeRaw`
    UPDATE offerings SET seats_taken = seats_taken + 1
    WHERE id = ANY(${added}::uuid[]) AND (capacity IS NULL OR seats_taken < capacity)`;
  if (taken < added.length) throw new Problem("offering-full", { about: [] });
  await tx.$executeRaw`
    UPDATE offerings SET seats_taken = seats_taken - 1 WHERE id = ANY(${removed}::uuid[])`;
}
