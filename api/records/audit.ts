import type { Prisma } from "../../prisma/generated/client.ts";
import type { ChatAddress } from "../contract/shared.ts";
import type { Transaction, University } from "../university.ts";

/** Who did what to which record, and from what to what. Nothing secret goes in, nor a chat: on WhatsApp it is a number. */
export type Act = Pick<
  Prisma.AuditEntryCreateInput,
  "actor" | "actorId" | "action" | "subject" | "subjectId" | "from" | "to"
>;

/** Writes an act into the audit log, in the transaction of the act itself. */
export async function recordAudit(tx: Transaction, at: Date, act: Act): Promise<void> {
  await tx.auditEntry.create({ data: { ...act, at } });
}

/** A chat as the audit log names it: always the same, so that what was tried in one chat is found together. */
export const chatInAudit = (
  { cipher }: Pick<University, "cipher">,
  { channel, chat }: ChatAddress,
): { channel: string; chat: string } => ({
  channel,
  chat: cipher.blindIndex("audit_log.chat", `${channel}:${chat}`),
});
