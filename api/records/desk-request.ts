import type { Change, DeskRequest, Entry } from "../contract/desk.ts";
import { Problem } from "../contract/problems.ts";
import type { RequestFields } from "../contract/requests.ts";
import { Language } from "../contract/shared.ts";
import type { StaffMember } from "../logins/staff.ts";
import { actionsFor, isOurs, type Rights } from "../rules/desk-rights.ts";
import { maskAddress, maskCnic, maskPhone } from "../rules/masking.ts";
import { isOpen } from "../rules/request-states.ts";
import type { Transaction, University } from "../university.ts";
import { recordAudit } from "./audit.ts";
import { attachedFile, attachment } from "./files.ts";
import { nameColumn, openFields } from "./request-fields.ts";
import { summaryOfRequest } from "./requests.ts";

/** The longest timeline that is shown at once; a thread in a chat shows all of it, bit by bit. */
const longestTimeline = 200;
const earlierShown = 3;

/** The columns that {@link deskRequestOf} reads; of the timeline what came, and what was edited, after a number. */
const columns = (since: number, editsSince: number) => {
  const later = { OR: [{ entry: { gt: since } }, { edit: { gt: editsSince } }] };
  // The newest, where there are too many.
  const newest = { orderBy: { entry: "desc" }, take: longestTimeline } as const;
  return {
    ...{ id: true, reference: true, type: true, state: true, createdAt: true, fields: true, outcome: true },
    ...{ urgent: true, firstAnswerDue: true, resolutionDue: true, firstAnsweredAt: true, rating: true },
    ...{ assigneeId: true, departmentId: true, chatLinkId: true, lastEntry: true },
    assignee: { select: { name: true } },
    attachments: { where: { messageId: null }, ...attachment },
    messages: {
      where: later,
      ...newest,
      include: { attachments: attachment, staff: { select: { name: true } } },
    },
    events: { where: { entry: { gt: since } }, ...newest, include: { staff: { select: { name: true } } } },
    student: {
      select: {
        ...{ id: true, registrationNumber: true, name: true, nameUrdu: true, language: true },
        ...{ cnicSealed: true, phoneSealed: true, addressSealed: true, regionalOfficeId: true },
        programme: { select: { name: true, nameUrdu: true } },
        regionalOffice: { select: { name: true, nameUrdu: true } },
        chatLinks: {
          where: { revokedAt: null },
          orderBy: { lastSeenAt: "desc" },
          take: 10,
          select: { id: true, channel: true, blockedAt: true, expiresAt: true },
        },
      },
    },
  } as const;
};

/**
 * Refuses a request that is not there, or is another office's or department's.
 * @throws {Problem} `not-found`, `not-your-office`
 */
export function requireOurs<R extends Parameters<typeof isOurs>[1]>(
  member: Rights,
  request: R | null,
  reference: string,
): asserts request is R {
  if (!request) throw new Problem("not-found");
  if (!isOurs(member, request)) throw new Problem("not-your-office", { about: [reference] });
}

/** The columns that {@link requireOurs} reads. */
export const whose = { departmentId: true, student: { select: { regionalOfficeId: true } } } as const;

/** What of a request is asked for. */
type Wanted = {
  where: { id: string } | { reference: string };
  /** Who asks, and may do what; nobody, where it is for a chat of many. */
  member?: Rights;
  /** Of its timeline what came after this number, and what was edited after that one. */
  since?: number;
  editsSince?: number;
};

/**
 * One request as the desk sees it.
 * @throws {Problem} `not-found`, `not-your-office`
 */
export async function deskRequestOf(
  { cipher, now }: Pick<University, "cipher" | "now">,
  tx: Transaction,
  { where, member, since = 0, editsSince = since }: Wanted,
): Promise<DeskRequest> {
  const row = await tx.serviceRequest.findUnique({
    where: where as { id: string },
    select: columns(since, editsSince),
  });
  if (!row) throw new Problem("not-found");
  if (member) requireOurs(member, row, row.reference);
  const { student } = row;
  const before = { studentId: student.id, id: { lt: row.id } };
  const count = await tx.serviceRequest.count({ where: before });
  const last = await tx.serviceRequest.findMany({
    where: before,
    orderBy: { id: "desc" },
    take: earlierShown,
  });
  const links = student.chatLinks.filter(({ expiresAt }) => expiresAt > now());
  const reached = links
    .filter(({ blockedAt }) => blockedAt === null)
    .sort((a, b) => Number(b.id === row.chatLinkId) - Number(a.id === row.chatLinkId));
  return {
    ...summaryOfRequest(row),
    ...{ outcome: row.outcome, open: isOpen(row.state), urgent: row.urgent, rating: row.rating },
    firstAnswerDue: row.firstAnswerDue?.toISOString() ?? null,
    resolutionDue: row.resolutionDue?.toISOString() ?? null,
    firstAnsweredAt: row.firstAnsweredAt?.toISOString() ?? null,
    assignee: row.assignee?.name ?? null,
    student: {
      registrationNumber: student.registrationNumber,
      name: student.name,
      nameUrdu: student.nameUrdu,
      language: Language.catch("en").parse(student.language),
      programme: student.programme.name,
      programmeUrdu: student.programme.nameUrdu,
      regionalOffice: student.regionalOffice.name,
      regionalOfficeUrdu: student.regionalOffice.nameUrdu,
      channels: [...new Set(reached.map(({ channel }) => channel))],
      blocked: links.length > 0 && reached.length === 0,
    },
    earlier: { count, last: last.map(summaryOfRequest) },
    changes: changesOf({ cipher }, openFields({ cipher }, row.fields), student, true),
    files: row.attachments.map(attachedFile),
    // They are read after the request: of what came meanwhile some may be missing.
    timeline: timelineOf({ cipher }, row).filter(({ entry }) => entry <= row.lastEntry),
    lastEntry: row.lastEntry,
    actions: member ? actionsFor(member, row) : [],
  };
}

