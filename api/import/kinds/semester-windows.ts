import type { WindowKind } from "../../../prisma/generated/enums.ts";
import { beginning, ending, oneOf } from "../cells.ts";
import { counted, type Kind, newId, takenAway, together } from "../kind.ts";
import { isKept, isWithdrawn, level, semesterColumn, state } from "./columns.ts";

/** When something may be done in a semester, on Pakistan's clock; without a level, for every level. */
export const semesterWindows: Kind = {
  name: "semester-windows",
  alsoCalled: ["windows", "calendar"],
  columns: {
    semester: semesterColumn,
    window_kind: {
      headings: ["Window", "Window for", "Activity"],
      read: oneOf({
        admission: ["admissions", "داخلہ"],
        enrolment: ["enrollment", "registration", "course registration", "رجسٹریشن"],
        books: ["books mailed", "کتابیں"],
        study: ["study period", "classes"],
        examination: ["exam", "exams", "examinations", "امتحان"],
        results: ["result", "نتیجہ"],
      } satisfies Record<WindowKind, string[]>),
      needed: true,
    },
    level,
    opens: {
      headings: ["Opens", "Opens at", "Opens on", "From"],
      ...{ read: beginning, type: "timestamp", needed: true },
    },
    closes: {
      headings: ["Closes", "Closes at", "Closes on", "To", "Last date"],
      ...{ read: ending, type: "timestamp", needed: true },
    },
    state,
  },
  key: ["semester", "level", "window_kind"],
  resolve: `SELECT staged.*, semester.id AS semester_id, known.id AS window_id, known.count,
      staged.level IS NULL OR EXISTS (SELECT FROM programmes WHERE level = staged.level) AS level_known,
      opens AT TIME ZONE 'Asia/Karachi' AS opens_at, closes AT TIME ZONE 'Asia/Karachi' AS closes_at
    FROM staged
    LEFT JOIN semesters semester ON semester.id = staged.semester
    LEFT JOIN (
      SELECT semester_id, kind::text, level, (array_agg(id))[1] AS id, count(*) FROM semester_windows GROUP BY 1, 2, 3
    ) known ON known.semester_id = staged.semester AND known.kind = staged.window_kind
      AND known.level IS NOT DISTINCT FROM staged.level`,
  checks: [
    ["semester", "there is no such semester; import the semesters first", "semester_id IS NULL"],
    ["level", "there is no programme of this level; import the programmes first", "NOT level_known"],
    ["closes", "is not after the opening", "closes <= opens"],
    ["window_kind", "this semester has several of these, and which is meant cannot be told", "count > 1"],
  ],
  async write({ run }) {
    const gone = await run(
      takenAway(
        `DELETE FROM semester_windows WHERE id IN (SELECT window_id FROM resolved WHERE ${isWithdrawn})`,
      ),
    );
    const written = await run(
      counted(`
      INSERT INTO semester_windows AS known (id, semester_id, kind, level, opens_at, closes_at)
      SELECT coalesce(window_id, ${newId}), semester_id, window_kind::window_kind, level, opens_at, closes_at
      FROM resolved WHERE ${isKept}
      ON CONFLICT (id) DO UPDATE SET opens_at = EXCLUDED.opens_at, closes_at = EXCLUDED.closes_at
      WHERE (known.opens_at, known.closes_at) IS DISTINCT FROM (EXCLUDED.opens_at, EXCLUDED.closes_at)`),
    );
    return together(gone, written);
  },
};
