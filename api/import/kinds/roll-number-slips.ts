import { asciiDigits } from "../../contract/digits.ts";
import { BadCell, beginning, capitalCode, type Read } from "../cells.ts";
import { counted, type Kind, newId } from "../kind.ts";
import { registration, semesterColumn, session } from "./columns.ts";

const rollNumber: Read = (cell) => {
  const tidy = asciiDigits(cell.normalize("NFKC")).replace(/\s/g, "").toUpperCase();
  if (!/^[A-Z0-9][A-Z0-9/-]{0,19}$/.test(tidy))
    throw new BadCell("is not a roll number; one looks like A500123");
  return tidy;
};

/** Lines whose number is that of an earlier line, or of a slip whose student the file gives no other. */
const taken = `
  line IN (
    SELECT line FROM (
      SELECT line, row_number() OVER (PARTITION BY session_id, roll_number ORDER BY line) AS nth FROM resolved
      WHERE session_id IS NOT NULL
    ) numbered WHERE nth > 1
  ) OR line IN (
    SELECT wanting.line FROM resolved wanting
    JOIN roll_number_slips slip ON slip.session_id = wanting.session_id AND slip.roll_number = wanting.roll_number
      AND slip.student_id <> wanting.student_id
    LEFT JOIN resolved owner ON owner.session_id = slip.session_id AND owner.student_id = slip.student_id
      AND owner.line NOT IN (SELECT line FROM bad)
    WHERE owner.line IS NULL
  )`;

/** What admits students to an examination session, and where. */
export const rollNumberSlips: Kind = {
  name: "roll-number-slips",
  alsoCalled: ["slips", "roll numbers"],
  columns: {
    registration: {
      ...registration,
      // “Roll no” is the slip's here.
      headings: ["Registration number", "Registration no", "Reg no", "Regno", "Student ID", "EMPLID"],
    },
    semester: semesterColumn,
    session,
    roll_number: {
      headings: ["Roll number", "Roll no", "Slip no", "رول نمبر"],
      read: rollNumber,
      needed: true,
    },
    centre: {
      headings: ["Centre code", "Center code", "Exam centre code", "Exam center code", "Centre", "Center"],
      ...{ read: capitalCode, needed: true },
    },
    issued: { headings: ["Issued", "Issued on", "Issue date"], read: beginning, type: "timestamp" },
  },
  key: ["semester", "session", "registration"],
  resolve: `SELECT staged.*, student.id AS student_id, session.id AS session_id, centre.id AS centre_id,
      coalesce(issued AT TIME ZONE 'Asia/Karachi', known.issued_at, now()) AS issued_at
    FROM staged
    LEFT JOIN students student ON student.registration_number = staged.registration AND student.erased_at IS NULL
    LEFT JOIN exam_sessions session ON session.semester_id = staged.semester AND session.name = staged.session
    LEFT JOIN exam_centres centre ON upper(centre.code) = staged.centre
    LEFT JOIN roll_number_slips known ON known.session_id = session.id AND known.student_id = student.id`,
  checks: [
    ["registration", "there is no such student; import the students first", "student_id IS NULL"],
    [
      "session",
      "there is no such examination session in this semester; import the date sheet first",
      "session_id IS NULL",
    ],
    ["centre", "there is no such exam centre; import the exam centres first", "centre_id IS NULL"],
    ["roll_number", "is another student's in this session", taken],
  ],
  async write({ run, inSlices }) {
    // Two may exchange their numbers: whoever has another's gives it up before it is given.
    await run(`
      UPDATE roll_number_slips slip SET roll_number = 'given up ' || slip.id FROM resolved
      WHERE slip.session_id = resolved.session_id AND slip.student_id = resolved.student_id
        AND slip.roll_number <> resolved.roll_number`);
    return inSlices(
      counted(`
      INSERT INTO roll_number_slips AS slip (id, session_id, student_id, centre_id, roll_number, issued_at)
      SELECT ${newId}, session_id, student_id, centre_id, roll_number, issued_at
      FROM resolved WHERE line BETWEEN $1 AND $2
      ON CONFLICT (session_id, student_id) DO UPDATE SET centre_id = EXCLUDED.centre_id,
        roll_number = EXCLUDED.roll_number, issued_at = EXCLUDED.issued_at
      WHERE (slip.centre_id, slip.roll_number, slip.issued_at)
        IS DISTINCT FROM (EXCLUDED.centre_id, EXCLUDED.roll_number, EXCLUDED.issued_at)`),
    );
  },
};
