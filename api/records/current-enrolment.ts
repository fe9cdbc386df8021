import { z } from "zod";
import { Prisma } from "../../prisma/generated/client.ts";
import { Semester } from "../contract/shared.ts";
import { LmsAddress, lmsSetting } from "./lms.ts";

/**
 * The beginning of a statement about a student's current enrolment: the newest that is not withdrawn. It has one line a
 * course, and one without a course (or a semester) where there is none.
 */
export const fromCurrentEnrolment = (studentId: string): Prisma.Sql => Prisma.sql`
  FROM students student
  LEFT JOIN LATERAL (
    SELECT enrolments.id, enrolments.programme_id, enrolments.semester_id, enrolments.state = 'enrolled' AS running
    FROM enrolments JOIN semesters ON semesters.id = enrolments.semester_id
    WHERE enrolments.student_id = student.id AND enrolments.state <> 'withdrawn'
    ORDER BY semesters.sequence DESC LIMIT 1
  ) enrolment ON true
  LEFT JOIN semesters semester ON semester.id = enrolment.semester_id
  JOIN programmes programme ON programme.id = COALESCE(enrolment.programme_id, student.programme_id)
  LEFT JOIN enrolment_courses taken ON taken.enrolment_id = enrolment.id AND taken.state = 'enrolled'
  LEFT JOIN offerings offering ON offering.id = taken.offering_id
  LEFT JOIN courses course ON course.id = offering.course_id
  LEFT JOIN tutor_assignments assigned ON assigned.student_id = student.id AND assigned.offering_id = offering.id
  LEFT JOIN tutors tutor ON tutor.id = assigned.tutor_id
  WHERE student.id = ${studentId}::uuid`;

/** As courses stand in every list. */
export const courseOrder = Prisma.sql`ORDER BY length(course.code), course.code`;

/** What every line says of its semester. */
export const semesterColumns = Prisma.sql`semester.id AS semester, semester.season::text, semester.year,
  (SELECT value #>> '{}' FROM settings WHERE key = ${lmsSetting}) AS lms`;

export const SemesterColumns = z.object({
  semester: Semester.shape.id.nullable(),
  season: Semester.shape.season.nullable(),
  year: z.int().nullable(),
  lms: LmsAddress,
});

/** The semester of a line, and the LMS. */
export function semesterOf({ semester: id, season, year, lms }: z.infer<typeof SemesterColumns>) {
  return { semester: id && season && year ? { id, season, year } : null, lms };
}
