import { date, text } from "../cells.ts";
import { byCodeOrName, counted, type Kind, newId, takenAway, together } from "../kind.ts";
import { anyOffice, isKept, isWithdrawn, state } from "./columns.ts";

/** Days on which offices are closed. */
export const holidays: Kind = {
  name: "holidays",
  columns: {
    office: anyOffice,
    day: { headings: ["Date", "Day", "تاریخ"], ...{ read: date, type: "date", needed: true } },
    holiday: { headings: ["Holiday", "Occasion", "چھٹی"], read: text(100), needed: true },
    state,
  },
  key: ["office", "day"],
  resolve: `SELECT line.*, known.id AS holiday_id FROM (
      SELECT staged.*, office.id AS office_id
      FROM staged LEFT JOIN ${byCodeOrName("regional_offices")} office ON office.called = upper(staged.office)
    ) line
    LEFT JOIN LATERAL (
      SELECT id FROM holidays known WHERE known.regional_office_id IS NOT DISTINCT FROM line.office_id
        AND known."on" = line.day ORDER BY id LIMIT 1
    ) known ON true`,
  checks: [
    ["office", "there is no such regional office", "office IS NOT NULL AND office_id IS NULL"],
    [
      "day",
      "is on an earlier line too, where the office is called otherwise",
      `EXISTS (SELECT FROM resolved other WHERE other.line < resolved.line AND other.office_id = resolved.office_id
         AND other.office <> resolved.office AND other.day = resolved.day)`,
    ],
  ],
  async write({ run }) {
    const gone = await run(
      takenAway(`DELETE FROM holidays WHERE id IN (SELECT holiday_id FROM resolved WHERE ${isWithdrawn})`),
    );
    const written = await run(
      counted(`
      INSERT INTO holidays AS known (id, regional_office_id, "on", name)
      SELECT coalesce(holiday_id, ${newId}), office_id, day, holiday FROM resolved WHERE ${isKept}
      ON CONFLICT (id) DO UPDATE SET name = EXCLUDED.name WHERE known.name <> EXCLUDED.name`),
    );
    return together(gone, written);
  },
};
