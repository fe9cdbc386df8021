import { Problem } from "../contract/problems.ts";
import { isOpen } from "../rules/request-states.ts";
import type { Transaction } from "../university.ts";
import { happen, showOnDesk } from "./entries.ts";
import { lockRequest } from "./move-request.ts";

/**
 * Keeps what a student says of how a request went; said again, the last word counts.
 * @param rating 1 to 5
 * @throws {Problem} `not-found` if it is not theirs; `action-not-possible` as long as it is open
 */
export async function rateRequest(
  tx: Transaction,
  studentId: string,
  reference: string,
  rating: number,
  now: Date,
): Promise<void> {
  await lockRequest(tx, reference);
  const row = await tx.serviceRequest.findFirst({
    where: { reference, studentId },
    select: { id: true, state: true },
  });
  if (!row) throw new Problem("not-found");
  if (isOpen(row.state)) throw new Problem("action-not-possible", { about: [reference] });
  await tx.serviceRequest.update({ where: { id: row.id }, data: { rating } });
  await happen(tx, row.id, { author: "student", kind: "rated", note: String(rating) }, now);
  await showOnDesk(tx, row.id, now);
}
