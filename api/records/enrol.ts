import type { Enrolment } from "../contract/enrolment.ts";
import { Problem } from "../contract/problems.ts";
import { chosenCourses, problemOfBar } from "../rules/enrolment.ts";
import type { Transaction } from "../university.ts";
import { recordAudit } from "./audit.ts";
import { type AtTheDesk, atTheDesk } from "./enrolment-desk.ts";
import { lockStudent } from "./lock-student.ts";
import { takePlaces } from "./places.ts";
import { nextReference } from "./references.ts";

/** What a student asks to be enrolled for. */
type Wish = { studentId: string; semester: string; courses: readonly string[] };

/**
 * Checks a choice of courses without writing anything.
 * @throws {Problem} why it cannot be
 */
export async function check(tx: Transaction, wish: Wish, now: Date): Promise<{ creditHours: number }> {
  const { creditHours } = suitable(await atTheDesk(tx, wish.studentId, now), wish);
  return { creditHours };
}

function suitable({ desk }: AtTheDesk, { semester: id, courses }: Wish) {
  const { semester } = desk;
  if (semester?.id !== id) throw new Problem("not-found");
  if (desk.bar) throw new Problem(problemOfBar[desk.bar]);
  const held = new Set(desk.enrolment?.courses.map(({ code }) => code));
  const chosen = chosenCourses(desk.courses, courses, held, desk.maxCreditHours);
  if ("code" in chosen) throw new Problem(chosen.code, { about: chosen.courses });
  return { semester, creditHours: chosen.creditHours };
}

/**
 * Enrols a student for exactly these courses. A place in an offering is taken by one update that a full one refuses, so
 * that of two who want the last one gets it; the other's enrolment stays as it was.
 * @throws {Problem} why it cannot be
 */
export async function enrol(tx: Transaction, wish: Wish, now: Date): Promise<Enrolment> {
  const { studentId, courses } = wish;
  await lockStudent(tx, studentId);
  const before = await atTheDesk(tx, studentId, now);
  const { semester, creditHours } = suitable(before, wish);
  const { enrolmentId: known, offerings, desk } = before;
  const held = (desk.enrolment?.courses ?? []).map(({ code }) => code);
  const ids = (codes: readonly string[]) => codes.flatMap((code) => offerings.get(code) ?? []);
  const added = ids(courses.filter((code) => !held.includes(code)));
  const removed = ids(held.filter((code) => !courses.includes(code)));
  await takePlaces(tx, added, removed);
  const row = known
    ? await tx.enrolment.update({
        where: { id: known },
        data: { state: "enrolled", enrolledAt: now, updatedAt: now },
      })
    : await tx.enrolment.create({
        data: {
          ...{ studentId, semesterId: semester.id, programmeId: before.programmeId },
          semesterNumber: before.semesterNumber,
          reference: await nextReference(tx, "EN", now),
          enrolledAt: now,
        },
      });
  await tx.enrolmentCourse.updateMany({
    where: { enrolmentId: row.id, offeringId: { in: removed } },
    data: { state: "withdrawn" },
  });
  await tx.$executeRaw`
    INSERT INTO enrolment_courses (id, enrolment_id, offering_id, attempt)
    SELECT gen_random_uuid(), ${row.id}::uuid, offering.id, 1 + (
        SELECT count(*) FROM enrolment_courses earlier
        JOIN enrolments enrolment ON enrolment.id = earlier.enrolment_id
        JOIN offerings once ON once.id = earlier.offering_id
        WHERE enrolment.student_id = ${studentId}::uuid AND once.course_id = offering.course_id
          AND earlier.state = 'enrolled' AND enrolment.id <> ${row.id}::uuid
      )
    FROM offerings offering WHERE offering.id = ANY(${added}::uuid[])
    ON CONFLICT (enrolment_id, offering_id) DO UPDATE SET state = 'enrolled'`;
  await recordAudit(tx, now, {
    ...{ actor: "student", actorId: studentId, action: held.length > 0 ? "enrolment.changed" : "enrolled" },
    ...{ subject: "enrolment", subjectId: row.id, from: { courses: held }, to: { courses: [...courses] } },
  });
  return {
    semester,
    reference: row.reference,
    enrolledAt: now.toISOString(),
    courses: desk.courses
      .filter(({ code }) => courses.includes(code))
      .map(({ code, title, titleUrdu, creditHours }) => ({ code, title, titleUrdu, creditHours })),
    creditHours,
  };
}

/**
 * Withdraws a student from the semester; the places are free again.
 * @throws {Problem} `not-enrolled`, or `enrolment-not-open` once the window has closed
 */
export async function withdraw(
  tx: Transaction,
  { studentId, semester }: Pick<Wish, "studentId" | "semester">,
  now: Date,
): Promise<void> {
  await lockStudent(tx, studentId);
  const { desk, enrolmentId, offerings } = await atTheDesk(tx, studentId, now);
  if (desk.semester?.id !== semester || !desk.enrolment || !enrolmentId) throw new Problem("not-enrolled");
  if (desk.bar === "window-closed" || desk.bar === "window-not-open") throw new Problem("enrolment-not-open");
  const held = desk.enrolment.courses.map(({ code }) => code);
  const removed = held.flatMap((code) => offerings.get(code) ?? []);
  await takePlaces(tx, [], removed);
  await tx.enrolmentCourse.updateMany({ where: { enrolmentId }, data: { state: "withdrawn" } });
  await tx.enrolment.update({ where: { id: enrolmentId }, data: { state: "withdrawn", updatedAt: now } });
  await recordAudit(tx, now, {
    ...{ actor: "student", actorId: studentId, action: "enrolment.withdrawn" },
    ...{ subject: "enrolment", subjectId: enrolmentId, from: { courses: held }, to: { courses: [] } },
  });
}
