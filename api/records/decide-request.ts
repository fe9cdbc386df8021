import { isOpen } from "../rules/request-states.ts";
import type { Transaction, University } from "../university.ts";
import { recordAudit } from "./audit.ts";
import { correct } from "./correct.ts";
import { oweState, oweToStudent } from "./desk-news.ts";
import { type Moved, moveRequest, type Step } from "./move-request.ts";
import { openFields } from "./request-fields.ts";

/**
 * What staff do to a request: it moves, an approved correction is made in the student's record, and the student
 * is owed the news, all in one transaction. Ring the bell after the commit.
 * @throws {import("../contract/problems.ts").Problem} as {@link moveRequest}; for a course change why it cannot be
 */
export async function decideRequest(
  tx: Transaction,
  university: Pick<University, "cipher">,
  staffId: string,
  step: Step,
  now: Date,
): Promise<Moved> {
  const moved = await moveRequest(tx, university, { staff: staffId }, step, now);
  const { id, studentId, from, request } = moved;
  if (request.state === "approved") {
    const { fields } = await tx.serviceRequest.findUniqueOrThrow({ where: { id }, select: { fields: true } });
    const change = await correct(tx, university, studentId, openFields(university, fields), now);
    if (change)
      await recordAudit(tx, now, {
        ...{ actor: "staff", actorId: staffId, action: "student.corrected" },
        ...{ subject: "student", subjectId: studentId, ...change },
      });
  }
  const about = { id, studentId, reference: request.reference };
  if (request.state !== from) await oweState(tx, about, { state: request.state, note: step.note ?? "" }, now);
  if (moved.messageId)
    await oweToStudent(tx, about, { kind: "request-answered", payload: { message: moved.messageId } }, now);
  if (request.state !== from && !isOpen(request.state))
    await oweToStudent(tx, about, { kind: "request-over", payload: {} }, now);
  return moved;
}
