import { whole } from "../cells.ts";
import { counted, type Kind, newId } from "../kind.ts";
import { course, semesterColumn } from "./columns.ts";

/** Which courses are given in a semester, and for how many. */
export const offerings: Kind = {
  name: "offerings",
  alsoCalled: ["offered", "schedule"],
  columns: {
    course,
    semester: semesterColumn,
    capacity: { headings: ["Capacity", "Seats", "Enrl cap"], read: whole(0, 10_000_000), type: "integer" },
  },
  key: ["semester", "course"],
  resolve: `SELECT staged.*, course.id AS course_id, semester.id AS semester_id FROM staged
    LEFT JOIN courses course ON course.code = staged.course
    LEFT JOIN semesters semester ON semester.id = staged.semester`,
  checks: [
    ["course", "there is no such course; import the courses first", "course_id IS NULL"],
    ["semester", "there is no such semester", "semester_id IS NULL"],
  ],
  write: ({ run }) =>
    run(
      counted(`
      INSERT INTO offerings AS offering (id, course_id, semester_id, capacity)
      SELECT ${newId}, course_id, semester_id, capacity FROM resolved
      ON CONFLICT (semester_id, course_id) DO UPDATE SET capacity = EXCLUDED.capacity
      WHERE EXCLUDED.capacity IS NOT NULL AND offering.capacity IS DISTINCT FROM EXCLUDED.capacity`),
    ),
};
