import { describe, expect, test } from "vitest";
import { afterQuietHours, reminderTime } from "../../api/rules/quiet-hours.ts";
import { WrittenQuietHours } from "../../conversations/understanding/quiet-hours.ts";

/** A time on Pakistan's clock. */
const at = (time: string, day = 23) => new Date(`2026-11-${day}T${time}:00+05:00`);
const night = { from: 22 * 60, to: 7 * 60 };
const noon = { from: 12 * 60, to: 14 * 60 + 30 };

describe("quiet hours", () => {
  test.each([
    ["none at all", null, at("23:00"), at("23:00")],
    ["before a night", night, at("21:59"), at("21:59")],
    ["the first minute of a night", night, at("22:00"), at("07:00", 24)],
    ["before midnight", night, at("23:59"), at("07:00", 24)],
    ["after midnight", night, at("00:00"), at("07:00")],
    ["the last minute of a night", night, at("06:59"), at("07:00")],
    ["the end of a night", night, at("07:00"), at("07:00")],
    ["by day", noon, at("13:15"), at("14:30")],
    ["before noon", noon, at("11:59"), at("11:59")],
    ["after noon", noon, at("14:30"), at("14:30")],
  ])("%s", (_, quiet, now, told) => {
    expect(afterQuietHours(now, quiet)).toEqual(told);
  });

  test("end on the minute, whatever the second", () => {
    expect(afterQuietHours(new Date("2026-11-23T22:10:30.500+05:00"), night)).toEqual(at("07:00", 24));
    const over = new Date("2026-11-23T07:00:30+05:00");
    expect(afterQuietHours(over, night)).toEqual(over);
  });
});

describe("a reminder", () => {
  test.each([
    ["waits for the morning", null, at("00:10"), at("09:00")],
    ["waits from midnight on", null, at("00:00"), at("09:00")],
    ["comes at once by day", null, at("15:20"), at("15:20")],
    ["waits for quiet hours that last longer", { from: 21 * 60, to: 11 * 60 }, at("08:00"), at("11:00")],
    ["waits in the evening", night, at("22:30"), at("07:00", 24)],
  ])("%s", (_, quiet, now, told) => {
    expect(reminderTime(now, quiet)).toEqual(told);
  });
});

describe("quiet hours as people write them", () => {
  test.each([
    ["22:30 to 6:00", "22:30–06:00"],
    ["22-7", "22:00–07:00"],
    ["10 pm to 6 am", "22:00–06:00"],
    ["10:30pm se 6.15am", "22:30–06:15"],
    ["۲۲ سے ۷", "22:00–07:00"],
    ["12 am to 12 pm", "00:00–12:00"],
    ["24 to 7", "00:00–07:00"],
    ["raat 10 baje se subah 7 baje tak", "22:00–07:00"],
    ["رات ۱۰ بجے سے صبح ۶ بجے", "22:00–06:00"],
    ["10 at night to 7 in the morning", "22:00–07:00"],
    ["شام ۶ بجے سے صبح ۸ بجے", "18:00–08:00"],
    ["11 p.m. - 6 a.m.", "23:00–06:00"],
    ["10 raat, 7 subah", "22:00–07:00"],
    ["raat 10, subah 7", "22:00–07:00"],
    ["10 raat - subah 7", "22:00–07:00"],
    ["raat 12 se fajr 5", "00:00–05:00"],
    ["raat 1 baje se 6 baje", "01:00–06:00"],
    ["raat 22 baje se 7", "22:00–07:00"],
    ["دوپہر ۱۲ سے سہ پہر ۳ بجے", "12:00–15:00"],
    ["sham 7 se raat 12", "19:00–00:00"],
    ["between 9 in the evening and 8:30 in the morning", "21:00–08:30"],
    ["1 to 3", "01:00–03:00"],
  ])("“%s” is read as %s", (written, read) => {
    expect(WrittenQuietHours.safeParse(written).data).toBe(read);
  });

  test.each(["", "at night", "22", "22 to 22", "25 to 7", "22:75 to 7", "13 pm to 7", "1 2 3"])(
    "“%s” is not read",
    (written) => {
      expect(WrittenQuietHours.safeParse(written).success).toBe(false);
    },
  );

  test.each(["10-7", "10 to 7 am", "12 se 7", "6 to 5", "10 am to 9", "dopahar 12 se 3"])(
    "“%s” would be most of a day, and may be a night: it is not guessed",
    (written) => {
      expect(WrittenQuietHours.safeParse(written).success).toBe(false);
    },
  );
});
