import { z } from "zod";
import { oneOf, whole } from "../cells.ts";
import { ImportError } from "../import-error.ts";
import { byCodeOrName, counted, type Kind, newId } from "../kind.ts";
import { course, programme, registration, semesterColumn } from "./columns.ts";
import { completed } from "./completed.ts";
import { joinOffering } from "./offered.ts";

/** How many have a place in an offering. */
const placesHeld = `(
  SELECT count(*)::int FROM enrolment_courses taken JOIN enrolments enrolment ON enrolment.id = taken.enrolment_id
  WHERE taken.offering_id = offering.id AND taken.state = 'enrolled' AND enrolment.state <> 'withdrawn')`;

/** Lines that want a place in an offering when those before them and everybody else have all. */
const placeless = `
  SELECT line FROM (
    SELECT line, offering_id, row_number() OVER (PARTITION BY offering_id ORDER BY line) AS nth FROM resolved
    JOIN offerings offering ON offering.id = offering_id AND offering.capacity IS NOT NULL
    WHERE takes AND NOT EXISTS (SELECT FROM bad WHERE bad.line = resolved.line)
  ) taking JOIN (
    SELECT offering.id, offering.capacity - ${placesHeld} + given_back.count AS free FROM offerings offering
    JOIN (
      SELECT offering_id, count(*) FILTER (WHERE held AND final_state = 'withdrawn') FROM resolved GROUP BY offering_id
    ) given_back ON given_back.offering_id = offering.id
    WHERE offering.capacity IS NOT NULL
  ) places ON places.id = offering_id
  WHERE nth > free`;

/** Who studies what, a line a course; a student's semester is made of its courses. */
export const enrolments: Kind = {
  name: "enrolments",
  alsoCalled: ["enrollments", "enrolled"],
  columns: {
    registration,
    semester: semesterColumn,
    course,
    state: {
      headings: ["State", "Status", "Enrolment status", "STDNT_ENRL_STATUS"],
      read: oneOf({ enrolled: ["e", "active", "yes"], withdrawn: ["w", "d", "dropped", "cancelled"] }),
    },
    attempt: { headings: ["Attempt", "Attempt no"], read: whole(1, 20), type: "integer" },
    semester_number: {
      headings: ["Semester number", "Semester no"],
      read: whole(1, 20),
      type: "integer",
    },
    programme,
  },
  key: ["registration", "semester", "course"],
  // Who is in the file is written for by nobody else meanwhile, as `lockStudent` has it.
  lock: `SELECT FROM students WHERE registration_number IN (SELECT registration FROM staged) ORDER BY id FOR NO KEY UPDATE`,
  resolve: `SELECT *, final_state = 'enrolled' AND held IS NOT TRUE AS takes FROM (
    SELECT staged.*, student.id AS student_id, coalesce(programme.id, student.programme_id) AS programme_id,
      staged.programme IS NULL OR programme.id IS NOT NULL AS programme_known,
      semester.id AS semester_id, semester.year, semester.sequence, course.id AS course_id, offering.id AS offering_id,
      enrolment.id AS enrolment_id, taken.state = 'enrolled' AND enrolment.state <> 'withdrawn' AS held,
      coalesce(staged.state, CASE WHEN taken.id IS NOT NULL AND enrolment.state = 'withdrawn' THEN 'withdrawn'
        ELSE taken.state::text END, 'enrolled') AS final_state
    FROM staged ${joinOffering}
    LEFT JOIN students student ON student.registration_number = staged.registration AND student.erased_at IS NULL
    LEFT JOIN ${byCodeOrName("programmes")} programme ON programme.called = upper(staged.programme)
    LEFT JOIN enrolments enrolment ON enrolment.student_id = student.id AND enrolment.semester_id = semester.id
    LEFT JOIN enrolment_courses taken ON taken.enrolment_id = enrolment.id AND taken.offering_id = offering.id
  ) line`,
  checks: [
    ["registration", "there is no such student; import the students first", "student_id IS NULL"],
    ["semester", "there is no such semester", "semester_id IS NULL"],
    ["course", "there is no such course; import the courses first", "course_id IS NULL"],
    [
      "course",
      "is not offered in this semester; import the offerings first",
      "course_id IS NOT NULL AND semester_id IS NOT NULL AND offering_id IS NULL",
    ],
    ["programme", "there is no such programme", "NOT programme_known"],
    ["course", "has no place left", `line IN (${placeless})`],
  ],
  async write({ run, lock }) {
    await run(fresh);
    await run(semesters);
    await run(again);
    const written = await run(counted(courses));
    await run(withdrawn);
    await run(completed);
    // Everybody who enrols waits from here on: places and then references, in the order in which they take them.
    await lock(
      "SELECT FROM offerings WHERE id IN (SELECT offering_id FROM resolved) ORDER BY id FOR NO KEY UPDATE",
    );
    await run(seats).catch((cause: unknown) => {
      if (!Overfull.safeParse(cause).success) throw cause;
      throw new ImportError(takenMeanwhile, { cause });
    });
    await run(references);
    return written;
  },
};

