import { Prisma } from "../../prisma/generated/client.ts";
import type { Segment } from "../contract/broadcasts.ts";

const among = (column: Prisma.Sql, values: readonly string[] | undefined): Prisma.Sql[] =>
  values === undefined ? [] : [Prisma.sql`${column} = ANY(${[...values]})`];

/** Whether a `student`, whose chat is `reached`, belongs to a segment: all that it says, joined by AND. */
export function inSegment(segment: Segment): Prisma.Sql {
  const { programmes, levels, regions, courses, semester, enrolled, channels, registrationNumbers } = segment;
  const ofSemester = semester === undefined ? [] : [Prisma.sql`enrolment.semester_id = ${semester}`];
  const conditions = [
    ...among(Prisma.sql`(SELECT code FROM programmes WHERE id = student.programme_id)`, programmes),
    ...among(Prisma.sql`(SELECT level FROM programmes WHERE id = student.programme_id)`, levels),
    ...among(Prisma.sql`(SELECT code FROM regional_offices WHERE id = student.regional_office_id)`, regions),
    ...among(Prisma.sql`reached.channel`, channels),
    ...among(Prisma.sql`student.registration_number`, registrationNumbers),
    ...(courses === undefined
      ? []
      : [
          Prisma.sql`EXISTS (
            SELECT FROM enrolments enrolment
            JOIN enrolment_courses taken ON taken.enrolment_id = enrolment.id
            JOIN offerings offering ON offering.id = taken.offering_id
            JOIN courses course ON course.id = offering.course_id
            WHERE ${Prisma.join(
              [
                Prisma.sql`enrolment.student_id = student.id`,
                Prisma.sql`course.code = ANY(${[...courses]})`,
                ...ofSemester,
              ],
              " AND ",
            )})`,
        ]),
    ...(enrolled === undefined || semester === undefined
      ? []
      : [
          Prisma.sql`${enrolled} = EXISTS (
            SELECT FROM enrolments enrolment
            WHERE enrolment.student_id = student.id AND enrolment.semester_id = ${semester}
              AND enrolment.state NOT IN ('withdrawn'))`,
        ]),
  ];
  return conditions.length === 0 ? Prisma.sql`true` : Prisma.join(conditions, " AND ");
}
