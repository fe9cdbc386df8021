import { z } from "zod";
import { Prisma } from "../../prisma/generated/client.ts";
import type { courses, Tutor, TutoredCourse } from "../contract/courses.ts";
import { Problem } from "../contract/problems.ts";
import type { LoggedIn } from "../logins/find-login.ts";
import { daysLeft } from "../rules/days-left.ts";
import type { University } from "../university.ts";
import {
  courseOrder,
  fromCurrentEnrolment,
  SemesterColumns,
  semesterColumns,
  semesterOf,
} from "./current-enrolment.ts";

const Row = SemesterColumns.extend({
  submission: z.enum(["posted", "uploaded"]),
  code: z.string().nullable(),
  title: z.string().nullable(),
  title_urdu: z.string().nullable(),
  tutor: z.string().nullable(),
  tutor_urdu: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  address: z.string().nullable(),
  assignments: z.array(z.object({ number: z.int(), dueOn: z.iso.date() })),
  asked: z.boolean(),
});
type Row = z.infer<typeof Row>;
const Rows = z.array(Row);

/** A student's tutors this semester, with the assignments that are still accepted, in one statement. */
export async function tutorsOf(
  { database, now }: Pick<University, "database" | "now">,
  { id, link }: LoggedIn,
): Promise<z.input<typeof courses.tutors.response>> {
  const rows = Rows.parse(
    await database.prepared(Prisma.sql`
      SELECT ${semesterColumns}, programme.assignment_submission::text AS submission, course.code, course.title,
        course.title_urdu, tutor.name AS tutor, tutor.name_urdu AS tutor_urdu, tutor.phone, tutor.email, tutor.address,
        COALESCE((
          SELECT json_agg(json_build_object('number', number, 'dueOn', due_on) ORDER BY number)
          FROM assignments WHERE assignments.offering_id = offering.id
        ), '[]') AS assignments,
        EXISTS (
          SELECT FROM tutor_notices notice
          WHERE notice.student_id = student.id AND notice.offering_id = offering.id
            AND notice.channel = ${link.channel} AND notice.chat = ${link.chat}
        ) AS asked
      ${fromCurrentEnrolment(id)} ${courseOrder}`),
  );
  const [first] = rows;
  // Whoever calls was found a moment ago.
  if (!first) throw new Problem("login-expired");
  return {
    ...semesterOf(first),
    submission: first.submission,
    courses: rows.flatMap((row) => tutored(row, now())),
  };
}

function tutored(
  { code, title, title_urdu: titleUrdu, assignments, asked, ...row }: Row,
  now: Date,
): TutoredCourse[] {
  if (code === null || title === null) return [];
  const open = assignments.flatMap(({ number, dueOn }) => {
    const left = daysLeft(dueOn, now);
    return left === null ? [] : [{ number, dueOn, daysLeft: left }];
  });
  return [{ code, title, titleUrdu, tutor: tutorOf(row), assignments: open, asked }];
}

const tutorOf = ({
  tutor: name,
  tutor_urdu: nameUrdu,
  phone,
  email,
  address,
}: Pick<Row, "tutor" | "tutor_urdu" | "phone" | "email" | "address">): Tutor | null =>
  name === null ? null : { name, nameUrdu, phone, email, address };
