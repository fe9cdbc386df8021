import { z } from "zod";
import { BroadcastTopic, Segment } from "../contract/broadcasts.ts";
import type { Transaction, University } from "../university.ts";
import { recordAudit } from "./audit.ts";
import { pokeWatches } from "./broadcast-watches.ts";
import { segmentSize } from "./broadcasts.ts";

/** The key of the setting in which the operator keeps to how many a broadcast goes without a second person. */
export const approvalSetting = "broadcast-approval-above";
/** Where nobody set another. */
export const usualApproval = 1_000;

export const ApprovalAbove = z.int();
const Most = ApprovalAbove.catch(usualApproval);

/** Counts whom a broadcast would reach now. @returns how many, and whether a second person is needed for so many */
export async function sizeNow(
  tx: Transaction,
  { topicId, segment }: { topicId: string; segment: unknown },
  now: Date,
): Promise<{ total: number; isLarge: boolean }> {
  const topic = BroadcastTopic.parse(topicId);
  const { total } = await segmentSize(tx, { topic, segment: Segment.parse(segment) }, now);
  const setting = await tx.setting.findUnique({ where: { key: approvalSetting } });
  return { total, isLarge: total > Most.parse(setting?.value) };
}

/**
 * Counts once more when a scheduled broadcast's time has come: its segment may have grown since it was submitted. One that
 * has become large, and that nobody approved, waits for a second person instead.
 * @returns whether it waits
 */
export async function holdGrown(
  { database }: Pick<University, "database">,
  { id, topicId, segment }: { id: string; topicId: string; segment: unknown },
  now: Date,
): Promise<boolean> {
  const { total, isLarge } = await sizeNow(database.client, { topicId, segment }, now);
  if (!isLarge) return false;
  await database.client.$transaction(async (tx) => {
    const { count } = await tx.broadcast.updateMany({
      where: { id, state: "scheduled", approvedById: null },
      data: { state: "awaiting_approval", recipients: total },
    });
    if (count === 0) return;
    await pokeWatches(tx, id, now);
    await recordAudit(tx, now, {
      ...{ actor: "system", action: "broadcast.held", subject: "broadcast", subjectId: id },
      to: { recipients: total },
    });
  });
  return true;
}
