import type { Prisma } from "../../prisma/generated/client.ts";
import type { Transaction } from "../university.ts";

/** Who did what to which record, and from what to what. Nothing secret goes in. */
export type Act = Pick<
  Prisma.AuditEntryCreateInput,
  "actor" | "actorId" | "action" | "subject" | "subjectId" | "from" | "to"
>;

/** Writes an act into the audit log, in the transaction of the act itself. */
export async function recordAudit(tx: Transaction, at: Date, act: Act): Promise<void> {
  await tx.auditEntry.create({ data: { ...act, at } });
}
