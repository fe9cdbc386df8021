import type { Enrolment } from "../contract/enrolment.ts";
import { Problem } from "../contract/problems.ts";
import { chosenCourses, problemOfBar } from "../rules/enrolment.ts";
import type { Transaction } from "../university.ts";
import { recordAudit } from "./audit.ts";
import { type AtTheDesk, atTheDesk } from "./enrolment-desk.ts";
import { giveUp, hold } from "./held-courses.ts";
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

function suitable({ desk, held }: AtTheDesk, { semester: id, courses }: Wish) {
  const { semester } = desk;
  if (semester?.id !== id) throw new Problem("not-found");
  if (desk.bar) throw new Problem(problemOfBar[desk.bar]);
  const own = new Set(held.map(({ code }) => code));
  const chosen = chosenCourses(desk.courses, courses, own, desk.maxCreditHours);
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
  const { enrolmentId: known, held, offerings, desk } = before;
  const from = held.map(({ code }) => code);
  const added = courses.filter((code) => !from.includes(code)).flatMap((code) => offerings.get(code) ?? []);
  const removed = held.filter(({ code }) => !courses.includes(code));
  await takePlaces(tx, added, await giveUp(tx, removed));
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
  await hold(tx, row.id, added);
  await recordAudit(tx, now, {
    ...{ actor: "student", actorId: studentId, action: from.length > 0 ? "enrolment.changed" : "enrolled" },
    ...{ subject: "enrolment", subjectId: row.id, from: { courses: from }, to: { courses: [...courses] } },
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
  const { desk, enrolmentId, held } = await atTheDesk(tx, studentId, now);
  if (desk.semester?.id !== semester || !desk.enrolment || !enrolmentId) throw new Problem("not-enrolled");
  if (desk.bar === "window-closed" || desk.bar === "window-not-open") throw new Problem("enrolment-not-open");
  await takePlaces(tx, [], await giveUp(tx, held));
  await tx.enrolment.update({ where: { id: enrolmentId }, data: { state: "withdrawn", updatedAt: now } });
  await recordAudit(tx, now, {
    ...{ actor: "student", actorId: studentId, action: "enrolment.withdrawn" },
    ...{ subject: "enrolment", subjectId: enrolmentId },
    ...{ from: { courses: held.map(({ code }) => code) }, to: { courses: [] } },
  });
}
