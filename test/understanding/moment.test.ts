import { describe, expect, test } from "vitest";
import { dayIn, WrittenDay } from "../../conversations/understanding/day.ts";
import { momentIn } from "../../conversations/understanding/moment.ts";

/** A Monday noon in Pakistan. */
const now = new Date("2026-11-30T12:00:00+05:00");
const at = (day: string, time: string) => new Date(`${day}T${time}:00+05:00`);

describe("a moment to come, as staff write it", () => {
  test.each([
    ["2026-12-05 09:00", "2026-12-05", "09:00"],
    ["2026-12-05, 9.30", "2026-12-05", "09:30"],
    ["5/12/2026 17:00", "2026-12-05", "17:00"],
    ["1 december", "2026-12-01", "09:00"],
    ["1 dec 9am", "2026-12-01", "09:00"],
    ["Dec 1 at 9 a.m.", "2026-12-01", "09:00"],
    ["1st of December, 9:30 pm", "2026-12-01", "21:30"],
    ["9 baje subah 1 december ko", "2026-12-01", "09:00"],
    ["1 june 9am", "2027-06-01", "09:00"],
    ["kal", "2026-12-01", "09:00"],
    ["kal subah 9", "2026-12-01", "09:00"],
    ["kal subah 9 baje", "2026-12-01", "09:00"],
    ["kal shaam ko 5 baje", "2026-12-01", "17:00"],
    ["kal subah", "2026-12-01", "09:00"],
    ["parson dopahar", "2026-12-02", "12:00"],
    ["tomorrow 12 pm", "2026-12-01", "12:00"],
    ["aaj raat 8 baje", "2026-11-30", "20:00"],
    ["کل", "2026-12-01", "09:00"],
    ["کل صبح ۹ بجے", "2026-12-01", "09:00"],
    ["۱ دسمبر شام ۵ بجے", "2026-12-01", "17:00"],
    ["جمعہ صبح ۱۰ بجے", "2026-12-04", "10:00"],
    ["friday 10am", "2026-12-04", "10:00"],
    ["agle peer subah 9 baje", "2026-12-07", "09:00"],
    ["5pm", "2026-11-30", "17:00"],
    ["9am", "2026-12-01", "09:00"],
  ])("“%s”", (written, day, time) => {
    expect(momentIn(written, now)?.toISOString()).toBe(at(day, time).toISOString());
  });

  test.each([
    "",
    "5",
    "soon",
    "december",
    "kal 5 baje",
    "1 dec 25:00",
    "1 dec 9am or 5pm",
    "31 november 9am",
    "1 november",
    "agle hafte",
    "agle hafte subah 9 baje",
    "1 december ko result",
    "kal shaam",
  ])("“%s” is none that is certain", (written) => {
    expect(momentIn(written, now)).toBeUndefined();
  });
});

describe("a day", () => {
  test.each([
    ["2026-12-05", "2026-12-05"],
    ["5 december", "2026-12-05"],
    ["۵ دسمبر", "2026-12-05"],
    ["saturday", "2026-12-05"],
    ["آج", "2026-11-30"],
  ])("“%s”", (written, day) => {
    expect(dayIn(written.replace("۵", "5"), now)?.value).toBe(day);
  });

  test("is a day and nothing else, where one is asked for", () => {
    expect(WrittenDay.safeParse("2030-12-05").data).toBe("2030-12-05");
    expect(WrittenDay.safeParse("5 دسمبر 2030 کو").data).toBe("2030-12-05");
    expect(WrittenDay.safeParse("5 december 2030 or so").success).toBe(false);
  });
});
