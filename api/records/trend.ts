import type { SemesterResult } from "../contract/me.ts";
import type { TrendPoint } from "../documents/grade-trend.ts";
import { cumulativeGradePointAverage } from "../rules/grading.ts";

/**
 * How the averages of a student went, oldest semester first; what is not announced is not in it.
 * @param semesters newest first, as results are listed
 */
export function trendOf(semesters: readonly SemesterResult[]): TrendPoint[] {
  const announced = semesters.toReversed().filter(({ gradePointAverage }) => gradePointAverage !== null);
  return announced.map(({ semester, gradePointAverage }, at) => {
    const soFar = announced.slice(0, at + 1).flatMap(({ courses }) => courses);
    return {
      semester,
      average: gradePointAverage ?? 0,
      overall: cumulativeGradePointAverage(soFar) ?? 0,
    };
  });
}
