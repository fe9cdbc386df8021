import { z } from "zod";
import { Problem } from "../contract/problems.ts";
import type { Transaction } from "../university.ts";
import { takePlaces } from "./places.ts";

/** The line that a changed course stands on, and the offering that takes its place. */
export type CourseChange = { lineId: string; from: string; to: string };

const Row = z.object({
  line_id: z.string().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  fits: z.boolean().nullable(),
});
const Rows = z.array(Row);

/**
 * Whether a course of the running semester can be changed for another: the student takes the one, and the programme
 * offers the other, which is neither taken nor passed. Lock the student before, where the change is made next.
 * @throws {Problem} `not-enrolled`, `course-not-offered` or `credit-limit-exceeded`, with the code that it is about
 */
export async function courseChange(
  tx: Transaction,
  studentId: string,
  { drop, add }: { drop: string; add: string },
): Promise<CourseChange> {
  const rows = await tx.$queryRaw`
    WITH running AS (
      SELECT enrolment.id, enrolment.semester_id, enrolment.programme_id, programme.max_credit_hours,
        (
          SELECT sum(course.credit_hours)
          FROM enrolment_courses taken
          JOIN offerings offering ON offering.id = taken.offering_id
          JOIN courses course ON course.id = offering.course_id
          WHERE taken.enrolment_id = enrolment.id AND taken.state = 'enrolled'
        ) AS credit_hours
      FROM enrolments enrolment
      JOIN semesters semester ON semester.id = enrolment.semester_id
      JOIN programmes programme ON programme.id = enrolment.programme_id
      WHERE enrolment.student_id = ${studentId}::uuid AND enrolment.state = 'enrolled'
      ORDER BY semester.sequence DESC
      LIMIT 1
    )
    SELECT line.id AS line_id, line.offering_id AS from, wanted.id AS to,
      running.credit_hours - line.credit_hours + wanted.credit_hours <= running.max_credit_hours AS fits
    FROM running
    LEFT JOIN LATERAL (
      SELECT taken.id, taken.offering_id, course.credit_hours
      FROM enrolment_courses taken
      JOIN offerings offering ON offering.id = taken.offering_id
      JOIN courses course ON course.id = offering.course_id
      WHERE taken.enrolment_id = running.id AND taken.state = 'enrolled' AND course.code = ${drop}
    ) line ON true
    LEFT JOIN LATERAL (
      SELECT offering.id, course.credit_hours
      FROM offerings offering
      JOIN courses course ON course.id = offering.course_id AND course.code = ${add}
      JOIN programme_courses place ON place.course_id = course.id AND place.programme_id = running.programme_id
      WHERE offering.semester_id = running.semester_id
        AND NOT EXISTS (
          SELECT FROM enrolment_courses taken
          JOIN enrolments enrolment ON enrolment.id = taken.enrolment_id
          JOIN offerings once ON once.id = taken.offering_id
          LEFT JOIN results result ON result.enrolment_course_id = taken.id
          WHERE enrolment.student_id = ${studentId}::uuid AND once.course_id = course.id
            AND taken.state = 'enrolled' AND (enrolment.id = running.id OR result.status = 'passed')
        )
    ) wanted ON true`;
  const [row] = Rows.parse(rows);
  if (!row?.line_id || !row.from) throw new Problem("not-enrolled", { about: [drop] });
  if (!row.to) throw new Problem("course-not-offered", { about: [add] });
  if (!row.fits) throw new Problem("credit-limit-exceeded", { about: [add] });
  return { lineId: row.line_id, from: row.from, to: row.to };
}

/**
 * Makes the change: the place in the one offering is free, and one in the other is taken.
 * @throws {Problem} `offering-full`
 */
export async function changeCourse(tx: Transaction, { lineId, from, to }: CourseChange): Promise<void> {
  await takePlaces(tx, [to], [from]);
  const { enrolmentId } = await tx.enrolmentCourse.update({
    where: { id: lineId },
    data: { state: "withdrawn" },
  });
  await tx.enrolmentCourse.upsert({
    where: { enrolmentId_offeringId: { enrolmentId, offeringId: to } },
    create: { enrolmentId, offeringId: to },
    update: { state: "enrolled" },
  });
}
