import type { SeedSemester } from "./calendar.ts";
import { between, type Chance } from "./chance.ts";
import { courses, prerequisites } from "./courses.ts";
import { graded, type Marks } from "./grading.ts";
import { maxCreditHours } from "./programmes.ts";
import type { SeedStudent } from "./students.ts";

/** What one student took in one semester; without marks the result is awaited. */
export type Taken = { semester: SeedSemester; courses: { code: string; marks?: Marks; attempt: number }[] };
/** A student with everything taken so far. */
export type StudentRecord = { student: SeedStudent; taken: Taken[] };

/** The demo students' records, semester by semester. Business Mathematics is failed once, and passed the next time. */
const fixed: Record<string, Record<string, Marks>[]> = {
  "22P-123456": [
    { "416": [82, 78], "417": [88, 84], "1423": [75, 68], "402": [79, 72] },
    { "1424": [81, 77], "1429": [62, 31], "404": [90, 88] },
    { "1429": [74, 63], "1431": [92, 87], "405": [77, 71], "411": [85, 80] },
  ],
  "23B-654321": [
    { "8601": [84, 79], "8602": [78, 66], "8603": [81, 74], "8604": [70, 58], "8605": [88, 83] },
    { "8606": [72, 65], "8607": [80, 71], "8609": [69, 60], "8610": [76, 64] },
  ],
};

/** Everything that a student has taken so far. */
export function record(student: SeedStudent, semesters: SeedSemester[], random: Chance): Taken[] {
  const known = fixed[student.registrationNumber];
  const attempts = new Map<string, number>();
  const passed = new Set<string>();
  return semesters.slice(-1 - student.semesters, -1).map((semester, at) => {
    const marked = Object.entries(known?.[at] ?? someCourses(student.programme, passed, random));
    for (const [code, marks] of marked) if (graded(marks).status === "passed") passed.add(code);
    return {
      semester,
      courses: marked.map(([code, marks]) => {
        const attempt = (attempts.get(code) ?? 0) + 1;
        attempts.set(code, attempt);
        return { code, attempt, ...(announced(student.programme, semester, semesters) && { marks }) };
      }),
    };
  });
}

/** Up to four of the courses not passed yet, with marks: the failed ones first, as the rules of enrolment allow. */
function someCourses(programme: string, passed: ReadonlySet<string>, random: Chance): Record<string, Marks> {
  const chosen: Record<string, Marks> = {};
  const alternatives = new Set<string>();
  let creditHours = 0;
  for (const course of courses[programme] ?? []) {
    const ready = prerequisites.every(([code, required]) => code !== course.code || passed.has(required));
    // Of alternatives everybody here takes the first.
    const other = course.either !== undefined && alternatives.has(course.either);
    if (course.either !== undefined) alternatives.add(course.either);
    if (!ready || other || passed.has(course.code)) continue;
    if (creditHours + course.creditHours > maxCreditHours || Object.keys(chosen).length === 4) continue;
    creditHours += course.creditHours;
    chosen[course.code] = [between(random, 45, 96), between(random, 35, 92)];
  }
  return chosen;
}

/** Whether a programme's results of a semester are out; the newest of B.Ed are not. */
export const announced = (programme: string, semester: SeedSemester, semesters: SeedSemester[]): boolean =>
  programme !== "BED" || semester.id !== semesters.at(-2)?.id;
