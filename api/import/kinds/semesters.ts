import { date } from "../cells.ts";
import { counted, type Kind } from "../kind.ts";
import { semesterColumn } from "./columns.ts";

/** The semesters and when one studies in them; what sorts them follows from year and season. */
export const semesters: Kind = {
  name: "semesters",
  alsoCalled: ["terms"],
  columns: {
    semester: semesterColumn,
    study_from: {
      headings: ["Study from", "Study begins", "Classes begin", "TERM_BEGIN_DT"],
      ...{ read: date, type: "date", needed: true },
    },
    study_to: {
      headings: ["Study to", "Study ends", "Classes end", "TERM_END_DT"],
      ...{ read: date, type: "date", needed: true },
    },
  },
  key: ["semester"],
  resolve: `SELECT staged.*, split_part(semester, '-', 1)::int AS year, split_part(semester, '-', 2)::season AS season
    FROM staged`,
  checks: [
    ["study_to", "is not after the beginning", "study_to <= study_from"],
    [
      "study_from",
      "is neither in the semester's year nor in the next",
      "extract(year FROM study_from) NOT IN (year, year + 1)",
    ],
  ],
  write: ({ run }) =>
    run(
      counted(`
      INSERT INTO semesters AS semester (id, season, year, sequence, study_from, study_to)
      SELECT semester, season, year, year * 2 + (season = 'autumn')::int, study_from, study_to FROM resolved
      ON CONFLICT (id) DO UPDATE SET study_from = EXCLUDED.study_from, study_to = EXCLUDED.study_to
      WHERE (semester.study_from, semester.study_to) IS DISTINCT FROM (EXCLUDED.study_from, EXCLUDED.study_to)`),
    ),
};
