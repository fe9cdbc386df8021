import { Problem } from "../contract/problems.ts";
import {
  type RequestDetail,
  type RequestState,
  type RequestSummary,
  RequestType,
} from "../contract/requests.ts";
import { isOpen } from "../rules/request-states.ts";
import type { University } from "../university.ts";
import { attachedFile, attachment } from "./files.ts";
import { pageOf } from "./page.ts";
import { openFields, proposedOf } from "./request-fields.ts";

const summary = { id: true, reference: true, type: true, state: true, createdAt: true } as const;
type Row = { reference: string; type: string; state: RequestSummary["state"]; createdAt: Date };

/** A request as lists show it. */
export const summaryOfRequest = ({ reference, type, state, createdAt }: Row): RequestSummary => ({
  ...{ reference, type: RequestType.parse(type), state, createdAt: createdAt.toISOString() },
});

/**
 * A page of a student's requests, newest first.
 * @throws {Problem} `not-found` if `after` is none of theirs
 */
export async function requestsOf(
  { database }: Pick<University, "database">,
  studentId: string,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<{ requests: RequestSummary[]; next: string | null }> {
  const before = after
    ? await database.client.serviceRequest.findFirst({
        where: { reference: after, studentId },
        select: { id: true },
      })
    : undefined;
  if (before === null) throw new Problem("not-found");
  const rows = await database.client.serviceRequest.findMany({
    where: { studentId, ...(before && { id: { lt: before.id } }) },
    orderBy: { id: "desc" },
    take: limit + 1,
    select: summary,
  });
  const { page, next } = pageOf(rows, limit, ({ reference }) => reference);
  return { requests: page.map(summaryOfRequest), next };
}

/**
 * One request of a student's with its history.
 * @throws {Problem} `not-found` if it is not theirs, or not there
 */
export async function requestOf(
  { database, cipher }: Pick<University, "database" | "cipher">,
  studentId: string,
  reference: string,
): Promise<RequestDetail> {
  const row = await database.client.serviceRequest.findFirst({
    where: { reference, studentId },
    select: {
      ...summary,
      fields: true,
      outcome: true,
      ...conversation,
    },
  });
  if (!row) throw new Problem("not-found");
  return {
    ...summaryOfRequest(row),
    proposed: proposedOf(openFields({ cipher }, row.fields)),
    outcome: row.outcome,
    ...conversationOf({ cipher }, row),
    open: isOpen(row.state),
  };
}

/** The columns of a request that {@link conversationOf} reads: nothing that only staff may see. */
const conversation = {
  events: { where: { to: { not: null } }, orderBy: { id: "asc" } },
  attachments: { where: { messageId: null }, ...attachment },
  messages: {
    where: { internal: false, deletedAt: null },
    orderBy: { id: "asc" },
    include: { attachments: attachment, staff: { select: { name: true } } },
  },
} as const;

type Attached = { attachments: Parameters<typeof attachedFile>[0][] };
type Conversation = Attached & {
  events: { to: RequestState | null; at: Date; note: string | null }[];
  messages: (Attached & {
    id: string;
    staff: { name: string } | null;
    author: RequestDetail["messages"][number]["author"];
    bodySealed: string;
    createdAt: Date;
  })[];
};

/** What became of a request and what was said, oldest first, with its documents. */
const conversationOf = (
  { cipher }: Pick<University, "cipher">,
  { events, attachments, messages }: Conversation,
): Pick<RequestDetail, "history" | "messages" | "files"> => ({
  history: events.flatMap(({ to, at, note }) => (to ? [{ state: to, at: at.toISOString(), note }] : [])),
  files: attachments.map(attachedFile),
  messages: messages.map(({ id, author, staff, bodySealed, createdAt, attachments: sent }) => ({
    ...{ id, author, by: staff?.name ?? null },
    body: cipher.open("request_messages.body", bodySealed),
    at: createdAt.toISOString(),
    files: sent.map(attachedFile),
  })),
});
