import { expect, test } from "vitest";
import type { WorkingSpan } from "../../api/contract/requests.ts";
import { weekLines } from "../../conversations/words/week.ts";
import { translate } from "../../conversations/words/words.ts";

const day = (weekday: number, ...spans: [from: number, to: number][]): WorkingSpan[] =>
  spans.map(([from, to]) => ({ weekday, from: from * 60, to: to * 60 }));

test.each<[string, WorkingSpan[], string[]]>([
  ["nothing", [], []],
  ["one day", day(3, [9, 17]), ["🕘 Wednesday: 09:00–17:00"]],
  ["days alike", [...day(1, [9, 17]), ...day(2, [9, 17])], ["🕘 Monday–Tuesday: 09:00–17:00"]],
  [
    "a day between",
    [...day(1, [9, 17]), ...day(3, [9, 17])],
    ["🕘 Monday: 09:00–17:00", "🕘 Wednesday: 09:00–17:00"],
  ],
  [
    "other hours",
    [...day(6, [9, 17]), ...day(7, [9, 12])],
    ["🕘 Saturday: 09:00–17:00", "🕘 Sunday: 09:00–12:00"],
  ],
  [
    "a break at noon",
    [...day(4, [9, 13], [14, 17]), ...day(5, [9, 13], [14, 17])],
    ["🕘 Thursday–Friday: 09:00–13:00, 14:00–17:00"],
  ],
  ["round the clock", day(7, [0, 24]), ["🕘 Sunday: 00:00–24:00"]],
])("a week of %s is written as it stands on a door", (_, week, lines) => {
  expect(weekLines(translate("en"), week)).toEqual(lines);
});
