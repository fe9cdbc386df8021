import { date, whole } from "../cells.ts";
import { counted, type Kind, newId, takenAway, together } from "../kind.ts";
import { course, isKept, isWithdrawn, semesterColumn, state } from "./columns.ts";
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
    state,
  },
  key: ["semester", "course", "assignment_number"],
  resolve: `SELECT staged.*, semester.id AS semester_id, semester.study_from, offering.id AS offering_id,
      known.id AS assignment_id
    FROM staged ${joinOffering}
    LEFT JOIN assignments known ON known.offering_id = offering.id AND known.number = assignment_number`,
  checks: [
    ...isOffered,
    ["due_on", "is before the semester's study begins", "due_on < study_from"],
    [
      "state",
      "cannot be withdrawn: there are marks for it, which would be lost",
      `${isWithdrawn} AND EXISTS (SELECT FROM assignment_marks mark WHERE mark.assignment_id = resolved.assignment_id)`,
    ],
  ],
  async write({ run }) {
    const gone = await run(
      takenAway(
        `DELETE FROM assignments WHERE id IN (SELECT assignment_id FROM resolved WHERE ${isWithdrawn})`,
      ),
    );
    const written = await run(
      counted(`
      INSERT INTO assignments AS assignment (id, offering_id, number, due_on)
      SELECT ${newId}, offering_id, assignment_number, due_on FROM resolved WHERE ${isKept}
      ON CONFLICT (offering_id, number) DO UPDATE SET due_on = EXCLUDED.due_on
      WHERE assignment.due_on IS DISTINCT FROM EXCLUDED.due_on`),
    );
    return together(gone, written);
  },
};
