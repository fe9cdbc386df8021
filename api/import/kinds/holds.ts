import { code, oneOf, type Read, text } from "../cells.ts";
import { counted, type Kind, keeping, newId, takenAway, together } from "../kind.ts";
import { registration } from "./columns.ts";

const reason: Read = (cell) => code(cell).toLowerCase().replace(/\s+/g, "-");

/** Who may not enrol for now, and why, a line a reason. A hold stays until a line says that it is lifted. */
export const holds: Kind = {
  name: "holds",
  alsoCalled: ["dues", "defaulters"],
  columns: {
    registration,
    hold: { headings: ["Hold", "Hold reason", "Reason"], ...{ read: reason, needed: true } },
    note: { headings: ["Note", "Remarks"], read: text(500) },
    state: {
      headings: ["State", "Status"],
      read: oneOf({ placed: ["active", "open"], lifted: ["cleared", "paid", "released"] }),
    },
  },
  key: ["registration", "hold"],
  resolve: `SELECT staged.*, student.id AS student_id, known.id AS hold_id FROM staged
    LEFT JOIN students student ON student.registration_number = staged.registration AND student.erased_at IS NULL
    LEFT JOIN LATERAL (
      SELECT id FROM student_holds hold WHERE hold.student_id = student.id AND hold.reason = staged.hold
        AND hold.lifted_at IS NULL ORDER BY id LIMIT 1
    ) known ON true`,
  checks: [["registration", "there is no such student; import the students first", "student_id IS NULL"]],
  async write({ run, inSlices }) {
    const lifted = await run(
      takenAway(`
      UPDATE student_holds hold SET lifted_at = now() FROM resolved
      WHERE resolved.state = 'lifted' AND hold.student_id = resolved.student_id AND hold.reason = resolved.hold
        AND hold.lifted_at IS NULL`),
    );
    const placed = await inSlices(
      counted(`
      INSERT INTO student_holds AS known (id, student_id, reason, note)
      SELECT coalesce(hold_id, ${newId}), student_id, hold, note FROM resolved
      WHERE state IS DISTINCT FROM 'lifted' AND line BETWEEN $1 AND $2
      ON CONFLICT (id) ${keeping("known", ["note"])}`),
    );
    return together(lifted, placed);
  },
};
