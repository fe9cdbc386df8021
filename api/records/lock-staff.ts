import type { Transaction } from "../university.ts";

/** One write of a member of staff's at a time: what is read of theirs from here on stays so until the transaction ends. */
export async function lockStaff(tx: Transaction, staffId: string): Promise<void> {
  await tx.$queryRaw`SELECT FROM staff WHERE id = ${staffId}::uuid FOR NO KEY UPDATE`;
}
