import type { PrismaClient } from "../generated/client.ts";
import { daysFrom, type SeedSemester, semesterDays } from "./calendar.ts";
import { idOf } from "./chance.ts";
import { courses } from "./courses.ts";
import type { StudentRecord } from "./records.ts";

type Transaction = Pick<PrismaClient, "offering" | "assignment">;

/** How many assignments a course has: four for 6 credit hours, two for 3. */
export const assignmentsOf = (creditHours: number): number => (creditHours === 6 ? 4 : 2);

/** The semesters whose assignments are kept: the one that enrolment is open for, and the one before it. */
export const withAssignments = (semesters: SeedSemester[]): SeedSemester[] => semesters.slice(-2);

/** Opens every course in every semester, with the seats that are taken, and the newest ones' assignments. */
export async function openOfferings(
  tx: Transaction,
  semesters: SeedSemester[],
  records: StudentRecord[],
  now: Date,
): Promise<void> {
  const all = Object.values(courses).flat();
  const seats = new Map<string, number>();
  for (const { taken } of records) {
    for (const { semester, courses: chosen } of taken) {
      for (const { code } of chosen) {
        const id = idOf("offering", code, semester.id);
        seats.set(id, (seats.get(id) ?? 0) + 1);
      }
    }
  }
  await tx.offering.createMany({
    data: semesters.flatMap((semester) =>
      all.map(({ code }) => {
        const id = idOf("offering", code, semester.id);
        return {
          id,
          courseId: idOf("course", code),
          semesterId: semester.id,
          seatsTaken: seats.get(id) ?? 0,
        };
      }),
    ),
  });
  await tx.assignment.createMany({
    data: withAssignments(semesters).flatMap((semester) =>
      all.flatMap(({ code, creditHours }) =>
        Array.from({ length: assignmentsOf(creditHours) }, (_, at) => ({
          id: idOf("assignment", code, semester.id, at),
          offeringId: idOf("offering", code, semester.id),
          number: at + 1,
          dueOn: daysFrom(
            now,
            (semesters.indexOf(semester) + 1 - semesters.length) * semesterDays +
              45 +
              at * (creditHours === 6 ? 20 : 40),
          ),
        })),
      ),
    ),
  });
}
