import { Problem } from "../contract/problems.ts";
import type { RequestState, RequestSummary } from "../contract/requests.ts";
import { type Action, isOpen, moved } from "../rules/request-states.ts";
import type { Transaction, University } from "../university.ts";
import { recordAudit } from "./audit.ts";
import { happen, say, showOnDesk } from "./entries.ts";
import { attachFiles, type Uploader } from "./files.ts";
import { lockStudent } from "./lock-student.ts";
import { openAlready } from "./request-types.ts";
import { summaryOfRequest } from "./requests.ts";

/** Who acts on a request; staff act on anybody's, students on their own, from a chat that is logged in. */
export type Actor = { student: string; chatLink?: string } | { staff: string };

/** What somebody does to a request. `note` is shown to the student; `message` and `files` go into the conversation. */
export type Step = {
  reference: string;
  action: Action;
  note?: string;
  message?: string;
  files?: readonly string[];
};

/** What a student has an answer by: that somebody has taken a request says nothing to them yet. */
const answering: readonly Action[] = ["answer", "ask-for-document", "approve", "reject", "close"];

/** The id of the request's row, where it came from and is now, and of the message that went along. */
export type Moved = {
  id: string;
  studentId: string;
  from: RequestState;
  request: RequestSummary;
  messageId: string | undefined;
};

/**
 * Moves a request along one of the ways of its life, with its event and the audit log.
 * @throws {Problem} `not-found` if it is not the student's; `request-closed` where there is no such way;
 *   `request-open-already` where another like it would be opened again; `file-gone`
 */
export async function moveRequest(
  tx: Transaction,
  { cipher }: Pick<University, "cipher">,
  actor: Actor,
  { reference, action, note, message, files = [] }: Step,
  now: Date,
): Promise<Moved> {
  // Two who act at once act one after the other, the second on what the first left.
  await lockRequest(tx, reference);
  const row = await tx.serviceRequest.findFirst({
    where: { reference, ...("student" in actor && { studentId: actor.student }) },
  });
  if (!row) throw new Problem("not-found");
  const by = "student" in actor ? "student" : "staff";
  const to = moved(row.state, by, action);
  if (!to) throw new Problem("request-closed", { about: [reference] });
  if (isOpen(to) && !isOpen(row.state)) await requireNoOther(tx, row);
  const staffId = "staff" in actor ? actor.staff : null;
  const decided = ["approved", "rejected", "withdrawn", "closed"].includes(to);
  let messageId: string | undefined;
  if (message !== undefined || files.length > 0) {
    messageId = await say(tx, { cipher }, row.id, { author: by, staffId, body: message ?? "" }, now);
    const uploader: Uploader = "staff" in actor ? { staffId: actor.staff } : { studentId: row.studentId };
    await attachFiles(tx, uploader, files, { requestId: row.id, messageId }, now);
  }
  if (to !== row.state) {
    const step = { author: by, staffId, kind: action, from: row.state, to, note: note ?? null } as const;
    await happen(tx, row.id, step, now);
  }
  const request = await tx.serviceRequest.update({
    where: { id: row.id },
    data: {
      ...{ state: to, updatedAt: now, resolvedAt: decided ? (row.resolvedAt ?? now) : null },
      ...(decided && to !== row.state && { outcome: note ?? null }),
      ...(action === "reopen" && { outcome: null }),
      ...(by === "staff" && answering.includes(action) && { firstAnsweredAt: row.firstAnsweredAt ?? now }),
      ...(action === "take" && { assigneeId: staffId }),
      ...("student" in actor && actor.chatLink !== undefined && { chatLinkId: actor.chatLink }),
    },
  });
  await showOnDesk(tx, row.id, now);
  await recordAudit(tx, now, {
    ...{ actor: by, actorId: "student" in actor ? actor.student : actor.staff, action: `request.${action}` },
    ...{ subject: "request", subjectId: row.id, from: { state: row.state }, to: { state: to } },
  });
  return {
    id: row.id,
    studentId: row.studentId,
    from: row.state,
    request: summaryOfRequest(request),
    messageId,
  };
}

/**
 * What is over is opened again only where its student could file it now, and not at the moment at which they do.
 * @throws {Problem} `request-open-already` with the other's reference
 */
async function requireNoOther(
  tx: Transaction,
  { studentId, type }: { studentId: string; type: string },
): Promise<void> {
  await lockStudent(tx, studentId);
  const open = (await openAlready(tx, studentId)).get(type);
  if (open !== undefined) throw new Problem("request-open-already", { about: [open] });
}

/** Holds a request until the transaction ends, and before it its student: an erasure waits, as with `isKept`. */
export async function lockRequest(tx: Transaction, reference: string): Promise<void> {
  await tx.$queryRaw`
    SELECT FROM service_requests request JOIN students student ON student.id = request.student_id
    WHERE request.reference = ${reference} FOR KEY SHARE OF student FOR UPDATE OF request`;
}
