import { describe, expect, test } from "vitest";
import {
  creditHoursEarned,
  cumulativeGradePointAverage,
  type Graded,
  gradePointAverage,
} from "../../api/rules/grading.ts";

const course = (code: string, creditHours: number, gradePoint: number | null): Graded => ({
  code,
  creditHours,
  gradePoint,
});

describe("the grade point average", () => {
  test.each([
    ["of nothing is none", [], null],
    ["of courses without a grade is none", [course("416", 3, null)], null],
    ["weighs by credit hours", [course("416", 3, 4), course("402", 6, 2.5)], 3],
    ["of one credit hour is its grade point", [course("1", 1, 3.67)], 3.67],
    ["leaves out what has no grade yet", [course("416", 3, 4), course("402", 6, null)], 4],
    ["counts what was failed", [course("416", 3, 4), course("417", 3, 0)], 2],
    ["is rounded to two decimals", [course("1", 3, 4), course("2", 3, 3.3), course("3", 3, 3)], 3.43],
    ["does not suffer from binary fractions", [course("1", 3, 3.67), course("2", 6, 3.33)], 3.44],
  ])("%s", (_, courses, expected) => expect(gradePointAverage(courses)).toBe(expected));

  test("over all semesters counts a course taken again once, with the better grade, and what was failed", () => {
    const others = [course("402", 6, 3), course("417", 3, null)];
    const [failed, passed, open] = [course("416", 3, 0), course("416", 3, 3.5), course("416", 3, null)];
    expect(cumulativeGradePointAverage([failed, ...others, passed])).toBe(3.17);
    expect(cumulativeGradePointAverage([passed, ...others, failed, open])).toBe(3.17);
    expect(cumulativeGradePointAverage([failed, ...others])).toBe(2);
  });
});

test("credit hours are earned by passing, and once a course", () => {
  const taken = (code: string, creditHours: number, passed: boolean) => ({ code, creditHours, passed });
  const courses = [
    taken("416", 3, true),
    taken("402", 6, false),
    taken("416", 3, true),
    taken("405", 6, true),
  ];
  expect(creditHoursEarned(courses)).toBe(9);
});
