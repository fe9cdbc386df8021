import type { Prisma } from "../../prisma/generated/client.ts";
import type { QueuedRequest } from "../contract/desk.ts";
import { Problem } from "../contract/problems.ts";
import { registrationNumberOf } from "../contract/registration-number.ts";
import { Reference } from "../contract/requests.ts";
import type { StaffMember } from "../logins/staff.ts";
import { isOpen, openStates } from "../rules/request-states.ts";
import type { Transaction } from "../university.ts";
import { pageOf } from "./page.ts";
import { summaryOfRequest } from "./requests.ts";

/** The columns that {@link queuedRequest} reads. */
export const queued = {
  ...{ id: true, reference: true, type: true, state: true, createdAt: true, urgent: true },
  ...{ firstAnswerDue: true, firstAnsweredAt: true, resolutionDue: true },
  student: { select: { registrationNumber: true, name: true, nameUrdu: true } },
  assignee: { select: { name: true } },
} as const;

type Queued = Parameters<typeof summaryOfRequest>[0] & {
  urgent: boolean;
  firstAnswerDue: Date | null;
  firstAnsweredAt: Date | null;
  resolutionDue: Date | null;
  student: QueuedRequest["student"];
  assignee: { name: string } | null;
};

/** A request as the desk lists it. */
export function queuedRequest(row: Queued, now: Date): QueuedRequest {
  const { firstAnsweredAt, firstAnswerDue, resolutionDue } = row;
  const due = isOpen(row.state) ? (firstAnsweredAt ? resolutionDue : firstAnswerDue) : null;
  return {
    ...summaryOfRequest(row),
    student: row.student,
    assignee: row.assignee?.name ?? null,
    urgent: row.urgent,
    due: due?.toISOString() ?? null,
    overdue: due !== null && due < now,
  };
}

/** The requests of a member's office and department; an admin sees all. See rules/desk-rights.ts. */
const ours = ({ role, regionalOfficeId, departmentId }: StaffMember): Prisma.ServiceRequestWhereInput =>
  role === "admin"
    ? {}
    : {
        ...(regionalOfficeId && { student: { regionalOfficeId } }),
        ...(departmentId && { OR: [{ departmentId }, { departmentId: null }] }),
      };

/** Open, and past its time. */
const overdue = (now: Date): Prisma.ServiceRequestWhereInput => ({
  state: { in: openStates },
  OR: [{ firstAnsweredAt: null, firstAnswerDue: { lt: now } }, { resolutionDue: { lt: now } }],
});

/**
 * Which requests: nobody's yet, one's own, all that are open, or those past their time; or, whichever of these, those that
 * are found.
 */
export type Queue = {
  which: "waiting" | "mine" | "open" | "overdue";
  find?: string | undefined;
  after?: string | undefined;
  limit: number;
};

/**
 * What whoever has somebody on the phone looks for: a request, a student's, or, by a name or parts of it, a student's or a
 * colleague's that are open. Of the many that are over none is looked for by name.
 */
function found(by: string): Prisma.ServiceRequestWhereInput {
  const reference = Reference.safeParse(by.toUpperCase());
  if (reference.success) return { reference: reference.data };
  const registrationNumber = registrationNumberOf(by);
  if (registrationNumber !== undefined) return { student: { registrationNumber } };
  // What stands for any letter in LIKE is a letter like others here.
  const parts = by.replace(/[\\%_]/g, "\\$&").split(/\s+/);
  const called = parts.map((part) => ({
    OR: [{ name: { contains: part, mode: "insensitive" as const } }, { nameUrdu: { contains: part } }],
  }));
  // Who is away has requests that others take over.
  const works = parts.map((part) => ({ name: { contains: part, mode: "insensitive" as const } }));
  return { state: { in: openStates }, OR: [{ student: { AND: called } }, { assignee: { AND: works } }] };
}

/**
 * Those of a queue. All that are open are one queue a state: asked for together, they would be looked for among all that are
 * over, which were filed before them.
 */
function standing(member: StaffMember, which: Queue["which"], now: Date): Prisma.ServiceRequestWhereInput[] {
  switch (which) {
    case "overdue":
      return [overdue(now)];
    case "waiting":
      return [{ state: "pending" }];
    case "mine":
      return [{ state: { in: openStates }, assigneeId: member.id }];
    case "open":
      return openStates.map((state) => ({ state }));
  }
}

/** A page of the open requests, oldest first, or of what is found, newest first. @throws {Problem} `not-found` if `after` is no request */
export async function queueOf(
  tx: Transaction,
  member: StaffMember,
  { which, find, after, limit }: Queue,
  now: Date,
): Promise<{ requests: QueuedRequest[]; next: string | null }> {
  const last = after
    ? await tx.serviceRequest.findUnique({ where: { reference: after }, select: { id: true } })
    : undefined;
  if (last === null) throw new Problem("not-found");
  const rows = [];
  for (const one of find === undefined ? standing(member, which, now) : [found(find)])
    rows.push(
      ...(await tx.serviceRequest.findMany({
        where: {
          AND: [ours(member), one],
          ...(last && { id: find === undefined ? { gt: last.id } : { lt: last.id } }),
        },
        orderBy: { id: find === undefined ? "asc" : "desc" },
        take: limit + 1,
        select: queued,
      })),
    );
  if (find === undefined) rows.sort((a, b) => (a.id < b.id ? -1 : 1));
  const { page, next } = pageOf(rows.slice(0, limit + 1), limit, ({ reference }) => reference);
  return { requests: page.map((row) => queuedRequest(row, now)), next };
}
