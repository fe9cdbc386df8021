import { z } from "zod";
import { Prisma } from "../../prisma/generated/client.ts";
import { oweToStaff } from "../records/desk-news.ts";
import { showOnDesk } from "../records/entries.ts";
import { isOpenRequest } from "../records/open-requests.ts";
import { isOurs } from "../rules/desk-rights.ts";
import type { University } from "../university.ts";

const minute = 60_000;
/** So long (ms) before its time the desk is reminded of a request. */
const ahead = { firstAnswer: 30 * minute, resolution: 4 * 60 * minute };

/** What a target comes to: what is written into the request's history, and whether its supervisors hear of it. */
type Watch = {
  kind: "first-answer-soon" | "first-answer-late" | "resolution-soon" | "resolution-late";
  due: (now: Date) => Prisma.Sql;
  escalates: boolean;
};

const unanswered = Prisma.sql`request.first_answered_at IS NULL AND request.first_answer_due`;
const unresolved = Prisma.sql`request.resolution_due`;
const later = (now: Date, ms: number) => new Date(now.getTime() + ms);

const watches: readonly Watch[] = [
  {
    kind: "first-answer-soon",
    due: (now) => Prisma.sql`${unanswered} BETWEEN ${now} AND ${later(now, ahead.firstAnswer)}`,
    escalates: false,
  },
  { kind: "first-answer-late", due: (now) => Prisma.sql`${unanswered} < ${now}`, escalates: true },
  {
    kind: "resolution-soon",
    due: (now) => Prisma.sql`${unresolved} BETWEEN ${now} AND ${later(now, ahead.resolution)}`,
    escalates: false,
  },
  { kind: "resolution-late", due: (now) => Prisma.sql`${unresolved} < ${now}`, escalates: true },
];

const Struck = z.array(
  z.object({
    ...{ id: z.string(), reference: z.string() },
    ...{ regional_office_id: z.string(), department_id: z.string().nullable() },
  }),
);

/**
 * Reminds the desk of requests whose time is near, and of those whose time has passed, once each: it stands in their
 * threads, a late one goes first from then on, and its supervisors are told.
 * @param page how many requests at a time
 * @returns how many reminders were given
 */
export async function watchTargets(
  university: Pick<University, "database" | "now" | "bell">,
  page = 200,
): Promise<number> {
  let reminded = 0;
  for (const watch of watches) {
    for (let struck = page; struck === page; reminded += struck)
      struck = await strike(university, watch, page);
  }
  if (reminded > 0) university.bell.ring();
  return reminded;
}

async function strike(
  { database, now }: Pick<University, "database" | "now">,
  { kind, due, escalates }: Watch,
  page: number,
): Promise<number> {
  const at = now();
  return database.client.$transaction(async (tx) => {
    // A statement that waited for another process's would not see what that one wrote: each goes over them alone.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(72707371)`;
    const rows = await tx.$queryRaw`
      WITH due AS (
        SELECT request.id FROM service_requests request
        WHERE ${isOpenRequest} AND ${due(at)}
          AND NOT EXISTS (SELECT FROM request_events WHERE request_id = request.id AND kind = ${kind})
        ORDER BY request.id LIMIT ${page} FOR UPDATE
      ), struck AS (
        UPDATE service_requests request
        SET last_entry = last_entry + 1, urgent = request.urgent OR ${escalates}
        FROM due WHERE request.id = due.id
        RETURNING request.id, request.reference, request.last_entry, request.student_id, request.department_id
      ), told AS (
        INSERT INTO request_events (id, request_id, kind, actor, entry, at)
        SELECT gen_random_uuid(), id, ${kind}, 'system', last_entry, ${at}::timestamptz FROM struck
      )
      SELECT struck.id::text, struck.reference, student.regional_office_id::text, struck.department_id::text
      FROM struck JOIN students student ON student.id = struck.student_id`;
    const struck = Struck.parse(rows);
    await showOnDesk(
      tx,
      struck.map(({ id }) => id),
      at,
    );
    if (escalates && struck.length > 0) {
      const supervisors = await tx.staff.findMany({
        where: { role: "supervisor", disabledAt: null },
        take: 500,
        select: { id: true, role: true, regionalOfficeId: true, departmentId: true },
      });
      const told = struck.map(({ reference, regional_office_id, department_id }) => {
        const request = {
          student: { regionalOfficeId: regional_office_id },
          departmentId: department_id,
        };
        const theirs = supervisors.filter((one) => isOurs(one, request));
        return { kind: "desk-overdue" as const, reference, name: "", staffIds: theirs.map(({ id }) => id) };
      });
      await oweToStaff(tx, told, at);
    }
    return struck.length;
  });
}
