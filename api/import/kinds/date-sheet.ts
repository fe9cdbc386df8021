import { date, text, time } from "../cells.ts";
import { counted, type Kind, newId, together } from "../kind.ts";
import { course, semesterColumn, session } from "./columns.ts";
import { isOffered, joinOffering } from "./offered.ts";

/** When papers are written, on Pakistan's clock. A session is made by its first paper, and shown once it is announced. */
export const dateSheet: Kind = {
  name: "date-sheet",
  alsoCalled: ["datesheet", "date sheet", "papers", "exam schedule"],
  columns: {
    semester: semesterColumn,
    session,
    session_urdu: {
      headings: ["Exam session Urdu", "Urdu exam session", "Exam session in Urdu"],
      read: text(80),
    },
    course,
    day: {
      headings: ["Date", "Paper date", "Exam date", "تاریخ"],
      ...{ read: date, type: "date", needed: true },
    },
    starts: {
      headings: ["Start", "Starts", "Time", "Start time", "From"],
      ...{ read: time, type: "time", needed: true },
    },
    ends: { headings: ["End", "Ends", "End time", "To"], ...{ read: time, type: "time", needed: true } },
  },
  key: ["semester", "session", "course"],
  resolve: `SELECT staged.*, semester.id AS semester_id, offering.id AS offering_id,
      (day + starts) AT TIME ZONE 'Asia/Karachi' AS starts_at, (day + ends) AT TIME ZONE 'Asia/Karachi' AS ends_at
    FROM staged ${joinOffering}`,
  checks: [...isOffered, ["ends", "is not after the beginning", "ends <= starts"]],
  async write({ run, options }) {
    await run(`
      INSERT INTO exam_sessions (id, semester_id, name, name_urdu, starts_on, ends_on)
      SELECT ${newId}, semester_id, session, max(session_urdu), min(day), max(day) FROM resolved
      GROUP BY semester_id, session
      ON CONFLICT (semester_id, name) DO NOTHING`);
    const renamed = await run(`
      WITH renamed AS (
        UPDATE exam_sessions session SET name_urdu = called.name_urdu FROM (
          SELECT semester_id, session, max(session_urdu) AS name_urdu FROM resolved GROUP BY semester_id, session
        ) called
        WHERE (session.semester_id, session.name) = (called.semester_id, called.session)
          AND session.name_urdu IS DISTINCT FROM called.name_urdu AND called.name_urdu IS NOT NULL
        RETURNING 1
      )
      SELECT 0 AS added, count(*)::int AS changed FROM renamed`);
    const written = await run(
      counted(`
      INSERT INTO date_sheet_papers AS paper (id, session_id, offering_id, starts_at, ends_at)
      SELECT ${newId}, session.id, resolved.offering_id, resolved.starts_at, resolved.ends_at
      FROM resolved JOIN exam_sessions session
        ON session.semester_id = resolved.semester_id AND session.name = resolved.session
      ON CONFLICT (session_id, offering_id) DO UPDATE SET starts_at = EXCLUDED.starts_at, ends_at = EXCLUDED.ends_at
      WHERE (paper.starts_at, paper.ends_at) IS DISTINCT FROM (EXCLUDED.starts_at, EXCLUDED.ends_at)`),
    );
    await run(`
      UPDATE exam_sessions session SET starts_on = paper.first, ends_on = paper.last FROM (
        SELECT session_id, min((starts_at AT TIME ZONE 'Asia/Karachi')::date) AS first,
          max((ends_at AT TIME ZONE 'Asia/Karachi')::date) AS last
        FROM date_sheet_papers GROUP BY session_id
      ) paper
      WHERE paper.session_id = session.id AND (session.starts_on, session.ends_on) IS DISTINCT FROM (paper.first, paper.last)
        AND (session.semester_id, session.name) IN (SELECT semester_id, session FROM resolved)`);
    if (options.announce) {
      await run(`
        UPDATE exam_sessions SET announced_at = now()
        WHERE announced_at IS NULL AND (semester_id, name) IN (SELECT semester_id, session FROM resolved)`);
    }
    return together(renamed, written);
  },
  afterwards: "Students see a date sheet once it is announced: import it with --announce.",
};
