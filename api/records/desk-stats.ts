import { z } from "zod";
import { Prisma } from "../../prisma/generated/client.ts";
import type { DeskStats } from "../contract/desk.ts";
import type { StaffMember } from "../logins/staff.ts";
import type { Transaction } from "../university.ts";
import { isOpenRequest } from "./open-requests.ts";

const day = 24 * 60 * 60_000;
/** So far back (days) times and ratings count, and so many days are shown one by one. */
const lately = 30;
const daysShown = 14;

const Now = z.object({ open: z.int(), waiting: z.int(), overdue: z.int() });
const NowRows = z.array(Now);
const Lately = z.object({
  median: z.number().nullable(),
  satisfaction: z.number().nullable(),
  ratings: z.int(),
});
const LatelyRows = z.array(Lately);
const Day = z.object({ on: z.iso.date(), filed: z.int(), resolved: z.int() });
const DayRows = z.array(Day);

/** The desk in figures, of the member's office and department. */
export async function deskStatsOf(
  tx: Transaction,
  { role, regionalOfficeId, departmentId }: StaffMember,
  now: Date,
): Promise<DeskStats> {
  const all = role === "admin";
  const office = all ? null : regionalOfficeId;
  const department = all ? null : departmentId;
  const ours = Prisma.sql`FROM service_requests request JOIN students student ON student.id = request.student_id
    WHERE (${office}::uuid IS NULL OR student.regional_office_id = ${office}::uuid)
      AND (${department}::uuid IS NULL OR request.department_id IS NULL OR request.department_id = ${department}::uuid)`;
  const since = new Date(now.getTime() - lately * day);
  const [current] = NowRows.parse(
    await tx.$queryRaw`
      SELECT count(*)::int AS open, count(*) FILTER (WHERE request.state = 'pending')::int AS waiting,
        count(*) FILTER (WHERE request.resolution_due < ${now}
          OR request.first_answered_at IS NULL AND request.first_answer_due < ${now})::int AS overdue
      ${ours} AND ${isOpenRequest}`,
  );
  const [past] = LatelyRows.parse(
    await tx.$queryRaw`
      SELECT (percentile_cont(0.5) WITHIN GROUP (
          ORDER BY extract(epoch FROM request.first_answered_at - request.created_at) / 60
        ))::float8 AS median,
        avg(request.rating)::float8 AS satisfaction, count(request.rating)::int AS ratings
      ${ours} AND request.created_at >= ${since}`,
  );
  const days = DayRows.parse(
    await tx.$queryRaw`
      WITH ours AS (
        SELECT (request.created_at AT TIME ZONE 'Asia/Karachi')::date AS filed,
          (request.resolved_at AT TIME ZONE 'Asia/Karachi')::date AS resolved
        ${ours} AND (request.created_at >= ${since} OR request.resolved_at >= ${since})
      ), days AS (
        SELECT generate_series(
          (${now}::timestamptz AT TIME ZONE 'Asia/Karachi')::date - ${daysShown - 1}::int,
          (${now}::timestamptz AT TIME ZONE 'Asia/Karachi')::date, interval '1 day')::date AS day
      )
      SELECT to_char(day, 'YYYY-MM-DD') AS on,
        (SELECT count(*) FROM ours WHERE filed = day)::int AS filed,
        (SELECT count(*) FROM ours WHERE resolved = day)::int AS resolved
      FROM days ORDER BY day`,
  );
  const { median = null, satisfaction = null, ratings = 0 } = past ?? {};
  return {
    ...(current ?? { open: 0, waiting: 0, overdue: 0 }),
    ...{ medianFirstAnswer: median, satisfaction, ratings, days },
  };
}
