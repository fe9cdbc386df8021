import { expect, test } from "vitest";
import { dayInPakistan, daysLeft } from "../../api/rules/days-left.ts";

test.each([
  ["a week before", "2026-11-23T09:00:00Z", 7],
  ["the day before, a second before midnight in Pakistan", "2026-11-29T18:59:59Z", 1],
  ["the day itself, from midnight in Pakistan", "2026-11-29T19:00:00Z", 0],
  ["the day itself, to its last second in Pakistan", "2026-11-30T18:59:59Z", 0],
  ["the day after", "2026-11-30T19:00:00Z", null],
])("until 30 November there are, %s", (_, now, left) => {
  expect(daysLeft("2026-11-30", new Date(now))).toBe(left);
});

test("a day begins in Pakistan five hours before it does in UTC", () => {
  expect(dayInPakistan(new Date("2026-12-31T18:59:59Z"))).toBe("2026-12-31");
  expect(dayInPakistan(new Date("2026-12-31T19:00:00Z"))).toBe("2027-01-01");
});
