import { z } from "zod";
import { Prisma } from "../../prisma/generated/client.ts";
import type { CourseResult, SemesterResult } from "../contract/me.ts";
import { Semester } from "../contract/shared.ts";
import { gradePointAverage } from "../rules/grading.ts";
import type { University } from "../university.ts";

const mark = z
  .unknown()
  .transform((value) => (value === null ? null : Number(value)))
  .pipe(z.number().nullable());

const Row = z.object({
  semester: Semester.shape.id,
  season: Semester.shape.season,
  year: z.int(),
  announced_at: z.date().nullable(),
  code: z.string().nullable(),
  title: z.string().nullable(),
  title_urdu: z.string().nullable(),
  credit_hours: z.int().nullable(),
  assignment_marks: mark,
  exam_marks: mark,
  total: mark,
  grade: z.string().nullable(),
  grade_point: mark,
  status: z.string().nullable(),
});
type Row = z.infer<typeof Row>;
const Rows = z.array(Row);

/** A semester's results, where each course says besides whether it is passed. */
export type SemesterRecord = SemesterResult & { courses: (CourseResult & { passed: boolean })[] };

/**
 * A student's results of all semesters, newest first, in one statement. Marks of what is not announced do not leave
 * this function.
 */
export async function resultsOf(
  { database, now }: Pick<University, "database" | "now">,
  studentId: string,
): Promise<SemesterRecord[]> {
  const rows = await database.prepared(Prisma.sql`
    SELECT semester.id AS semester, semester.season::text, semester.year, publication.announced_at,
      course.code, course.title, course.title_urdu, course.credit_hours,
      result.assignment_marks, result.exam_marks, result.total, result.grade, result.grade_point,
      result.status::text
    FROM enrolments enrolment
    JOIN semesters semester ON semester.id = enrolment.semester_id
    LEFT JOIN result_publications publication
      ON publication.semester_id = enrolment.semester_id AND publication.programme_id = enrolment.programme_id
    LEFT JOIN enrolment_courses taken ON taken.enrolment_id = enrolment.id AND taken.state = 'enrolled'
    LEFT JOIN offerings offering ON offering.id = taken.offering_id
    LEFT JOIN courses course ON course.id = offering.course_id
    LEFT JOIN results result ON result.enrolment_course_id = taken.id
    WHERE enrolment.student_id = ${studentId}::uuid AND enrolment.state <> 'withdrawn'
    ORDER BY semester.sequence DESC, length(course.code), course.code`);
  const bySemester = Map.groupBy(Rows.parse(rows), ({ semester }) => semester);
  return [...bySemester.values()].map((of) => semesterResult(of, now()));
}

function semesterResult(rows: Row[], now: Date): SemesterRecord {
  const { semester: id, season, year, announced_at: publishedAt } = rows[0]!;
  const announced = publishedAt !== null && publishedAt <= now;
  const courses = rows.flatMap(
    ({ code, title, title_urdu: titleUrdu, credit_hours: creditHours, ...result }) =>
      code === null || title === null || creditHours === null
        ? []
        : [{ code, title, titleUrdu, creditHours, ...(announced ? marks(result) : noMarks) }],
  );
  return {
    semester: { id, season, year },
    announcedAt: announced ? publishedAt.toISOString() : null,
    creditHours: courses.reduce((sum, { creditHours }) => sum + creditHours, 0),
    gradePointAverage: gradePointAverage(courses),
    courses,
  };
}

const marks = (row: Omit<Row, "code" | "title" | "title_urdu" | "credit_hours">) => ({
  assignmentMarks: row.assignment_marks,
  examMarks: row.exam_marks,
  total: row.total,
  grade: row.grade,
  gradePoint: row.grade_point,
  passed: row.status === "passed",
});

const noMarks = {
  ...{ assignmentMarks: null, examMarks: null, total: null, grade: null, gradePoint: null },
  passed: false,
};
