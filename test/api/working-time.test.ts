import { describe, expect, test } from "vitest";
import { afterWorkingTime, nextOpening } from "../../api/rules/working-time.ts";

const hour = 60;
/** Nine to five, to half past twelve on Fridays; closed on Sundays and on 25 December. */
const calendar = {
  hours: [1, 2, 3, 4, 5, 6].map((weekday) => ({
    weekday,
    opensAt: 9 * hour,
    closesAt: weekday === 5 ? 12 * hour + 30 : 17 * hour,
  })),
  holidays: new Set(["2026-12-25"]),
};
/** A moment on Pakistan's clock. */
const at = (written: string) => new Date(`${written}:00+05:00`);

describe("working time", () => {
  test.each([
    ["within a day", "2026-11-23T10:00", 2 * hour, "2026-11-23T12:00"],
    ["from before the office opens", "2026-11-23T06:00", hour, "2026-11-23T10:00"],
    ["over the night", "2026-11-23T16:00", 3 * hour, "2026-11-24T11:00"],
    ["over a Friday's noon", "2026-11-27T12:00", 2 * hour, "2026-11-28T10:30"],
    ["over a Sunday", "2026-11-28T16:00", 2 * hour, "2026-11-30T10:00"],
    ["over a holiday on a Friday", "2026-12-24T16:00", 2 * hour, "2026-12-26T10:00"],
    ["to the very end of a day", "2026-11-23T09:00", 8 * hour, "2026-11-23T17:00"],
    ["asked after midnight on a Sunday", "2026-11-29T00:30", hour, "2026-11-30T10:00"],
    ["nothing at all, at night", "2026-11-23T20:00", 0, "2026-11-24T09:00"],
  ])("goes on %s", (_, from, minutes, to) => {
    expect(afterWorkingTime(calendar, at(from), minutes)).toEqual(at(to));
  });

  test("is all the time where nobody has said when the office is open", () => {
    const always = { hours: [], holidays: new Set<string>() };
    expect(afterWorkingTime(always, at("2026-11-29T02:00"), 90)).toEqual(at("2026-11-29T03:30"));
    expect(nextOpening(always, at("2026-11-29T02:00"))).toEqual(at("2026-11-29T02:00"));
  });

  test("never comes where the office is closed for good: the clock's time is taken instead", () => {
    const closed = { hours: [{ weekday: 1, opensAt: 540, closesAt: 540 }], holidays: new Set<string>() };
    expect(afterWorkingTime(closed, at("2026-11-23T10:00"), 60)).toEqual(at("2026-11-23T11:00"));
    expect(nextOpening(closed, at("2026-11-23T10:00"))).toBeNull();
  });

  test("goes on after a break, and on a Sunday where the office answers then", () => {
    const shifts = [
      { weekday: 7, opensAt: 14 * hour, closesAt: 18 * hour },
      { weekday: 7, opensAt: 9 * hour, closesAt: 12 * hour },
    ];
    const sundays = { hours: shifts, holidays: new Set<string>() };
    expect(afterWorkingTime(sundays, at("2026-11-23T10:00"), 4 * hour)).toEqual(at("2026-11-29T15:00"));
  });

  test.each([
    ["now, while it is open", "2026-11-23T10:00", "2026-11-23T10:00"],
    ["the next morning", "2026-11-23T17:00", "2026-11-24T09:00"],
    ["after the weekend", "2026-11-28T18:00", "2026-11-30T09:00"],
    ["after the holiday", "2026-12-24T18:00", "2026-12-26T09:00"],
  ])("the office opens %s", (_, from, opens) => {
    expect(nextOpening(calendar, at(from))).toEqual(at(opens));
  });
});
