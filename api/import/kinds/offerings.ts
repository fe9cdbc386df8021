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
  // In the order in which whoever enrols locks them: nobody takes a place between the check and the end.
  lock: `SELECT FROM staged JOIN courses course ON course.code = staged.course
    JOIN offerings offering ON offering.course_id = course.id AND offering.semester_id = staged.semester
    ORDER BY offering.id FOR NO KEY UPDATE OF offering`,
  resolve: `SELECT staged.*, course.id AS course_id, semester.id AS semester_id, known.seats_taken FROM staged
    LEFT JOIN courses course ON course.code = staged.course
    LEFT JOIN semesters semester ON semester.id = staged.semester
    LEFT JOIN offerings known ON known.course_id = course.id AND known.semester_id = semester.id`,
  checks: [
    ["course", "there is no such course; import the courses first", "course_id IS NULL"],
    ["semester", "there is no such semester", "semester_id IS NULL"],
    ["capacity", "is fewer than the places that are taken", "capacity < seats_taken"],
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
