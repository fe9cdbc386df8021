/** A course as far as averages ask: the grade point is null where none was given yet. */
export type Graded = { code: string; creditHours: number; gradePoint: number | null };

/**
 * The grade point average: grade points weighted by credit hours, over the courses that have one.
 * @returns rounded to two decimals; null if no course has a grade point
 */
export function gradePointAverage(courses: Iterable<Omit<Graded, "code">>): number | null {
  let points = 0;
  let creditHours = 0;
  for (const course of courses) {
    if (course.gradePoint === null) continue;
    // In hundredths, as grade points are given, so that the sum is exact.
    points += course.creditHours * Math.round(course.gradePoint * 100);
    creditHours += course.creditHours;
  }
  return creditHours === 0 ? null : Math.round(points / creditHours) / 100;
}

/** The average over all semesters, where a course taken again counts once, with the best grade point. */
export function cumulativeGradePointAverage(courses: Iterable<Graded>): number | null {
  const best = new Map<string, Graded>();
  for (const course of courses) {
    const other = best.get(course.code);
    if (course.gradePoint !== null && (other?.gradePoint ?? -1) < course.gradePoint) {
      best.set(course.code, course);
    }
  }
  return gradePointAverage(best.values());
}

/** The credit hours of what was passed; a course passed twice is earned once. */
export function creditHoursEarned(
  courses: Iterable<{ code: string; creditHours: number; passed: boolean }>,
): number {
  const earned = new Map<string, number>();
  for (const { code, creditHours, passed } of courses) if (passed) earned.set(code, creditHours);
  return [...earned.values()].reduce((sum, creditHours) => sum + creditHours, 0);
}
