import { semesterLabel } from "../documents/dates.ts";
import type { ResultCard } from "../documents/result-card.ts";
import type { LoggedIn } from "../logins/find-login.ts";
import { creditHoursEarned, cumulativeGradePointAverage } from "../rules/grading.ts";
import type { University } from "../university.ts";
import { verifyUrl } from "../verification/token.ts";
import { particularsColumns, particularsOf } from "./particulars.ts";
import { resultsOf } from "./results.ts";

/**
 * What a student's result card of a semester says.
 * @returns undefined if the semester's results are not announced, or it was not studied
 */
export async function resultCardOf(
  university: Pick<University, "database" | "now" | "name" | "cipher" | "publicUrl">,
  student: LoggedIn,
  semesterId: string,
): Promise<ResultCard | undefined> {
  const semesters = await resultsOf(university, student.id);
  const result = semesters.find(({ semester }) => semester.id === semesterId);
  if (!result?.announcedAt) return undefined;
  const record = await university.database.client.student.findUniqueOrThrow({
    where: { id: student.id },
    select: particularsColumns,
  });
  const all = semesters.flatMap(({ courses }) => courses);
  return {
    university: university.name,
    verifyUrl: verifyUrl(university, { kind: "result-card", id: student.id, semester: semesterId }),
    issuedAt: university.now(),
    student: particularsOf(student, record),
    semester: { label: semesterLabel(result.semester) },
    courses: result.courses,
    gradePointAverage: result.gradePointAverage,
    cumulativeGradePointAverage: cumulativeGradePointAverage(all),
    creditHoursEarned: creditHoursEarned(all),
  };
}
