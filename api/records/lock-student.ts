import type { Transaction } from "../university.ts";

/** One write of a student's at a time: what is read of their record from here on stays so until the transaction ends. */
export async function lockStudent(tx: Transaction, studentId: string): Promise<void> {
  await tx.$queryRaw`SELECT FROM students WHERE id = ${studentId}::uuid FOR NO KEY UPDATE`;
}
