import { asOne, counted, type Kind, takenAway, together } from "../kind.ts";
import { course } from "./columns.ts";

/** Lines by which a course would need itself, over what the file says and what stays known of other courses. */
const inACircle = `
  line IN (
    WITH RECURSIVE needs AS (
      SELECT course_id, required_id FROM resolved
      UNION SELECT course_id, required_id FROM prerequisites
      WHERE course_id NOT IN (SELECT course_id FROM resolved WHERE course_id IS NOT NULL)
    ), reached AS (
      SELECT line, course_id, required_id AS reached_id FROM resolved WHERE course_id <> required_id
      UNION SELECT line, reached.course_id, needs.required_id
      FROM reached JOIN needs ON needs.course_id = reached.reached_id
    )
    SELECT line FROM reached WHERE reached_id = course_id
  )`;

/** What must be passed before a course, a line each. A file has all prerequisites of the courses that are in it. */
export const prerequisites: Kind = {
  name: "prerequisites",
  alsoCalled: ["requisites"],
  columns: {
    course,
    required: {
      headings: [
        "Required course",
        "Requires",
        "Required",
        "Prerequisite",
        "Prerequisite code",
        "پیشگی کورس",
      ],
      read: course.read,
    },
  },
  // A column that must be there, with cells that may be empty.
  oneOf: ["required"],
  key: ["course", "required"],
  resolve: `SELECT staged.*, course.id AS course_id, required.id AS required_id FROM staged
    LEFT JOIN courses course ON course.code = staged.course
    LEFT JOIN courses required ON required.code = staged.required`,
  checks: [
    ["course", "there is no such course; import the courses first", "course_id IS NULL"],
    [
      "required",
      "there is no such course; import the courses first",
      "required IS NOT NULL AND required_id IS NULL",
    ],
    ["required", "is the course itself", "required = course"],
    [
      "required",
      "is empty, which means none, but another line names one",
      `required IS NULL
       AND EXISTS (SELECT FROM staged other WHERE other.course = resolved.course AND other.required IS NOT NULL)`,
    ],
    ["required", "needs this course before it, itself or by what it needs", inACircle],
  ],
  async write({ run }) {
    await asOne(run);
    const gone = await run(
      takenAway(`
      DELETE FROM prerequisites WHERE course_id IN (SELECT course_id FROM resolved)
        AND (course_id, required_id) NOT IN (SELECT course_id, required_id FROM resolved WHERE required_id IS NOT NULL)`),
    );
    const written = await run(
      counted(`
      INSERT INTO prerequisites (course_id, required_id)
      SELECT course_id, required_id FROM resolved WHERE required_id IS NOT NULL
      ON CONFLICT (course_id, required_id) DO NOTHING`),
    );
    return together(gone, written);
  },
};
