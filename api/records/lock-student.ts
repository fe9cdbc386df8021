import { z } from "zod";
import { Problem } from "../contract/problems.ts";
import type { Transaction } from "../university.ts";

const Rows = z.array(z.object({ id: z.string() }));

/** One write of a student's at a time: what is read of their record from here on stays so until the transaction ends. */
export async function lockStudent(tx: Transaction, studentId: string): Promise<void> {
  await tx.$queryRaw`SELECT FROM students WHERE id = ${studentId}::uuid FOR NO KEY UPDATE`;
}

/**
 * Whether a student is there and not erased, and stays so until the transaction ends: an erasure waits for it. Others who
 * write for the student do not. Hold the student before anything else that an erasure takes away.
 */
export async function isKept(tx: Transaction, studentId: string): Promise<boolean> {
  const rows = await tx.$queryRaw`
    SELECT id::text FROM students WHERE id = ${studentId}::uuid AND erased_at IS NULL FOR KEY SHARE`;
  return Rows.parse(rows).length === 1;
}

/** Holds a student who writes, as {@link isKept}. @throws {Problem} `login-expired` where they are erased */
export async function requireKept(tx: Transaction, studentId: string): Promise<void> {
  if (!(await isKept(tx, studentId))) throw new Problem("login-expired");
}
