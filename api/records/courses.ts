import { z } from "zod";
import { Prisma } from "../../prisma/generated/client.ts";
import type { CurrentCourse, courses } from "../contract/courses.ts";
import { Problem } from "../contract/problems.ts";
import { dayInPakistan, daysLeft } from "../rules/days-left.ts";
import type { University } from "../university.ts";
import {
  courseOrder,
  fromCurrentEnrolment,
  SemesterColumns,
  semesterColumns,
  semesterOf,
} from "./current-enrolment.ts";

const instant = z.coerce.date();

const Row = SemesterColumns.extend({
  running: z.boolean(),
  code: z.string().nullable(),
  title: z.string().nullable(),
  title_urdu: z.string().nullable(),
  credit_hours: z.int().nullable(),
  assignments: z.array(z.object({ number: z.int(), dueOn: z.iso.date(), marks: z.number().nullable() })),
  workshops: z.array(
    z.object({
      startsAt: instant,
      endsAt: instant,
      place: z.string(),
      placeUrdu: z.string().nullable(),
      compulsory: z.boolean(),
    }),
  ),
});
type Row = z.infer<typeof Row>;
const Rows = z.array(Row);

/** A student's courses this semester, with their assignments and the workshops of the student's region, in one statement. */
export async function coursesOf(
  { database, now }: Pick<University, "database" | "now">,
  studentId: string,
): Promise<z.input<typeof courses.courses.response>> {
  const rows = Rows.parse(
    await database.prepared(Prisma.sql`
      SELECT ${semesterColumns}, COALESCE(enrolment.running, false) AS running, course.code, course.title, course.title_urdu, course.credit_hours,
        COALESCE((
          SELECT json_agg(
            json_build_object('number', assignment.number, 'dueOn', assignment.due_on, 'marks', mark.marks)
            ORDER BY assignment.number)
          FROM assignments assignment
          LEFT JOIN assignment_marks mark
            ON mark.assignment_id = assignment.id AND mark.enrolment_course_id = taken.id
          WHERE assignment.offering_id = offering.id
        ), '[]') AS assignments,
        COALESCE((
          SELECT json_agg(
            json_build_object('startsAt', starts_at, 'endsAt', ends_at, 'place', place, 'placeUrdu', place_urdu,
              'compulsory', compulsory)
            ORDER BY starts_at)
          FROM workshops workshop
          WHERE workshop.offering_id = offering.id AND (workshop.regional_office_id IS NULL
            OR workshop.regional_office_id = student.regional_office_id)
        ), '[]') AS workshops
      ${fromCurrentEnrolment(studentId)} ${courseOrder}`),
  );
  const [first] = rows;
  // Whoever calls was found a moment ago.
  if (!first) throw new Problem("login-expired");
  const taken = rows.flatMap((row) => course(row, now()));
  return {
    ...semesterOf(first),
    running: first.running,
    creditHours: taken.reduce((sum, { creditHours }) => sum + creditHours, 0),
    courses: taken,
  };
}

function course(row: Row, now: Date): CurrentCourse[] {
  const { code, title, title_urdu: titleUrdu, credit_hours: creditHours, assignments, workshops } = row;
  if (code === null || title === null || creditHours === null) return [];
  return [
    {
      ...{ code, title, titleUrdu, creditHours },
      assignments: assignments.map((one) => ({ ...one, daysLeft: daysLeft(one.dueOn, now) })),
      workshops: workshops.map(({ startsAt, endsAt, ...workshop }) => ({
        ...{ startsOn: dayInPakistan(startsAt), endsOn: dayInPakistan(endsAt), ...workshop },
      })),
    },
  ];
}
