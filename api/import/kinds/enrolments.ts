import { oneOf, whole } from "../cells.ts";
import { byCodeOrName, counted, type Kind, newId } from "../kind.ts";
import { course, programme, registration, semesterColumn } from "./columns.ts";

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
  resolve: `SELECT staged.*, student.id AS student_id, coalesce(programme.id, student.programme_id) AS programme_id,
      staged.programme IS NULL OR programme.id IS NOT NULL AS programme_known,
      semester.id AS semester_id, semester.year, semester.sequence, course.id AS course_id, offering.id AS offering_id
    FROM staged
    LEFT JOIN students student ON student.registration_number = staged.registration AND student.erased_at IS NULL
    LEFT JOIN ${byCodeOrName("programmes")} programme ON programme.called = upper(staged.programme)
    LEFT JOIN semesters semester ON semester.id = staged.semester
    LEFT JOIN courses course ON course.code = staged.course
    LEFT JOIN offerings offering ON offering.course_id = course.id AND offering.semester_id = semester.id`,
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
  ],
  async write({ run }) {
    await run(semesters);
    await run(again);
    const written = await run(counted(courses));
    await run(seats);
    return written;
  },
};

/** Semesters that a student is newly enrolled for, numbered and with references like those made in the chat. */
const semesters = `
  WITH fresh AS (
    SELECT DISTINCT ON (student_id, semester_id) student_id, semester_id, programme_id, year, sequence, semester_number
    FROM resolved
    WHERE NOT EXISTS (
      SELECT FROM enrolments known WHERE known.student_id = resolved.student_id AND known.semester_id = resolved.semester_id)
    ORDER BY student_id, semester_id, semester_number, line
  ), needed AS (SELECT year, count(*)::int AS count FROM fresh GROUP BY year),
  counters AS (
    INSERT INTO reference_counters AS counter (series, year, last) SELECT 'EN', year, count FROM needed
    ON CONFLICT (series, year) DO UPDATE SET last = counter.last + EXCLUDED.last RETURNING year, last
  ), numbered AS (
    SELECT fresh.*, counters.last - needed.count + row_number() OVER (PARTITION BY year ORDER BY student_id, sequence) AS number,
      row_number() OVER (PARTITION BY student_id ORDER BY sequence) + (
        SELECT count(*) FROM enrolments earlier JOIN semesters semester ON semester.id = earlier.semester_id
        WHERE earlier.student_id = fresh.student_id AND semester.sequence < fresh.sequence AND earlier.state <> 'withdrawn'
      ) AS nth
    FROM fresh JOIN needed USING (year) JOIN counters USING (year)
  )
  INSERT INTO enrolments (id, student_id, semester_id, programme_id, semester_number, reference)
  SELECT ${newId}, student_id, semester_id, programme_id, coalesce(semester_number, nth),
    'EN-' || year || '-' || lpad(number::text, greatest(6, length(number::text)), '0')
  FROM numbered`;

/** A semester that was withdrawn as a whole is not, where the file says that a course of it is studied. */
const again = `
  UPDATE enrolments SET state = 'enrolled', updated_at = now() FROM resolved
  WHERE enrolments.student_id = resolved.student_id AND enrolments.semester_id = resolved.semester_id
    AND enrolments.state = 'withdrawn' AND resolved.state IS DISTINCT FROM 'withdrawn'`;

const courses = `
  INSERT INTO enrolment_courses AS taken (id, enrolment_id, offering_id, attempt, state)
  SELECT ${newId}, enrolment.id, resolved.offering_id, coalesce(resolved.attempt, (
      SELECT count(*) FROM enrolment_courses earlier JOIN offerings once ON once.id = earlier.offering_id
      JOIN enrolments other ON other.id = earlier.enrolment_id JOIN semesters semester ON semester.id = other.semester_id
      WHERE other.student_id = resolved.student_id AND once.course_id = resolved.course_id
        AND earlier.state = 'enrolled' AND semester.sequence < resolved.sequence
    ) + row_number() OVER (PARTITION BY resolved.student_id, resolved.course_id ORDER BY resolved.sequence)),
    coalesce(resolved.state, 'enrolled')::enrolment_course_state
  FROM resolved JOIN enrolments enrolment
    ON enrolment.student_id = resolved.student_id AND enrolment.semester_id = resolved.semester_id
  ON CONFLICT (enrolment_id, offering_id) DO UPDATE SET state = EXCLUDED.state
  WHERE taken.state <> EXCLUDED.state`;

const seats = `
  UPDATE offerings SET seats_taken = counted.taken FROM (
    SELECT offering.id, (
      SELECT count(*)::int FROM enrolment_courses taken JOIN enrolments enrolment ON enrolment.id = taken.enrolment_id
      WHERE taken.offering_id = offering.id AND taken.state = 'enrolled' AND enrolment.state <> 'withdrawn'
    ) AS taken
    FROM (SELECT DISTINCT offering_id AS id FROM resolved) offering
  ) counted WHERE offerings.id = counted.id AND offerings.seats_taken <> counted.taken`;
