import type { EnrolmentBar, OfferedCourse } from "../contract/enrolment.ts";
import type { ProblemCode } from "../contract/problems.ts";

/** When enrolment for a semester is open: from, and until just before. */
export type Window = { opensAt: Date; closesAt: Date };

/** What decides whether a student may enrol. */
export type Standing = {
  window: Window | null;
  /** The newest enrolment before the semester in question; nobody's first one needs any. */
  previous: { completed: boolean; resultsApproved: boolean } | null;
  onHold: boolean;
  /** Courses that are left to take. */
  left: number;
};

/**
 * Why a student may not enrol now, or null. "Only students whose previous semester is completed, with its result
 * approved, may register."
 */
export function enrolmentBar({ window, previous, onHold, left }: Standing, now: Date): EnrolmentBar | null {
  if (!window) return "no-window";
  if (now < window.opensAt) return "window-not-open";
  if (now >= window.closesAt) return "window-closed";
  if (onHold) return "on-hold";
  if (previous && !previous.completed) return "previous-semester-not-completed";
  if (previous && !previous.resultsApproved) return "results-not-approved";
  return left === 0 ? "programme-completed" : null;
}

/** The problem that a bar is over HTTP. */
export const problemOfBar: { readonly [B in EnrolmentBar]: ProblemCode } = {
  "no-window": "enrolment-not-open",
  "window-not-open": "enrolment-not-open",
  "window-closed": "enrolment-not-open",
  "previous-semester-not-completed": "previous-semester-not-completed",
  "results-not-approved": "results-not-approved",
  "on-hold": "on-hold",
  "programme-completed": "course-not-offered",
};

/** What is wrong with a choice of courses: the problem, and the codes that it is about. */
export type Objection = { code: ProblemCode; courses: string[] };

/**
 * Whether courses go together in one semester, places aside.
 * @param maxCreditHours the most that a semester takes
 * @returns the first objection, or the credit hours that they come to
 */
export function takenTogether(
  courses: readonly Pick<OfferedCourse, "code" | "creditHours" | "alternatives" | "missing">[],
  maxCreditHours: number,
): Objection | { creditHours: number } {
  const missing = courses.flatMap((course) => course.missing);
  if (missing.length > 0) return { code: "prerequisite-missing", courses: missing };
  const groups = Map.groupBy(courses, ({ alternatives, code }) => alternatives ?? code);
  const both = [...groups.values()].find((group) => group.length > 1);
  if (both) return { code: "alternatives-chosen", courses: both.map(({ code }) => code) };
  const creditHours = courses.reduce((sum, course) => sum + course.creditHours, 0);
  if (creditHours > maxCreditHours) return { code: "credit-limit-exceeded", courses: [] };
  return { creditHours };
}

/**
 * Whether courses can be chosen for one semester.
 * @param offered what the student may choose from
 * @param chosen codes
 * @param held codes that the student has a place in already
 * @param maxCreditHours the most that a semester takes
 * @returns the first objection, or the credit hours that they come to
 */
export function chosenCourses(
  offered: readonly OfferedCourse[],
  chosen: readonly string[],
  held: ReadonlySet<string>,
  maxCreditHours: number,
): Objection | { creditHours: number } {
  const byCode = new Map(offered.map((course) => [course.code, course]));
  const unknown = chosen.filter((code) => !byCode.has(code));
  if (unknown.length > 0) return { code: "course-not-offered", courses: unknown };
  const courses = chosen.flatMap((code) => byCode.get(code) ?? []);
  const together = takenTogether(courses, maxCreditHours);
  if ("code" in together) return together;
  const full = courses.filter((course) => course.full && !held.has(course.code));
  if (full.length > 0) return { code: "offering-full", courses: full.map(({ code }) => code) };
  return together;
}
