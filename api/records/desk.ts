import {
  type Change,
  type DeskRequest,
  type QueuedRequest,
  type StaffAction,
  staffActions,
} from "../contract/desk.ts";
import { Problem } from "../contract/problems.ts";
import type { RequestFields } from "../contract/requests.ts";
import type { StaffMember } from "../logins/staff.ts";
import { maskAddress, maskCnic, maskPhone } from "../rules/masking.ts";
import { moved, openStates } from "../rules/request-states.ts";
import type { Transaction, University } from "../university.ts";
import { recordAudit } from "./audit.ts";
import { decideRequest } from "./decide-request.ts";
import { lockRequest } from "./move-request.ts";
import { nameColumn, openFields } from "./request-fields.ts";
import { conversation, conversationOf, summaryOfRequest } from "./requests.ts";

const queued = {
  id: true,
  reference: true,
  type: true,
  state: true,
  createdAt: true,
  student: { select: { registrationNumber: true, name: true } },
  assignee: { select: { name: true } },
} as const;
type Queued = Parameters<typeof summaryOfRequest>[0] & {
  student: QueuedRequest["student"];
  assignee: { name: string } | null;
};

const queuedRequest = (row: Queued): QueuedRequest => ({
  ...summaryOfRequest(row),
  student: row.student,
  assignee: row.assignee?.name ?? null,
});

/** Which requests: nobody's yet, one's own, or all that are open. */
export type Queue = { which: "waiting" | "mine" | "open"; after?: string | undefined; limit: number };

/** A page of the open requests, oldest first. @throws {Problem} `not-found` if `after` is no request */
export async function queueOf(
  tx: Transaction,
  member: StaffMember,
  { which, after, limit }: Queue,
): Promise<{ requests: QueuedRequest[]; next: string | null }> {
  const last = after
    ? await tx.serviceRequest.findUnique({ where: { reference: after }, select: { id: true } })
    : undefined;
  if (last === null) throw new Problem("not-found");
  const rows = await tx.serviceRequest.findMany({
    where: {
      state: which === "waiting" ? "pending" : { in: openStates },
      ...(which === "mine" && { assigneeId: member.id }),
      ...(last && { id: { gt: last.id } }),
    },
    orderBy: { id: "asc" },
    take: limit + 1,
    select: queued,
  });
  const page = rows.slice(0, limit);
  return {
    requests: page.map(queuedRequest),
    next: rows.length > limit ? (page.at(-1)?.reference ?? null) : null,
  };
}

/** One request as the desk sees it. @throws {Problem} `not-found` */
export async function deskRequestOf(
  university: Pick<University, "database" | "cipher">,
  member: StaffMember,
  reference: string,
): Promise<DeskRequest> {
  const { client } = university.database;
  const row = await client.serviceRequest.findUnique({
    where: { reference },
    select: {
      ...{ id: true, reference: true, type: true, state: true, createdAt: true, fields: true, outcome: true },
      ...{ assigneeId: true, assignee: { select: { name: true } } },
      ...conversation,
      student: {
        select: {
          ...{ id: true, registrationNumber: true, name: true, nameUrdu: true },
          ...{ cnicSealed: true, phoneSealed: true, addressSealed: true },
          programme: { select: { name: true } },
          regionalOffice: { select: { name: true } },
        },
      },
    },
  });
  if (!row) throw new Problem("not-found");
  const { student } = row;
  const earlier = await client.serviceRequest.count({ where: { studentId: student.id, id: { lt: row.id } } });
  return {
    ...summaryOfRequest(row),
    outcome: row.outcome,
    assignee: row.assignee?.name ?? null,
    student: {
      registrationNumber: student.registrationNumber,
      name: student.name,
      programme: student.programme.name,
      regionalOffice: student.regionalOffice.name,
      earlier,
    },
    changes: changesOf(university, openFields(university, row.fields), student, true),
    actions: actionsFor(member, row),
    ...conversationOf(university, row),
  };
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
  const as = (mask: (plain: string) => string) => (plain: string) => (masked ? mask(plain) : plain);
  const sealed = (
    column: "cnic" | "phone" | "address",
    mask: (plain: string) => string,
    to: string,
  ): Change[] => {
    const now = record[`${column}Sealed`];
    const shown = as(mask);
    return [
      {
        field: column,
        from: now === null ? null : shown(cipher.open(`students.${column}`, now)),
        to: shown(to),
      },
    ];
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

/** Nobody works on what another has taken, but those who look after all. */
const isAnothers = (member: StaffMember, assigneeId: string | null): boolean =>
  assigneeId !== null && assigneeId !== member.id && member.role === "agent";

function actionsFor(
  member: StaffMember,
  { state, type, assigneeId }: { state: DeskRequest["state"]; type: string; assigneeId: string | null },
): StaffAction[] {
  if (isAnothers(member, assigneeId)) return [];
  // A query has nothing to approve: it is answered and closed.
  return staffActions.filter(
    (action) => moved(state, "staff", action) !== undefined && !(type === "general" && action === "approve"),
  );
}

/** What a request would change, unmasked. That somebody looked is kept. @throws {Problem} `not-found` */
export async function revealRequest(
  tx: Transaction,
  university: Pick<University, "cipher">,
  member: StaffMember,
  reference: string,
  now: Date,
): Promise<{ changes: Change[] }> {
  const row = await tx.serviceRequest.findUnique({
    where: { reference },
    select: { id: true, fields: true, student: true },
  });
  if (!row) throw new Problem("not-found");
  await recordAudit(tx, now, {
    ...{ actor: "staff", actorId: member.id, action: "request.revealed" },
    ...{ subject: "request", subjectId: row.id },
  });
  return { changes: changesOf(university, openFields(university, row.fields), row.student, false) };
}

/**
 * Does something with a request, and owes its student the news. Ring the bell after the commit.
 * @throws {Problem} `taken-by-another` with who has it; `action-not-possible`; otherwise as {@link decideRequest}
 */
export async function actOnRequest(
  tx: Transaction,
  university: Pick<University, "cipher">,
  member: StaffMember,
  { reference, action, words }: { reference: string; action: StaffAction; words?: string | undefined },
  now: Date,
): Promise<QueuedRequest> {
  // Held until the end: of two who act at once the second finds what the first left.
  await lockRequest(tx, reference);
  const row = await tx.serviceRequest.findUnique({
    where: { reference },
    select: { ...queued, assigneeId: true },
  });
  if (!row) throw new Problem("not-found");
  if (isAnothers(member, row.assigneeId)) {
    throw new Problem("taken-by-another", { about: [row.assignee?.name ?? ""] });
  }
  if (!actionsFor(member, row).includes(action))
    throw new Problem("action-not-possible", { about: [reference] });
  const said = action === "answer" ? { message: words ?? "" } : words === undefined ? {} : { note: words };
  await decideRequest(tx, university, member.id, { reference, action, ...said }, now);
  return queuedRequest(await tx.serviceRequest.findUniqueOrThrow({ where: { reference }, select: queued }));
}
