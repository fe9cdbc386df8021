import { inLanguage } from "../../records/in-language.ts";
import { code } from "../cells.ts";
import { counted, type Kind } from "../kind.ts";
import { course, registration, semesterColumn } from "./columns.ts";
import { isOffered, joinOffering } from "./offered.ts";

/** Who tutors whom. Chats that asked to be told are told, once it is in. */
export const tutorAssignments: Kind = {
  name: "tutor-assignments",
  alsoCalled: ["tutoring", "tutor allocation"],
  columns: {
    registration,
    course,
    semester: semesterColumn,
    tutor: { headings: ["Tutor code", "Tutor ID", "Tutor", "Tutor no"], read: code, needed: true },
  },
  key: ["registration", "semester", "course"],
  resolve: `SELECT staged.*, student.id AS student_id, semester.id AS semester_id, offering.id AS offering_id,
      tutor.id AS tutor_id
    FROM staged ${joinOffering}
    LEFT JOIN students student ON student.registration_number = staged.registration AND student.erased_at IS NULL
    LEFT JOIN tutors tutor ON tutor.code = staged.tutor`,
  checks: [
    ["registration", "there is no such student", "student_id IS NULL"],
    ...isOffered,
    ["tutor", "there is no such tutor; import the tutors first", "tutor_id IS NULL"],
  ],
  afterwards: "Who wants to hear of tutors is told within the hour; who asked for one, now.",
  async write({ run, inSlices }) {
    const written = await inSlices(
      counted(`
      INSERT INTO tutor_assignments AS assignment (student_id, offering_id, tutor_id, assigned_at)
      SELECT student_id, offering_id, tutor_id, now() FROM resolved WHERE line BETWEEN $1 AND $2
      ON CONFLICT (student_id, offering_id) DO UPDATE SET tutor_id = EXCLUDED.tutor_id, assigned_at = EXCLUDED.assigned_at
      WHERE assignment.tutor_id IS DISTINCT FROM EXCLUDED.tutor_id`),
    );
    await run(tell);
    return written;
  },
};

/**
 * What a chat asked to be told is told once: the notice goes as the news is owed. Quiet hours (rules/quiet-hours.ts) are
 * heeded; without any, `since < length` is null, and it is told now.
 */
const tell = `
  WITH asked AS (
    DELETE FROM tutor_notices notice USING resolved
    WHERE notice.student_id = resolved.student_id AND notice.offering_id = resolved.offering_id
    RETURNING notice.id, notice.student_id, notice.channel, notice.chat, resolved.registration, resolved.course,
      resolved.tutor_id, resolved.offering_id
  )
  INSERT INTO deliveries (id, key, channel, chat, student_id, kind, due_at, payload)
  SELECT gen_random_uuid(), 'tutor-assigned:' || asked.id || ':' || asked.student_id, asked.channel, asked.chat,
    asked.student_id, 'tutor-assigned', CASE WHEN since < length
      THEN date_trunc('minute', now()) + (length - since) * interval '1 minute' ELSE now() END, jsonb_build_object('registrationNumber', asked.registration,
      'course', asked.course, 'title', ${inLanguage("student.language", "course.title").sql}, 'tutor', ${inLanguage("student.language", "tutor.name").sql})
  FROM asked JOIN tutors tutor ON tutor.id = asked.tutor_id JOIN offerings offering ON offering.id = asked.offering_id
  JOIN courses course ON course.id = offering.course_id
  JOIN students student ON student.id = asked.student_id
  CROSS JOIN LATERAL (
    SELECT extract(hour FROM clock)::int * 60 + extract(minute FROM clock)::int AS minute
    FROM (SELECT now() AT TIME ZONE 'Asia/Karachi' AS clock) pakistan
  ) today
  CROSS JOIN LATERAL (
    SELECT (minute - quiet_from + 1440) % 1440 AS since, (quiet_to - quiet_from + 1440) % 1440 AS length
  ) quiet
  WHERE EXISTS (
    SELECT FROM chat_links link WHERE link.student_id = asked.student_id AND link.channel = asked.channel
      AND link.chat = asked.chat AND link.revoked_at IS NULL AND link.expires_at > now()
  )
  ON CONFLICT (key) DO NOTHING`;
