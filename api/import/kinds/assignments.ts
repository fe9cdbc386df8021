import { date, whole } from "../cells.ts";
import { counted, type Kind, newId } from "../kind.ts";
import { course, semesterColumn } from "./columns.ts";
import { isOffered, joinOffering } from "./offered.ts";

/** The last day on which each assignment of a course is accepted. */
export const assignments: Kind = {
  name: "assignments",
  alsoCalled: ["due dates"],
  columns: {
    course,
    semester: semesterColumn,
    assignment_number: {
      headings: ["Assignment number", "Assignment no", "Assignment"],
      ...{ read: whole(1, 20), type: "integer", needed: true },
    },
    due_on: {
      headings: ["Due on", "Due date", "Due", "Last date", "آخری تاریخ"],
      ...{ read: date, type: "date", needed: true },
    },
  },
  key: ["semester", "course", "assignment_number"],
  resolve: `SELECT staged.*, semester.id AS semester_id, semester.study_from, offering.id AS offering_id FROM staged ${joinOffering}`,
  checks: [...isOffered, ["due_on", "is before the semester's study begins", "due_on < study_from"]],
  write: ({ run }) =>
    run(
      counted(`
      INSERT INTO assignments AS assignment (id, offering_id, number, due_on)
      SELECT ${newId}, offering_id, assignment_number, due_on FROM resolved
      ON CONFLICT (offering_id, number) DO UPDATE SET due_on = EXCLUDED.due_on
      WHERE assignment.due_on IS DISTINCT FROM EXCLUDED.due_on`),
    ),
};
