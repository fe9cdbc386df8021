import type { PrismaClient } from "../generated/client.ts";
import { daysFrom, resultsAfter, type SeedSemester, semesterDays } from "./calendar.ts";
import { idOf } from "./chance.ts";
import { courses } from "./courses.ts";
import { graded, type Marks } from "./grading.ts";
import { assignmentsOf, withAssignments } from "./offerings.ts";
import { programmes } from "./programmes.ts";
import { announced, type StudentRecord } from "./records.ts";
import type { SeedStudent } from "./students.ts";

type Transaction = Pick<
  PrismaClient,
  "enrolment" | "enrolmentCourse" | "assignmentMark" | "result" | "resultPublication" | "referenceCounter"
>;

/** Writes everybody's enrolments and results, and announces the results that are out. */
export async function writeRecords(
  tx: Transaction,
  records: StudentRecord[],
  semesters: SeedSemester[],
  now: Date,
): Promise<void> {
  const rows = records.flatMap(({ student, taken }) =>
    taken.map(({ semester, courses }, at) => ({ student, semester, courses, number: at + 1 })),
  );
  const last = new Map<number, number>();
  const reference = (year: number) => {
    last.set(year, (last.get(year) ?? 0) + 1);
    return `EN-${year}-${String(last.get(year)).padStart(6, "0")}`;
  };
  await tx.enrolment.createMany({
    data: rows.map(({ student, semester, courses, number }) => ({
      id: enrolmentId(student, semester),
      studentId: idOf("student", student.registrationNumber),
      semesterId: semester.id,
      programmeId: idOf("programme", student.programme),
      semesterNumber: number,
      state: courses.every(({ marks }) => marks) ? ("completed" as const) : ("enrolled" as const),
      reference: reference(semester.year),
    })),
  });
  await tx.referenceCounter.createMany({
    data: [...last].map(([year, count]) => ({ series: "EN", year, last: count })),
  });
  const lines = rows.flatMap(({ student, semester, courses }) =>
    courses.map((course) => ({
      ...course,
      student,
      semester,
      id: idOf("line", student.registrationNumber, semester.id, course.code),
    })),
  );
  await tx.enrolmentCourse.createMany({
    data: lines.map(({ id, student, semester, code, attempt }) => ({
      id,
      enrolmentId: enrolmentId(student, semester),
      offeringId: idOf("offering", code, semester.id),
      attempt,
    })),
  });
  await tx.result.createMany({
    data: lines.flatMap(({ id, marks }) => (marks ? [{ enrolmentCourseId: id, ...graded(marks) }] : [])),
  });
  await tx.assignmentMark.createMany({ data: lines.flatMap((line) => assignmentMarks(line, semesters)) });
  await tx.resultPublication.createMany({
    data: semesters.slice(0, -1).flatMap((semester, at) =>
      programmes
        .filter(({ code }) => announced(code, semester, semesters))
        .map(({ code }) => {
          const announcedAt = daysFrom(now, (at + 1 - semesters.length) * semesterDays + resultsAfter);
          return {
            semesterId: semester.id,
            programmeId: idOf("programme", code),
            approvedAt: announcedAt,
            announcedAt,
          };
        }),
    ),
  });
}

const enrolmentId = (student: SeedStudent, semester: SeedSemester): string =>
  idOf("enrolment", student.registrationNumber, semester.id);

/** The marks of each assignment that is kept, around those of all of them. */
function assignmentMarks(
  { id, code, semester, marks }: { id: string; code: string; semester: SeedSemester; marks?: Marks },
  semesters: SeedSemester[],
) {
  const kept = marks && withAssignments(semesters).some((one) => one.id === semester.id);
  if (!kept) return [];
  const count = assignmentsOf(creditHoursOf.get(code) ?? 3);
  return Array.from({ length: count }, (_, at) => ({
    enrolmentCourseId: id,
    assignmentId: idOf("assignment", code, semester.id, at),
    // Two more, two fewer, in turn: their mean is the mark that counts.
    marks: marks[0] + (at % 2 === 0 ? 2 : -2),
  }));
}

const creditHoursOf = new Map(
  Object.values(courses)
    .flat()
    .map(({ code, creditHours }) => [code, creditHours]),
);
