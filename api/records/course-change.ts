import { Problem } from "../contract/problems.ts";
import { takenTogether } from "../rules/enrolment.ts";
import type { Transaction } from "../university.ts";
import { giveUp, type Held, heldBy, hold } from "./held-courses.ts";
import { offeredTo } from "./offered-courses.ts";
import { takePlaces } from "./places.ts";

/** The course that an enrolment gives up, and the offering that takes its place. */
export type CourseChange = { enrolmentId: string; dropped: Held; to: string };

/**
 * Whether a course of the running semester can be changed for another: the student takes the one, and could enrol for
 * the other beside what stays. That it has a place left is seen when the change is made. Lock the student before, where
 * that is next.
 * @throws {Problem} `not-enrolled`; `course-not-offered`, `prerequisite-missing`, `alternatives-chosen` or
 *   `credit-limit-exceeded`, with the courses that it is about
 */
export async function courseChange(
  tx: Transaction,
  studentId: string,
  { drop, add }: { drop: string; add: string },
  now: Date,
): Promise<CourseChange> {
  const running = await tx.enrolment.findFirst({
    where: { studentId, state: "enrolled" },
    orderBy: { semester: { sequence: "desc" } },
    select: {
      ...{ id: true, programmeId: true, semesterId: true },
      programme: { select: { maxCreditHours: true } },
    },
  });
  const held = running ? await heldBy(tx, running.id) : [];
  const dropped = held.find(({ code }) => code === drop);
  if (!running || !dropped) throw new Problem("not-enrolled", { about: [drop] });
  const { id: enrolmentId, programmeId, semesterId: semester, programme } = running;
  const offered = await offeredTo(tx, { studentId, programmeId, semester }, now);
  const added = offered.find(({ code }) => code === add);
  if (!added || held.some(({ code }) => code === add))
    throw new Problem("course-not-offered", { about: [add] });
  // What is held needs nothing more.
  const kept = held.filter((one) => one !== dropped).map((one) => ({ ...one, missing: [] }));
  const together = takenTogether([...kept, added], programme.maxCreditHours);
  if ("code" in together) throw new Problem(together.code, { about: together.courses });
  return { enrolmentId, dropped, to: added.offeringId };
}

/**
 * Makes the change: the place in the one offering is free, and one in the other is taken.
 * @throws {Problem} `offering-full`
 */
export async function changeCourse(
  tx: Transaction,
  { enrolmentId, dropped, to }: CourseChange,
): Promise<void> {
  await takePlaces(tx, [to], await giveUp(tx, [dropped]));
  await hold(tx, enrolmentId, [to]);
}
