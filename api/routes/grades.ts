import { Problem } from "../contract/problems.ts";
import { nameIn } from "../contract/shared.ts";
import { gradeTrend } from "../documents/grade-trend.ts";
import { resultCard } from "../documents/result-card.ts";
import type { LoggedIn } from "../logins/find-login.ts";
import type { Serve } from "../plugins/served.ts";
import { resultCardOf } from "../records/result-card.ts";
import { resultsOf } from "../records/results.ts";
import { trendOf } from "../records/trend.ts";
import { cumulativeGradePointAverage } from "../rules/grading.ts";
import type { University } from "../university.ts";

/** Results, as figures and as a document. */
export function gradeRoutes(serve: Serve, university: University): void {
  serve("grades", async ({ student }) => {
    askPasswordIfDue(student);
    const semesters = await resultsOf(university, student.id);
    const courses = semesters.flatMap((semester) => semester.courses);
    return { cumulativeGradePointAverage: cumulativeGradePointAverage(courses), semesters };
  });

  serve("gradeTrend", async ({ student }) => {
    askPasswordIfDue(student);
    const points = trendOf(await resultsOf(university, student.id));
    if (points.length < 2) throw new Problem("too-few-results");
    const language = student.language ?? "en";
    return { name: "grade-trend.png", bytes: await gradeTrend(nameIn(language, student), language, points) };
  });

  serve("resultCard", async ({ student, params: { semester } }) => {
    askPasswordIfDue(student);
    const card = await resultCardOf(university, student, semester);
    if (!card) throw new Problem("results-not-announced");
    const name = `result-card-${student.registrationNumber}-${semester}.pdf`;
    return { name, bytes: await resultCard(card) };
  });
}

function askPasswordIfDue({ link }: LoggedIn): void {
  if (link.passwordDue) throw new Problem("password-required");
}
