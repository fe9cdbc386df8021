import { z } from "zod";
import { Problem } from "../contract/problems.ts";
import type { LoggedIn } from "../logins/find-login.ts";
import type { Transaction } from "../university.ts";
import { fromCurrentEnrolment } from "./current-enrolment.ts";

const Taken = z.array(z.object({ offering: z.string(), assigned: z.boolean() }));

/**
 * Keeps that this chat wants to be told when a course's tutor is assigned; asked again, it stays as it is.
 * @returns false if there is a tutor already
 * @throws {Problem} `not-found` for a course that is not studied now
 */
export async function askForTutorNotice(
  tx: Transaction,
  { id: studentId, link }: LoggedIn,
  courseCode: string,
  now: Date,
): Promise<boolean> {
  // Locks the line: a tutor who is assigned at this very moment comes before or after the notice, never between.
  const rows = await tx.$queryRaw`
    INSERT INTO tutor_assignments (student_id, offering_id)
    SELECT student.id, offering.id ${fromCurrentEnrolment(studentId)} AND course.code = ${courseCode}
    ON CONFLICT (student_id, offering_id) DO UPDATE SET offering_id = EXCLUDED.offering_id
    RETURNING offering_id::text AS offering, tutor_id IS NOT NULL AS assigned`;
  const [row] = Taken.parse(rows);
  if (!row) throw new Problem("not-found");
  if (row.assigned) return false;
  const { channel, chat } = link;
  await tx.tutorNotice.createMany({
    data: [{ studentId, offeringId: row.offering, channel, chat, askedAt: now }],
    skipDuplicates: true,
  });
  return true;
}
