import { z } from "zod";
import { oweNotifications } from "../deliveries/owe.ts";
import type { Transaction } from "../university.ts";
import { recordAudit } from "./audit.ts";

/** Who tutors whom in which offering. */
export type TutorAssigned = { studentId: string; offeringId: string; tutorId: string };

const Waiting = z.array(
  z.object({
    id: z.string(),
    channel: z.string(),
    chat: z.string(),
    registration_number: z.string(),
    course: z.string(),
    title: z.string(),
    tutor: z.string(),
  }),
);

/**
 * Assigns a tutor, and owes the news to every chat that asked for it and is still the student's. Ring the bell after
 * the commit if any is owed.
 * @param by who assigns: a member of staff, or the system
 * @returns how many chats are told
 */
export async function assignTutor(
  tx: Transaction,
  { studentId, offeringId, tutorId }: TutorAssigned,
  by: Pick<Parameters<typeof recordAudit>[2], "actor" | "actorId">,
  now: Date,
): Promise<number> {
  await tx.$executeRaw`
    INSERT INTO tutor_assignments (student_id, offering_id, tutor_id, assigned_at)
    VALUES (${studentId}::uuid, ${offeringId}::uuid, ${tutorId}::uuid, ${now})
    ON CONFLICT (student_id, offering_id)
      DO UPDATE SET tutor_id = EXCLUDED.tutor_id, assigned_at = EXCLUDED.assigned_at`;
  const rows = await tx.$queryRaw`
    WITH asked AS (
      DELETE FROM tutor_notices
      WHERE student_id = ${studentId}::uuid AND offering_id = ${offeringId}::uuid RETURNING *
    )
    SELECT asked.id::text, asked.channel, asked.chat, student.registration_number, course.code AS course,
      course.title, tutor.name AS tutor
    FROM asked
    JOIN students student ON student.id = asked.student_id AND student.erased_at IS NULL
    JOIN offerings offering ON offering.id = asked.offering_id
    JOIN courses course ON course.id = offering.course_id
    JOIN tutors tutor ON tutor.id = ${tutorId}::uuid
    WHERE EXISTS (
      SELECT FROM chat_links link
      WHERE link.student_id = asked.student_id AND link.channel = asked.channel AND link.chat = asked.chat
        AND link.revoked_at IS NULL AND link.expires_at > ${now}
    )`;
  const waiting = Waiting.parse(rows);
  const owed = waiting.map(({ id, channel, chat, registration_number: registrationNumber, ...news }) => ({
    ...{ key: `tutor-assigned:${id}`, channel, chat, studentId, kind: "tutor-assigned" as const },
    payload: { registrationNumber, ...news },
  }));
  await oweNotifications(tx, owed, now);
  await recordAudit(tx, now, {
    ...{ ...by, action: "tutor-assigned", subject: "student", subjectId: studentId },
    to: { offeringId, tutorId },
  });
  return owed.length;
}
