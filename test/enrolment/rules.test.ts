import { describe, expect, test } from "vitest";
import type { OfferedCourse } from "../../api/contract/enrolment.ts";
import { chosenCourses, enrolmentBar, type Standing } from "../../api/rules/enrolment.ts";

const now = new Date("2026-11-23T09:00:00Z");
const window = { opensAt: new Date("2026-11-01T00:00:00Z"), closesAt: new Date("2026-12-01T00:00:00Z") };
const free: Standing = {
  window,
  previous: { completed: true, resultsApproved: true },
  onHold: false,
  left: 5,
};

describe("who may enrol", () => {
  test.each<[string, Partial<Standing>, Date, string | null]>([
    ["whose semester before is completed and approved", {}, now, null],
    ["who was never enrolled", { previous: null }, now, null],
    ["on the first instant of the window", {}, window.opensAt, null],
    ["just before it", {}, new Date(window.opensAt.getTime() - 1), "window-not-open"],
    ["on the last instant of the window", {}, new Date(window.closesAt.getTime() - 1), null],
    ["just after it", {}, window.closesAt, "window-closed"],
    ["where there is no window", { window: null }, now, "no-window"],
    ["on hold", { onHold: true }, now, "on-hold"],
    [
      "in the middle of the semester before",
      { previous: { completed: false, resultsApproved: false } },
      now,
      "previous-semester-not-completed",
    ],
    [
      "whose results are not approved",
      { previous: { completed: true, resultsApproved: false } },
      now,
      "results-not-approved",
    ],
    ["who has passed everything", { left: 0 }, now, "programme-completed"],
  ])("%s", (_, otherwise, at, bar) => {
    expect(enrolmentBar({ ...free, ...otherwise }, at)).toBe(bar);
  });
});

const course = (code: string, otherwise: Partial<OfferedCourse> = {}): OfferedCourse => ({
  ...{ code, title: code, titleUrdu: null, creditHours: 6, compulsory: false, alternatives: null },
  ...{ repeated: false },
  ...{ full: false, missing: [], suggested: false, ...otherwise },
});
const offered = [
  course("416", { creditHours: 3, alternatives: "islamiyat-or-ethics" }),
  course("418", { creditHours: 3, alternatives: "islamiyat-or-ethics" }),
  course("402"),
  course("404"),
  course("405"),
  course("413", { missing: ["411"] }),
  course("409", { full: true }),
];

describe("what can be taken together", () => {
  test.each<[string, string[], string[], object]>([
    ["up to the credit limit", ["402", "404", "405"], [], { creditHours: 18 }],
    ["more than it", ["402", "404", "405", "416"], [], { code: "credit-limit-exceeded", courses: [] }],
    ["one of the alternatives", ["416", "402"], [], { creditHours: 9 }],
    ["both of them", ["416", "418"], [], { code: "alternatives-chosen", courses: ["416", "418"] }],
    ["before what it requires", ["413"], [], { code: "prerequisite-missing", courses: ["411"] }],
    [
      "before what it requires, besides a full one",
      ["413", "409"],
      [],
      { code: "prerequisite-missing", courses: ["411"] },
    ],
    ["what is not offered", ["8601"], [], { code: "course-not-offered", courses: ["8601"] }],
    ["where no place is left", ["409"], [], { code: "offering-full", courses: ["409"] }],
    ["where no place is left but one's own", ["409"], ["409"], { creditHours: 6 }],
  ])("%s", (_, chosen, held, expected) => {
    expect(chosenCourses(offered, chosen, new Set(held), 18)).toEqual(expected);
  });
});
