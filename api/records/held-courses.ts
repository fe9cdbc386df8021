import { z } from "zod";
import { titled } from "../contract/shared.ts";
import type { Transaction } from "../university.ts";

const Held = z.object({
  lineId: z.string(),
  code: z.string(),
  ...titled,
  creditHours: z.int(),
  alternatives: z.string().nullable(),
});
/** A course that an enrolment holds, and the line that it stands on. */
export type Held = z.infer<typeof Held>;
const HeldRows = z.array(Held);

/** What an enrolment holds, whether it is offered to the student any more or not. */
export async function heldBy(tx: Transaction, enrolmentId: string): Promise<Held[]> {
  const rows = await tx.$queryRaw`
    SELECT taken.id AS "lineId", course.code, course.title, course.title_urdu AS "titleUrdu",
      course.credit_hours AS "creditHours",
      place.alternatives_group AS alternatives
    FROM enrolment_courses taken
    JOIN enrolments enrolment ON enrolment.id = taken.enrolment_id
    JOIN offerings offering ON offering.id = taken.offering_id
    JOIN courses course ON course.id = offering.course_id
    LEFT JOIN programme_courses place
      ON place.course_id = course.id AND place.programme_id = enrolment.programme_id
    WHERE taken.enrolment_id = ${enrolmentId}::uuid AND taken.state = 'enrolled'
    ORDER BY length(course.code), course.code`;
  return HeldRows.parse(rows);
}

const Freed = z.array(z.object({ offering_id: z.string() }));

/** Gives courses up. @returns the offerings in which a place is to be given back: what was given up before has none */
export async function giveUp(tx: Transaction, held: readonly Held[]): Promise<string[]> {
  const freed = await tx.$queryRaw`
    UPDATE enrolment_courses SET state = 'withdrawn'
    WHERE id = ANY(${held.map(({ lineId }) => lineId)}::uuid[]) AND state = 'enrolled'
    RETURNING offering_id`;
  return Freed.parse(freed).map(({ offering_id }) => offering_id);
}

/** Adds courses, whose places are taken, to an enrolment; each line counts how often the student takes its course. */
export async function hold(
  tx: Transaction,
  enrolmentId: string,
  offerings: readonly string[],
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO enrolment_courses (id, enrolment_id, offering_id, attempt)
    SELECT gen_random_uuid(), enrolment.id, offering.id, 1 + (
        SELECT count(*) FROM enrolment_courses earlier
        JOIN enrolments other ON other.id = earlier.enrolment_id
        JOIN offerings once ON once.id = earlier.offering_id
        WHERE other.student_id = enrolment.student_id AND once.course_id = offering.course_id
          AND earlier.state = 'enrolled' AND other.id <> enrolment.id
      )
    FROM enrolments enrolment CROSS JOIN offerings offering
    WHERE enrolment.id = ${enrolmentId}::uuid AND offering.id = ANY(${offerings}::uuid[])
    ON CONFLICT (enrolment_id, offering_id) DO UPDATE SET state = 'enrolled'`;
}