type ByStaff = { staff: { name: string } | null };
type Row = {
  messages: (ByStaff & {
    id: string;
    entry: number;
    author: Entry["author"];
    internal: boolean;
    bodySealed: string;
    createdAt: Date;
    editedAt: Date | null;
    deletedAt: Date | null;
    edit: number | null;
    attachments: Parameters<typeof attachedFile>[0][];
  })[];
  events: (ByStaff & {
    entry: number;
    kind: string;
    actor: Entry["author"];
    to: Entry["to"];
    note: string | null;
    at: Date;
  })[];
};

/** What was said and done, in its order. What was taken back is not told again. */
function timelineOf({ cipher }: Pick<University, "cipher">, { messages, events }: Row): Entry[] {
  const said = messages.map(
    (one): Entry => ({
      ...{ entry: one.entry, kind: one.internal ? "note" : "message", at: one.createdAt.toISOString() },
      ...{ author: one.author, by: one.staff?.name ?? null, message: one.id, event: null, to: null },
      body: one.deletedAt ? "" : cipher.open("request_messages.body", one.bodySealed),
      files: one.deletedAt ? [] : one.attachments.map(attachedFile),
      editedAt: (one.deletedAt ?? one.editedAt)?.toISOString() ?? null,
      ...{ edit: one.edit, deleted: one.deletedAt !== null },
    }),
  );
  const done = events.map(
    (one): Entry => ({
      ...{ entry: one.entry, kind: "event", at: one.at.toISOString(), author: one.actor },
      ...{ by: one.staff?.name ?? null, body: one.note ?? "", event: one.kind, to: one.to, message: null },
      ...{ files: [], editedAt: null, edit: null, deleted: false },
    }),
  );
  return [...said, ...done].sort((a, b) => a.entry - b.entry);
}

type OnRecord = {
  name: string;
  nameUrdu: string | null;
  cnicSealed: string | null;
  phoneSealed: string | null;
  addressSealed: string | null;
};

/** What a request would change: as it is on record, and as it is to be. */
function changesOf(
  { cipher }: Pick<University, "cipher">,
  fields: RequestFields,
  record: OnRecord,
  masked: boolean,
): Change[] {
  const sealed = (
    column: "cnic" | "phone" | "address",
    mask: (plain: string) => string,
    to: string,
  ): Change[] => {
    const now = record[`${column}Sealed`];
    const shown = (plain: string) => (masked ? mask(plain) : plain);
    const from = now === null ? null : shown(cipher.open(`students.${column}`, now));
    return [{ field: column, from, to: shown(to) }];
  };
  switch (fields.type) {
    case "name-correction": {
      const column = nameColumn(fields.name);
      return [{ field: column, from: record[column], to: fields.name }];
    }
    case "cnic-correction":
      return sealed("cnic", maskCnic, fields.cnic);
    case "mobile-change":
      return sealed("phone", maskPhone, fields.phone);
    case "address-change":
      return sealed("address", maskAddress, `${fields.street}, ${fields.city}`);
    case "course-change":
      return [{ field: "course", from: fields.drop, to: fields.add }];
    case "general":
      return [];
  }
}

/** What a request would change, unmasked. That somebody looked is kept. @throws {Problem} `not-found`, `not-your-office` */
export async function revealRequest(
  tx: Transaction,
  university: Pick<University, "cipher">,
  member: StaffMember,
  reference: string,
  now: Date,
): Promise<{ changes: Change[] }> {
  const row = await tx.serviceRequest.findUnique({
    where: { reference },
    select: { id: true, fields: true, departmentId: true, student: true },
  });
  requireOurs(member, row, reference);
  await recordAudit(tx, now, {
    ...{ actor: "staff", actorId: member.id, action: "request.revealed" },
    ...{ subject: "request", subjectId: row.id },
  });
  return { changes: changesOf(university, openFields(university, row.fields), row.student, false) };
}
