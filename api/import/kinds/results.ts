import { BadCell, decimal, grade, oneOf, type Read } from "../cells.ts";
import { counted, type Kind } from "../kind.ts";
import { course, registration, semesterColumn } from "./columns.ts";
import { completed } from "./completed.ts";
import { isOffered, joinOffering } from "./offered.ts";

const statuses = {
  passed: ["pass", "p"],
  failed: ["fail", "f", "re-appear", "reappear"],
  absent: ["abs", "ab", "a"],
  awaited: ["await", "result awaited", "rl", "result later on"],
};

/** Marks of the examination, or that the student was not there. */
const examMarks: Read = (cell) => {
  try {
    return decimal(100)(cell);
  } catch (error) {
    if (error instanceof BadCell && /^\s*(?:absent|abs|ab|a)\s*$/i.test(cell)) return "absent";
    throw error;
  }
};

/** What a part adds to the total, in hundredths. One that counts nothing need not be known: a project may have no examination. */
const part = (marks: string, weight: string): string =>
  `CASE ${weight} WHEN 0 THEN 0 ELSE ${marks} * ${weight} END`;

/** Whether a part is passed, as one that counts nothing or is not known is. */
const partPassed = (marks: string, weight: string): string =>
  `(${weight} = 0 OR coalesce(${marks}, 100) >= component_pass_mark)`;

/**
 * Results. Marks that a file leaves out stay as they are known; total, grade, grade point and status follow from the marks
 * by the programme's scale, or stay too where there are no marks that they could follow from.
 */