const Overfull = z.object({ constraint: z.literal("offerings_seats_check") });
const takenMeanwhile =
  "Students took the last places of an offering while the file was imported, and nothing of it is in. Give the same command again: it names the lines.";

/** Semesters that a student is newly enrolled for, numbered. */
const fresh = `
  CREATE TEMP TABLE fresh ON COMMIT DROP AS
  SELECT ${newId} AS id, semester.*, row_number() OVER (PARTITION BY year ORDER BY student_id, sequence) AS nth_of_year,
    1 + count(*) FILTER (WHERE studied) OVER (
      PARTITION BY student_id ORDER BY sequence ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
    ) + (
      SELECT count(*) FROM enrolments earlier JOIN semesters before ON before.id = earlier.semester_id
      WHERE earlier.student_id = semester.student_id AND before.sequence < semester.sequence AND earlier.state <> 'withdrawn'
    ) AS nth
  FROM (
    SELECT DISTINCT ON (student_id, semester_id) student_id, semester_id, programme_id, year, sequence, semester_number,
      bool_or(final_state = 'enrolled') OVER (PARTITION BY student_id, semester_id) AS studied
    FROM resolved WHERE enrolment_id IS NULL
    ORDER BY student_id, semester_id, semester_number, line
  ) semester`;

/** Until its reference is known, which whoever enrols would wait for, a semester has its id in its place. */
const semesters = `
  INSERT INTO enrolments (id, student_id, semester_id, programme_id, semester_number, reference)
  SELECT id, student_id, semester_id, programme_id, coalesce(semester_number, nth), id::text FROM fresh`;

/** References like those made in the chat. */
const references = `
  WITH counters AS (
    INSERT INTO reference_counters AS counter (series, year, last) SELECT 'EN', year, count(*)::int FROM fresh GROUP BY year
    ON CONFLICT (series, year) DO UPDATE SET last = counter.last + EXCLUDED.last RETURNING year, last
  ), numbered AS (
    SELECT id, year, (last - count(*) OVER (PARTITION BY year) + nth_of_year)::text AS number
    FROM fresh JOIN counters USING (year)
  )
  UPDATE enrolments SET reference = 'EN-' || year || '-' || lpad(number, greatest(6, length(number)), '0')
  FROM numbered WHERE enrolments.id = numbered.id`;

/** A semester that was withdrawn as a whole is not, where the file says that a course of it is studied. */
const again = `
  UPDATE enrolments SET state = 'enrolled', updated_at = now() FROM resolved
  WHERE enrolments.id = resolved.enrolment_id AND enrolments.state = 'withdrawn' AND resolved.final_state = 'enrolled'`;

/** A semester of which no course is left is withdrawn; no result would ever complete it. */
const withdrawn = `
  UPDATE enrolments enrolment SET state = 'withdrawn', updated_at = now() FROM resolved
  WHERE enrolment.student_id = resolved.student_id AND enrolment.semester_id = resolved.semester_id
    AND resolved.final_state = 'withdrawn' AND enrolment.state <> 'withdrawn' AND NOT EXISTS (
      SELECT FROM enrolment_courses taken WHERE taken.enrolment_id = enrolment.id AND taken.state = 'enrolled')`;

const courses = `
  INSERT INTO enrolment_courses AS taken (id, enrolment_id, offering_id, attempt, state)
  SELECT ${newId}, enrolment.id, resolved.offering_id, coalesce(resolved.attempt, (
      SELECT count(*) FROM enrolment_courses earlier JOIN offerings once ON once.id = earlier.offering_id
      JOIN enrolments other ON other.id = earlier.enrolment_id JOIN semesters semester ON semester.id = other.semester_id
      WHERE other.student_id = resolved.student_id AND once.course_id = resolved.course_id
        AND earlier.state = 'enrolled' AND semester.sequence < resolved.sequence
    ) + row_number() OVER (PARTITION BY resolved.student_id, resolved.course_id ORDER BY resolved.sequence)),
    resolved.final_state::enrolment_course_state
  FROM resolved JOIN enrolments enrolment
    ON enrolment.student_id = resolved.student_id AND enrolment.semester_id = resolved.semester_id
  ON CONFLICT (enrolment_id, offering_id) DO UPDATE SET state = EXCLUDED.state
  WHERE taken.state <> EXCLUDED.state`;

/** What this file makes overfull is refused; what was overfull before is full. */
const seats = `
  UPDATE offerings SET seats_taken = counted.taken FROM (
    SELECT offering.id, CASE WHEN file.takes THEN ${placesHeld} ELSE least(${placesHeld}, capacity) END AS taken
    FROM offerings offering JOIN (
      SELECT offering_id, bool_or(takes) AS takes FROM resolved GROUP BY offering_id
    ) file ON file.offering_id = offering.id
  ) counted WHERE offerings.id = counted.id AND offerings.seats_taken <> counted.taken`;
