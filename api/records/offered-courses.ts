import { z } from "zod";
import { OfferedCourse } from "../contract/enrolment.ts";
import type { Transaction } from "../university.ts";

/** What a student may choose, with its offering, and the semester of the programme that it belongs to. */
const Offered = OfferedCourse.omit({ suggested: true }).extend({
  offeringId: z.string(),
  semesterNumber: z.int().nullable(),
});
export type Offered = z.infer<typeof Offered>;
const OfferedRows = z.array(Offered);

/** What the programme offers in a semester and the student has not passed, an alternative of theirs neither. */
export async function offeredTo(
  tx: Transaction,
  { studentId, programmeId, semester }: { studentId: string; programmeId: string; semester: string },
  now: Date,
): Promise<Offered[]> {
  const rows = await tx.$queryRaw`
    WITH history AS (
      SELECT offering.course_id, bool_or(result.status = 'passed') AS passed
      FROM enrolments enrolment
      JOIN enrolment_courses taken ON taken.enrolment_id = enrolment.id AND taken.state = 'enrolled'
      JOIN offerings offering ON offering.id = taken.offering_id
      JOIN result_publications publication
        ON publication.semester_id = enrolment.semester_id AND publication.programme_id = enrolment.programme_id
      JOIN results result ON result.enrolment_course_id = taken.id
      WHERE enrolment.student_id = ${studentId}::uuid AND enrolment.state <> 'withdrawn'
        AND enrolment.semester_id <> ${semester} AND publication.announced_at <= ${now}
      GROUP BY offering.course_id
    ), settled AS (
      SELECT place.alternatives_group
      FROM programme_courses place JOIN history ON history.course_id = place.course_id AND history.passed
      WHERE place.programme_id = ${programmeId}::uuid AND place.alternatives_group IS NOT NULL
    )
    SELECT offering.id AS "offeringId", course.code, course.title, course.title_urdu AS "titleUrdu",
      course.credit_hours AS "creditHours",
      place.role = 'compulsory' AS compulsory, place.alternatives_group AS alternatives,
      place.semester_number AS "semesterNumber", history.course_id IS NOT NULL AS repeated,
      offering.capacity IS NOT NULL AND offering.seats_taken >= offering.capacity AS full,
      array(
        SELECT required.code
        FROM prerequisites before JOIN courses required ON required.id = before.required_id
        WHERE before.course_id = course.id
          AND NOT EXISTS (SELECT FROM history passed WHERE passed.course_id = required.id AND passed.passed)
        ORDER BY required.code
      ) AS missing
    FROM programme_courses place
    JOIN courses course ON course.id = place.course_id
    JOIN offerings offering ON offering.course_id = course.id AND offering.semester_id = ${semester}
    LEFT JOIN history ON history.course_id = course.id
    WHERE place.programme_id = ${programmeId}::uuid AND history.passed IS NOT TRUE
      AND (place.alternatives_group IS NULL OR place.alternatives_group NOT IN (SELECT * FROM settled))
    ORDER BY place.role, history.course_id IS NULL, place.semester_number NULLS LAST,
      length(course.code), course.code`;
  return OfferedRows.parse(rows);
}
