import type { PrismaClient } from "../generated/client.ts";
import { daysFrom, resultsAfter, type SeedSemester, semesterDays } from "./calendar.ts";
import { between, type Chance, idOf } from "./chance.ts";
import { courses } from "./courses.ts";
import { bands, programmes, weights } from "./programmes.ts";
import type { SeedStudent } from "./students.ts";

type Transaction = Pick<
  PrismaClient,
  "offering" | "assignment" | "enrolment" | "enrolmentCourse" | "result" | "resultPublication"
>;

/** Marks out of 100 in assignments and examination. */
type Marks = [assignments: number, exam: number];
/** What one student took in one semester; without marks the result is awaited. */
export type Taken = { semester: SeedSemester; courses: { code: string; marks?: Marks; attempt: number }[] };

/** The demo students' records, semester by semester. Business Mathematics is failed once, and passed the next time. */
const fixed: Record<string, Record<string, Marks | undefined>[]> = {
  "22P-123456": [
    { "416": [82, 78], "417": [88, 84], "1423": [75, 68], "402": [79, 72] },
    { "1424": [81, 77], "1429": [62, 31], "404": [90, 88] },
    { "1429": [74, 63], "1431": [92, 87], "405": [77, 71], "411": [85, 80] },
  ],
  "23B-654321": [
    { "8601": [84, 79], "8602": [78, 66], "8603": [81, 74], "8604": [70, 58], "8605": [88, 83] },
    { "8606": undefined, "8607": undefined, "8609": undefined, "8610": undefined },
  ],
};

/** Everything that a student has taken so far. */
export function record(student: SeedStudent, semesters: SeedSemester[], random: Chance): Taken[] {
  const taken = semesters.slice(-1 - student.semesters, -1);
  const known = fixed[student.registrationNumber];
  const attempts = new Map<string, number>();
  return taken.map((semester, at) => ({
    semester,
    courses: Object.entries(known?.[at] ?? someCourses(student.programme, at, random)).map(
      ([code, marks]) => {
        const attempt = (attempts.get(code) ?? 0) + 1;
        attempts.set(code, attempt);
        return {
          code,
          attempt,
          ...(marks && announced(student.programme, semester, semesters) && { marks }),
        };
      },
    ),
  }));
}

/** Four courses after those of the semesters before, with marks. */
function someCourses(programme: string, at: number, random: Chance): Record<string, Marks> {
  const chosen = (courses[programme] ?? [])
    .filter(({ either }, index) => !either || index % 2 === 0)
    .slice(at * 4, at * 4 + 4);
  return Object.fromEntries(
    chosen.map(({ code }) => [code, [between(random, 45, 96), between(random, 35, 92)] as Marks]),
  );
}

/** The newest results of B.Ed are not out yet. */
const announced = (programme: string, semester: SeedSemester, semesters: SeedSemester[]): boolean =>
  programme !== "BED" || semester.id !== semesters.at(-2)?.id;

/** Opens every course in every semester, with its assignments: four for 6 credit hours, two for 3. */
export async function openOfferings(tx: Transaction, semesters: SeedSemester[], now: Date): Promise<void> {
  const all = semesters.flatMap((semester, at) =>
    Object.values(courses)
      .flat()
      .map((course) => ({
        ...course,
        semester: semester.id,
        offset: (at + 1 - semesters.length) * semesterDays,
      })),
  );
  await tx.offering.createMany({
    data: all.map(({ code, semester }) => ({
      id: idOf("offering", code, semester),
      courseId: idOf("course", code),
      semesterId: semester,
    })),
  });
  const newest = all.filter(
    ({ semester }) => semester === semesters.at(-1)?.id || semester === semesters.at(-2)?.id,
  );
  await tx.assignment.createMany({
    data: newest.flatMap(({ code, semester, creditHours, offset }) =>
      Array.from({ length: creditHours === 6 ? 4 : 2 }, (_, at) => ({
        id: idOf("assignment", code, semester, at),
        offeringId: idOf("offering", code, semester),
        number: at + 1,
        dueOn: daysFrom(now, offset + 45 + at * (creditHours === 6 ? 20 : 40)),
      })),
    ),
  });
}

/** Writes everybody's enrolments and results, and announces the results that are out. */
export async function writeRecords(
  tx: Transaction,
  records: { student: SeedStudent; taken: Taken[] }[],
  semesters: SeedSemester[],
  now: Date,
): Promise<void> {
  const rows = records.flatMap(({ student, taken }) =>
    taken.map(({ semester, courses }, at) => ({ student, semester, courses, number: at + 1 })),
  );
  await tx.enrolment.createMany({
    data: rows.map(({ student, semester, courses, number }, at) => ({
      id: enrolmentId(student, semester),
      studentId: idOf("student", student.registrationNumber),
      semesterId: semester.id,
      programmeId: idOf("programme", student.programme),
      semesterNumber: number,
      state: courses.every(({ marks }) => marks) ? ("completed" as const) : ("enrolled" as const),
      reference: `EN-${semester.year}-${String(at + 1).padStart(6, "0")}`,
    })),
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

/** Each part must reach 40, the whole 50; a failed part is an F whatever the total. */
function graded([assignmentMarks, examMarks]: Marks) {
  const total = Math.round((assignmentMarks * weights.assignment + examMarks * weights.exam) / 100);
  const passed = assignmentMarks >= 40 && examMarks >= 40 && total >= 50;
  const band = bands.find(({ minimum }) => (passed ? total : 0) >= minimum) ?? bands[bands.length - 1];
  return {
    assignmentMarks,
    examMarks,
    total,
    grade: band?.grade ?? "F",
    gradePoint: band?.gradePoint ?? 0,
    status: passed ? ("passed" as const) : ("failed" as const),
  };
}
