import { Problem } from "../contract/problems.ts";
import type { RequestFields, RequestSummary } from "../contract/requests.ts";
import type { Transaction, University } from "../university.ts";
import { recordAudit } from "./audit.ts";
import { courseChange } from "./course-change.ts";
import { happen, say, showOnDesk } from "./entries.ts";
import { attachFiles } from "./files.ts";
import { lockStudent } from "./lock-student.ts";
import { nextReference } from "./references.ts";
import { sealFields } from "./request-fields.ts";
import { openAlready, typesWithDocument } from "./request-types.ts";
import { summaryOfRequest } from "./requests.ts";
import { targetsOf } from "./targets.ts";

/** What a student files. */
export type Filing = {
  studentId: string;
  fields: RequestFields;
  message?: string | undefined;
  /** Ids of files that the student uploaded. */
  files: readonly string[];
  /** The login of the chat that it comes from. */
  chatLink?: string;
  /** What the student wrote to the bot before, for staff. */
  said?: readonly string[];
};

/**
 * Files a request. The same correction is not asked for twice at a time.
 * @throws {Problem} `request-open-already` with the other's reference, of queries with the newest's; `document-required`,
 *   `file-gone`; for a course change why it cannot be
 */
export async function fileRequest(
  tx: Transaction,
  { cipher }: Pick<University, "cipher">,
  { studentId, fields, message, files, chatLink, said = [] }: Filing,
  now: Date,
): Promise<RequestSummary> {
  await lockStudent(tx, studentId);
  if (files.length === 0 && (await typesWithDocument(tx)).has(fields.type))
    throw new Problem("document-required");
  const open = (await openAlready(tx, studentId)).get(fields.type);
  if (open !== undefined) throw new Problem("request-open-already", { about: [open] });
  if (fields.type === "course-change") await courseChange(tx, studentId, fields, now);
  const request = await tx.serviceRequest.create({
    data: {
      ...{ studentId, type: fields.type, fields: sealFields({ cipher }, fields) },
      ...{ createdAt: now, updatedAt: now, reference: await nextReference(tx, "SR", now) },
      ...(await targetsOf(tx, studentId, fields.type, now)),
      ...(chatLink !== undefined && { chatLinkId: chatLink }),
    },
  });
  const { id } = request;
  await happen(tx, id, { author: "student", kind: "filed", to: "pending" }, now);
  if (said.length > 0) {
    const before = said.map((line) => `“${line}”`).join("\n");
    await say(tx, { cipher }, id, { author: "system", body: before, internal: true }, now);
  }
  if (message) await say(tx, { cipher }, id, { author: "student", body: message }, now);
  await attachFiles(tx, { studentId }, files, { requestId: id, messageId: null }, now);
  await showOnDesk(tx, id, now);
  await recordAudit(tx, now, {
    ...{ actor: "student", actorId: studentId, action: "request.filed" },
    ...{ subject: "request", subjectId: request.id, to: { type: fields.type, files: files.length } },
  });
  return summaryOfRequest(request);
}
