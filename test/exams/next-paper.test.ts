import { expect, test } from "vitest";
import { nextPaper } from "../../api/rules/next-paper.ts";

const paper = (code: string, startsAt: string) => ({
  ...{ code, title: code, titleUrdu: null, startsAt: new Date(startsAt).toISOString() },
  endsAt: new Date(Date.parse(startsAt) + 3 * 3_600_000).toISOString(),
});
const papers = [paper("402", "2026-12-03T09:00+05:00"), paper("404", "2026-12-01T09:00+05:00")];

test.each([
  ["the earliest of those ahead", "2026-11-23T12:00+05:00", "404", 8],
  ["tomorrow's, late on the evening before", "2026-11-30T23:59+05:00", "404", 1],
  ["today's, in the morning", "2026-12-01T00:00+05:00", "404", 0],
  ["today's, while it is written", "2026-12-01T11:59+05:00", "404", 0],
  ["the next one, once it is over", "2026-12-01T12:00+05:00", "402", 2],
])("%s", (_, now, code, inDays) => {
  expect(nextPaper(papers, new Date(now))).toMatchObject({ code, inDays });
});

test("there is none after the last", () => {
  expect(nextPaper(papers, new Date("2026-12-03T12:00+05:00"))).toBeNull();
});
