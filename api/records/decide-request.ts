import { oweNews } from "../deliveries/owe.ts";
import { reach } from "../deliveries/reach.ts";
import type { Transaction, University } from "../university.ts";
import { recordAudit } from "./audit.ts";
import { correct } from "./correct.ts";
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
    const change = await correct(tx, university, studentId, openFields(university, fields));
    if (change)
      await recordAudit(tx, now, {
        ...{ actor: "staff", actorId: staffId, action: "student.corrected" },
        ...{ subject: "student", subjectId: studentId, ...change },
      });
  }
  if (request.state !== from || step.message !== undefined) await tell(tx, moved, step, now);
  return moved;
}

/** Of an answer only that there is one: what it says is read in the request, and stands nowhere else. */
async function tell(
  tx: Transaction,
  { id, studentId, request: { reference, state } }: Moved,
  { note = "", message }: Step,
  now: Date,
): Promise<void> {
  const to = await reach(tx, studentId, "requests", now);
  if (!to) return;
  const kind = message === undefined ? "request-changed" : "request-answered";
  const occasion = `${id}:${state}:${now.getTime()}`;
  const payload = message === undefined ? { reference, state, note } : { reference };
  await oweNews(tx, [{ to, kind, occasion, payload }], now);
}
