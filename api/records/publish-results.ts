import { z } from "zod";
import { Prisma } from "../../prisma/generated/client.ts";
import { Problem } from "../contract/problems.ts";
import type { NewPublication } from "../contract/results.ts";
import type { StaffMember } from "../logins/staff.ts";
import { gradePointAverage } from "../rules/grading.ts";
import type { Transaction } from "../university.ts";
import { recordAudit } from "./audit.ts";
import { adoptWatches } from "./broadcast-watches.ts";
import { nextReference } from "./references.ts";

const Programmes = z.array(z.object({ id: z.string(), code: z.string() }));

/**
 * Publishes a semester's results of some programmes, all or none, together with the broadcast that tells them.
 * @returns from when on they are announced, and the broadcast's reference
 * @throws {Problem} `nothing-to-publish` about programmes without results of that semester; `results-published` about
 *   those that are published already, or will be
 */
export async function publishResults(
  tx: Transaction,
  member: StaffMember,
  { semester, programmes: codes, announcedAt }: z.output<typeof NewPublication>,
  now: Date,
): Promise<{ announcedAt: string; broadcast: string }> {
  const at = new Date(Math.max(now.getTime(), announcedAt ? Date.parse(announcedAt) : 0));
  const programmes = Programmes.parse(
    await tx.$queryRaw`
      SELECT programme.id::text, programme.code FROM programmes programme
      WHERE programme.code = ANY(${codes}) AND EXISTS (
        SELECT FROM enrolments enrolment
        JOIN enrolment_courses taken ON taken.enrolment_id = enrolment.id
        JOIN results result ON result.enrolment_course_id = taken.id
        WHERE enrolment.semester_id = ${semester} AND enrolment.programme_id = programme.id)
      ORDER BY programme.code`,
  );
  const without = codes.filter((code) => !programmes.some((one) => one.code === code));
  if (without.length > 0) throw new Problem("nothing-to-publish", { about: without });

  const told = await tx.broadcast.create({
    data: {
      ...{ topicId: "results", createdById: member.id, createdAt: now },
      segment: { semester, programmes: programmes.map(({ code }) => code) },
      ...(at > now ? { state: "scheduled", scheduledAt: at } : { state: "running", startedAt: now }),
      reference: await nextReference(tx, "BC", now),
    },
  });
  const published = Programmes.parse(
    await tx.$queryRaw`
      WITH published AS (
        INSERT INTO result_publications AS known (semester_id, programme_id, approved_at, announced_at, broadcast_id)
        SELECT ${semester}, programme.id, ${now}::timestamptz, ${at}::timestamptz, ${told.id}::uuid
        FROM programmes programme WHERE programme.id = ANY(${programmes.map(({ id }) => id)}::uuid[])
        ORDER BY programme.code
        ON CONFLICT (semester_id, programme_id) DO UPDATE
          SET announced_at = excluded.announced_at, broadcast_id = excluded.broadcast_id,
            approved_at = coalesce(known.approved_at, excluded.approved_at)
          WHERE known.announced_at IS NULL
        RETURNING programme_id
      )
      SELECT programme.id::text, programme.code FROM programmes programme JOIN published ON programme_id = id`,
  );
  const already = programmes.filter(({ id }) => !published.some((one) => one.id === id));
  if (already.length > 0) throw new Problem("results-published", { about: already.map(({ code }) => code) });
  await adoptWatches(tx, member, told.id, now);
  await recordAudit(tx, now, {
    ...{ actor: "staff", actorId: member.id, action: "results.published" },
    ...{ subject: "broadcast", subjectId: told.id },
    to: { semester, programmes: programmes.map(({ code }) => code), announcedAt: at.toISOString() },
  });
  return { announcedAt: at.toISOString(), broadcast: told.reference };
}

/** Whether a `student` was enrolled for what a broadcast publishes, in the programme of then. */
export const isPublishedBy = (broadcastId: string): Prisma.Sql => Prisma.sql`EXISTS (
  SELECT FROM result_publications publication
  JOIN enrolments enrolment ON enrolment.semester_id = publication.semester_id
    AND enrolment.programme_id = publication.programme_id AND enrolment.state <> 'withdrawn'
  WHERE publication.broadcast_id = ${broadcastId}::uuid AND enrolment.student_id = student.id)`;

const Marks = z.array(
  z.object({
    ...{ place: z.int(), code: z.string(), creditHours: z.int(), grade: z.string() },
    gradePoint: z
      .unknown()
      .transform((value) => (value === null ? null : Number(value)))
      .pipe(z.number().nullable()),
  }),
);

/**
 * What a broadcast publishes of a page's students, as it is at this moment: a line with the average, and one for each
 * course. There are none for a chat that the student has left, nor where the password is to be asked for before grades are
 * shown.
 * @returns by place, empty where there is none
 */
export async function publishedResults(tx: Transaction, pageId: string, now: Date): Promise<string[]> {
  const rows = await tx.$queryRaw`
    WITH page AS MATERIALIZED (
      SELECT broadcast_id, channel, one.recipient ->> 0 AS chat, one.student, (one.number - 1)::int AS place
      FROM broadcast_pages CROSS JOIN LATERAL ROWS FROM (unnest(students), jsonb_array_elements(recipients::jsonb))
        WITH ORDINALITY AS one(student, recipient, number)
      WHERE id = ${pageId}::uuid
    )
    SELECT page.place, course.code, course.credit_hours AS "creditHours",
      result.grade, result.grade_point AS "gradePoint"
    FROM page JOIN result_publications publication ON publication.broadcast_id = page.broadcast_id
    JOIN enrolments enrolment ON enrolment.semester_id = publication.semester_id
      AND enrolment.programme_id = publication.programme_id AND enrolment.state <> 'withdrawn'
      AND enrolment.student_id = page.student
    JOIN enrolment_courses taken ON taken.enrolment_id = enrolment.id AND taken.state = 'enrolled'
    JOIN offerings offering ON offering.id = taken.offering_id
    JOIN courses course ON course.id = offering.course_id
    JOIN results result ON result.enrolment_course_id = taken.id AND result.grade IS NOT NULL
    WHERE publication.announced_at <= ${now}
      AND EXISTS (
        SELECT FROM chat_links link WHERE link.student_id = page.student
          AND link.channel = page.channel AND link.chat = page.chat
          AND link.revoked_at IS NULL AND link.expires_at > ${now} AND NOT link.ask_again)
    ORDER BY length(course.code), course.code`;
  const results: string[] = [];
  for (const [place, courses] of Map.groupBy(Marks.parse(rows), (one) => one.place)) {
    const average = gradePointAverage(courses)?.toFixed(2) ?? "—";
    results[place] = [average, ...courses.map(({ code, grade }) => `${code} ${grade}`)].join("\n");
  }
  return Array.from(results, (lines) => lines ?? "");
}