export const results: Kind = {
  name: "results",
  alsoCalled: ["grades", "marks"],
  columns: {
    registration,
    semester: semesterColumn,
    course,
    assignment_marks: {
      headings: ["Assignment marks", "Assignments", "Assignment", "Asg marks"],
      ...{ read: decimal(100), type: "numeric" },
    },
    exam_marks: {
      headings: ["Exam marks", "Exam", "Examination", "Final exam", "Exam total"],
      read: examMarks,
    },
    total: { headings: ["Total", "Total marks", "Marks", "Percentage"], read: decimal(100), type: "numeric" },
    grade: { headings: ["Grade", "Letter grade", "CRSE_GRADE_OFF"], read: grade },
    grade_point: { headings: ["Grade point", "Grade points", "GP"], read: decimal(4), type: "numeric" },
    status: { headings: ["Status", "Result", "Result status"], read: oneOf(statuses) },
  },
  oneOf: ["assignment_marks", "exam_marks", "total", "grade", "status"],
  key: ["registration", "semester", "course"],
  // Bands with their upper bounds, and each line's scale; the parts must be passed too, and a failed one is an F.
  resolve: `
    WITH band AS (
      SELECT scale_id, grade, grade_point, minimum,
        coalesce(lead(minimum) OVER (PARTITION BY scale_id ORDER BY minimum), 1000) AS below
      FROM grade_bands
    ), point AS (
      SELECT scale_id, grade, max(grade_point) AS grade_point FROM grade_bands GROUP BY scale_id, grade
    ), known AS (
      SELECT staged.*, student.id AS student_id, semester.id AS semester_id, offering.id AS offering_id,
        enrolment.id AS enrolment_id, taken.id AS taken_id, programme.grading_scale_id AS scale_id,
        scale.pass_mark, scale.component_pass_mark, course.assignment_weight, course.exam_weight,
        coalesce(staged.assignment_marks, result.assignment_marks) AS assignments,
        CASE WHEN staged.exam_marks = 'absent' THEN NULL
          ELSE coalesce(staged.exam_marks::numeric, result.exam_marks) END AS exam,
        staged.exam_marks = 'absent' AND course.exam_weight > 0 AS absent,
        result.total AS known_total, result.grade AS known_grade, result.grade_point AS known_point,
        result.status::text AS known_status
      FROM staged ${joinOffering}
      LEFT JOIN students student ON student.registration_number = staged.registration AND student.erased_at IS NULL
      LEFT JOIN enrolments enrolment ON enrolment.student_id = student.id AND enrolment.semester_id = semester.id
      LEFT JOIN enrolment_courses taken
        ON taken.enrolment_id = enrolment.id AND taken.offering_id = offering.id AND taken.state = 'enrolled'
      LEFT JOIN results result ON result.enrolment_course_id = taken.id
      LEFT JOIN programmes programme ON programme.id = enrolment.programme_id
      LEFT JOIN grading_scales scale ON scale.id = programme.grading_scale_id
    ), totalled AS MATERIALIZED (
      SELECT known.*, CASE WHEN absent THEN total ELSE coalesce(total, round((
          ${part("assignments", "assignment_weight")} + ${part("exam", "exam_weight")}) / 100), known_total) END AS sum
      FROM known
    ), judged AS MATERIALIZED (
      SELECT totalled.*, coalesce(status, CASE
          WHEN absent THEN 'absent'
          WHEN sum IS NULL AND totalled.grade = 'F' THEN 'failed'
          WHEN sum IS NULL AND totalled.grade IS NOT NULL THEN 'passed'
          WHEN sum IS NULL THEN coalesce(known_status, 'awaited')
          WHEN sum >= pass_mark AND ${partPassed("assignments", "assignment_weight")}
            AND ${partPassed("exam", "exam_weight")} THEN 'passed'
          ELSE 'failed' END) AS verdict
      FROM totalled
    )
    SELECT judged.line, registration, semester, course, student_id, semester_id, offering_id, enrolment_id, taken_id,
      assignments, exam, sum, verdict,
      coalesce(judged.grade, CASE WHEN as_known THEN known_grade END, band.grade) AS final_grade,
      coalesce(judged.grade_point, point.grade_point, CASE WHEN as_known THEN known_point END, band.grade_point) AS final_point
    FROM (
      SELECT *, CASE verdict WHEN 'passed' THEN sum WHEN 'failed' THEN 0 END AS mark,
        sum IS NULL AND judged.grade IS NULL AND verdict = known_status AS as_known
      FROM judged
    ) judged
    LEFT JOIN band ON band.scale_id = judged.scale_id AND judged.grade IS NULL AND band.minimum <= mark AND band.below > mark
    LEFT JOIN point ON point.scale_id = judged.scale_id AND point.grade = judged.grade`,
  checks: [
    ["registration", "there is no such student", "student_id IS NULL"],
    ...isOffered,
    [
      "course",
      "this student is not enrolled for it in this semester",
      "student_id IS NOT NULL AND offering_id IS NOT NULL AND taken_id IS NULL",
    ],
  ],
  async write({ run, inSlices }) {
    const written = await inSlices(
      counted(`
      INSERT INTO results AS result (enrolment_course_id, assignment_marks, exam_marks, total, grade, grade_point, status)
      SELECT taken_id, assignments, exam, sum, final_grade, final_point, verdict::result_status
      FROM resolved WHERE line BETWEEN $1 AND $2 ORDER BY taken_id
      ON CONFLICT (enrolment_course_id) DO UPDATE SET assignment_marks = EXCLUDED.assignment_marks,
        exam_marks = EXCLUDED.exam_marks, total = EXCLUDED.total, grade = EXCLUDED.grade,
        grade_point = EXCLUDED.grade_point, status = EXCLUDED.status, updated_at = now()
      WHERE (result.assignment_marks, result.exam_marks, result.total, result.grade, result.grade_point, result.status)
        IS DISTINCT FROM (EXCLUDED.assignment_marks, EXCLUDED.exam_marks, EXCLUDED.total, EXCLUDED.grade,
          EXCLUDED.grade_point, EXCLUDED.status)`),
    );
    await run(completed);
    return written;
  },
  afterwards: "Students see results once they are published for their programme (docs/import.md).",
};
