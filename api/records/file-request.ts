import { Problem } from "../contract/problems.ts";
import type { RequestFields, RequestSummary } from "../contract/requests.ts";
import { openStates } from "../rules/request-states.ts";
import type { Transaction, University } from "../university.ts";
import { recordAudit } from "./audit.ts";
import { courseChange } from "./course-change.ts";
import { attachFiles } from "./files.ts";
import { lockStudent } from "./lock-student.ts";
import { nextReference } from "./references.ts";
import { sealFields } from "./request-fields.ts";
import { typesWithDocument } from "./request-types.ts";
import { summaryOfRequest } from "./requests.ts";

/** What a student files. */
export type Filing = {
  studentId: string;
  fields: RequestFields;
  message?: string | undefined;
  /** Ids of files that the student uploaded. */
  files: readonly string[];
};

/**
 * Files a request. The same correction is not asked for twice at a time.
 * @throws {Problem} `request-open-already` with the other's reference; `document-required`, `file-gone`; for a
 *   course change why it cannot be
 */
export async function fileRequest(
  tx: Transaction,
  { cipher }: Pick<University, "cipher">,
  { studentId, fields, message, files }: Filing,
  now: Date,
): Promise<RequestSummary> {
  await lockStudent(tx, studentId);
  if (files.length === 0 && (await typesWithDocument(tx)).has(fields.type))
    throw new Problem("document-required");
  if (fields.type !== "general") {
    const open = await tx.serviceRequest.findFirst({
      where: { studentId, type: fields.type, state: { in: openStates } },
      select: { reference: true },
    });
    if (open) throw new Problem("request-open-already", { about: [open.reference] });
  }
  if (fields.type === "course-change") await courseChange(tx, studentId, fields);
  const request = await tx.serviceRequest.create({
    data: {
      ...{ studentId, type: fields.type, fields: sealFields({ cipher }, fields) },
      ...{ createdAt: now, updatedAt: now, reference: await nextReference(tx, "SR", now) },
      events: { create: { kind: "filed", to: "pending", actor: "student", at: now } },
      ...(message && { messages: { create: messageOf({ cipher }, "student", message, now) } }),
    },
  });
  await attachFiles(tx, studentId, files, { requestId: request.id, messageId: null }, now);
  await recordAudit(tx, now, {
    ...{ actor: "student", actorId: studentId, action: "request.filed" },
    ...{ subject: "request", subjectId: request.id, to: { type: fields.type, files: files.length } },
  });
  return summaryOfRequest(request);
}

/** A message as it is kept. */
export const messageOf = (
  { cipher }: Pick<University, "cipher">,
  author: "student" | "staff",
  body: string,
  now: Date,
) => ({ author, bodySealed: cipher.seal("request_messages.body", body), createdAt: now });
