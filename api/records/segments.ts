import { Prisma } from "../../prisma/generated/client.ts";
import type { Segment } from "../contract/broadcasts.ts";
import { wants } from "../deliveries/reach.ts";
import { inLanguage } from "./in-language.ts";

const among = (column: Prisma.Sql, values: readonly string[] | undefined): Prisma.Sql[] =>
  values === undefined ? [] : [Prisma.sql`${column} = ANY(${[...values]})`];
const all = (conditions: readonly Prisma.Sql[]): Prisma.Sql =>
  conditions.length === 0 ? Prisma.sql`true` : Prisma.join([...conditions], " AND ");

/** Which enrolments of a `student` a segment means. */
function enrolmentIn({ semester, enrolment: states }: Segment): Prisma.Sql {
  return all([
    Prisma.sql`enrolment.student_id = student.id`,
    ...(semester === undefined ? [] : [Prisma.sql`enrolment.semester_id = ${semester}`]),
    states === undefined
      ? Prisma.sql`enrolment.state <> 'withdrawn'`
      : Prisma.sql`enrolment.state::text = ANY(${[...states]})`,
  ]);
}

/** The courses of a segment that a `student` takes; of a withdrawn enrolment, in which none is taken any more, took. */
const takenOf = (segment: Segment, courses: readonly string[]): Prisma.Sql => Prisma.sql`
  FROM enrolments enrolment
  JOIN enrolment_courses taken ON taken.enrolment_id = enrolment.id
  JOIN offerings offering ON offering.id = taken.offering_id
  JOIN courses course ON course.id = offering.course_id
  WHERE ${enrolmentIn(segment)} AND course.code = ANY(${[...courses]})
    AND (taken.state = 'enrolled' OR enrolment.state = 'withdrawn')`;

/**
 * The names of the segment's courses that a `student` takes, as text in the student's language; empty where the segment names none. Who is not
 * enrolled in a semester takes them in another, as in {@link inSegment}.
 */
export const coursesOf = (segment: Segment): Prisma.Sql =>
  segment.courses === undefined
    ? Prisma.sql`''`
    : Prisma.sql`(
        SELECT coalesce(string_agg(DISTINCT course.code || ' ' || ${inLanguage("student.language", "course.title")}, ', '), '')
        ${takenOf(segment.enrolled === false ? {} : segment, segment.courses)})`;

/** Whether the chat in which a student is `reached` is on one of a segment's channels. */
export const onChannels = ({ channels }: Segment): Prisma.Sql =>
  all(among(Prisma.sql`reached.channel`, channels));

/** Whether a `student` belongs to a segment, wherever they are reached: all that it says, joined by AND. */
export function inSegment(segment: Segment): Prisma.Sql {
  const { programmes, levels, regions, courses, semester, enrolled, enrolment } = segment;
  const isEnrolled = Prisma.sql`EXISTS (SELECT FROM enrolments enrolment WHERE ${enrolmentIn(segment)})`;
  const enrolling =
    enrolled === false
      ? [Prisma.sql`NOT ${isEnrolled}`]
      : semester !== undefined || enrolment !== undefined || enrolled
        ? [isEnrolled]
        : [];
  return all([
    ...among(Prisma.sql`(SELECT code FROM programmes WHERE id = student.programme_id)`, programmes),
    ...among(Prisma.sql`(SELECT level FROM programmes WHERE id = student.programme_id)`, levels),
    ...among(Prisma.sql`(SELECT code FROM regional_offices WHERE id = student.regional_office_id)`, regions),
    ...among(Prisma.sql`student.registration_number`, segment.registrationNumbers),
    ...(segment.subscribed ?? []).map((topic) => wants(topic)),
    ...enrolling,
    ...(courses === undefined
      ? []
      : [
          // Who is not enrolled in a semester may take a course in another.
          Prisma.sql`EXISTS (SELECT ${takenOf(enrolled === false ? {} : segment, courses)})`,
        ]),
  ]);
}
