import { z } from "zod";
import { oweNews } from "../deliveries/owe.ts";
import { Reached, reach, reachedColumns } from "../deliveries/reach.ts";
import type { Transaction } from "../university.ts";
import { recordAudit } from "./audit.ts";
import { inLanguage } from "./in-language.ts";

/** Who tutors whom in which offering. */
export type TutorAssigned = { studentId: string; offeringId: string; tutorId: string };

const Asked = Reached.and(z.object({ id: z.string() }));
const AskedRows = z.array(Asked);
const About = z.object({ course: z.string(), title: z.string(), tutor: z.string() });
const AboutRows = z.array(About);

/**
 * Assigns a tutor, and owes the news to every chat that asked for it and is still the student's; where none asked, to
 * the chat of a student who is subscribed to news of tutors. Ring the bell after the commit if any is owed.
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
  const [about] = AboutRows.parse(
    await tx.$queryRaw`
      SELECT course.code AS course, ${inLanguage("student.language", "course.title")} AS title,
        ${inLanguage("student.language", "tutor.name")} AS tutor
      FROM students student, tutors tutor, offerings offering JOIN courses course ON course.id = offering.course_id
      WHERE student.id = ${studentId}::uuid AND tutor.id = ${tutorId}::uuid AND offering.id = ${offeringId}::uuid`,
  );
  const asked = await takeNotices(tx, studentId, offeringId, now);
  const subscribed = asked.length === 0 ? await reach(tx, studentId, "tutor", now) : undefined;
  const told = subscribed ? [{ ...subscribed, id: `${offeringId}:${tutorId}` }] : asked;
  const news = told.map(({ id, ...to }) => ({
    ...{ to, kind: "tutor-assigned" as const, occasion: id, payload: about ?? {} },
  }));
  await oweNews(tx, news, now);
  await recordAudit(tx, now, {
    ...{ ...by, action: "tutor-assigned", subject: "student", subjectId: studentId },
    to: { offeringId, tutorId },
  });
  return news.length;
}

/** Takes the notices that were asked for: what is told once is not told again. */
async function takeNotices(tx: Transaction, studentId: string, offeringId: string, now: Date) {
  const rows = await tx.$queryRaw`
    WITH reached AS (
      DELETE FROM tutor_notices
      WHERE student_id = ${studentId}::uuid AND offering_id = ${offeringId}::uuid RETURNING *
    )
    SELECT reached.id::text, ${reachedColumns}
    FROM reached JOIN students student ON student.id = reached.student_id AND student.erased_at IS NULL
    WHERE EXISTS (
      SELECT FROM chat_links link
      WHERE link.student_id = reached.student_id AND link.channel = reached.channel AND link.chat = reached.chat
        AND link.revoked_at IS NULL AND link.expires_at > ${now}
    )`;
  return AskedRows.parse(rows);
}
