import { oneOf, text, whole } from "../cells.ts";
import { byCodeOrName, counted, type Kind, keeping, newId, together } from "../kind.ts";
import { course, programme } from "./columns.ts";

/** The catalogue; a line that names a programme puts the course into it. */
export const courses: Kind = {
  name: "courses",
  alsoCalled: ["catalogue", "subjects"],
  columns: {
    course,
    title: { headings: ["Title", "Course title", "Course name", "Descr"], read: text(200), needed: true },
    title_urdu: { headings: ["Title Urdu", "Urdu title", "Title in Urdu", "عنوان"], read: text(200) },
    credit_hours: {
      headings: ["Credit hours", "Credits", "Cr hrs", "Units"],
      ...{ read: whole(1, 30), type: "integer", needed: true },
    },
    assignment_weight: {
      headings: ["Assignment weight", "Assignments %"],
      read: whole(0, 100),
      type: "integer",
    },
    exam_weight: { headings: ["Exam weight", "Exam %"], read: whole(0, 100), type: "integer" },
    programme,
    role: {
      headings: ["Role", "Course type"],
      read: oneOf({ compulsory: ["core", "c"], elective: ["optional", "e"] }),
    },
    semester_number: { headings: ["Semester number", "Semester no"], read: whole(1, 20), type: "integer" },
    alternatives: { headings: ["Alternatives", "Alternatives group", "One of"], read: text(80) },
  },
  key: ["course", "programme"],
  resolve: `SELECT staged.*, programme.id AS programme_id,
      coalesce(staged.assignment_weight, 100 - staged.exam_weight, known.assignment_weight, 30) AS final_weight,
      coalesce(staged.role, placed.role::text, 'elective') AS final_role
    FROM staged
    LEFT JOIN ${byCodeOrName("programmes")} programme ON programme.called = upper(staged.programme)
    LEFT JOIN courses known ON known.code = staged.course
    LEFT JOIN programme_courses placed ON placed.programme_id = programme.id AND placed.course_id = known.id`,
  checks: [
    ["programme", "there is no such programme", "programme IS NOT NULL AND programme_id IS NULL"],
    [
      "exam_weight",
      "does not make 100 together with the assignments",
      "assignment_weight + exam_weight <> 100",
    ],
  ],
  async write({ run }) {
    const written = await run(
      counted(`
      INSERT INTO courses AS course (id, code, title, title_urdu, credit_hours, assignment_weight, exam_weight)
      SELECT DISTINCT ON (course) ${newId}, course, title, title_urdu, credit_hours, final_weight,
        100 - final_weight
      FROM resolved ORDER BY course, line
      ON CONFLICT (code) DO UPDATE SET title = EXCLUDED.title, credit_hours = EXCLUDED.credit_hours,
        title_urdu = coalesce(EXCLUDED.title_urdu, course.title_urdu),
        assignment_weight = EXCLUDED.assignment_weight, exam_weight = EXCLUDED.exam_weight
      WHERE (course.title, course.credit_hours, course.title_urdu, course.assignment_weight, course.exam_weight)
        IS DISTINCT FROM (EXCLUDED.title, EXCLUDED.credit_hours, coalesce(EXCLUDED.title_urdu, course.title_urdu),
          EXCLUDED.assignment_weight, EXCLUDED.exam_weight)`),
    );
    const placed = await run(
      counted(`
      INSERT INTO programme_courses AS placed (programme_id, course_id, role, semester_number, alternatives_group)
      SELECT resolved.programme_id, course.id, resolved.final_role::course_role, resolved.semester_number, alternatives
      FROM resolved JOIN courses course ON course.code = resolved.course WHERE resolved.programme_id IS NOT NULL
      ON CONFLICT (programme_id, course_id) ${keeping("placed", ["role", "semester_number", "alternatives_group"])}`),
    );
    return together(written, placed);
  },
};
