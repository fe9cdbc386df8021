import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { languages } from "../../api/contract/shared.ts";
import { plain } from "../../conversations/engine/markup.ts";
import { dateName, semesterName } from "../../conversations/words/names.ts";
import { translate } from "../../conversations/words/words.ts";
import { demoNow } from "../database.ts";
import { lines } from "../dialogue.ts";
import { testUniversity } from "../university.ts";
import { loggedIn } from "./logged-in.ts";

describe.each(languages)("My Courses, in %s", (language) => {
  let university: Awaited<ReturnType<typeof testUniversity>>;
  beforeAll(async () => {
    university = await testUniversity({ now: demoNow });
    const { client } = university.database;
    const offering = { semesterId: "2026-spring", course: { code: { in: ["405", "8606"] } } };
    await client.assignment.updateMany({
      where: { number: 2, offering },
      data: { dueOn: new Date("2026-11-23") },
    });
    await client.assignmentMark.deleteMany();
    const { id: offeringId } = await client.offering.findFirstOrThrow({
      where: { semesterId: "2026-spring", course: { code: "8606" } },
    });
    const startsAt = new Date("2026-12-01T05:00:00Z");
    await client.workshop.createMany({
      data: [
        { offeringId, startsAt, endsAt: new Date("2026-12-06T09:00:00Z"), place: "Multan" },
        { offeringId, startsAt, endsAt: startsAt, place: "Online" },
      ],
    });
  });
  afterAll(() => university.close());

  test("list the semester with its credit hours and what is due", async () => {
    const { taps, t, mistakes } = await loggedIn(university, language, "22P-123456");
    const [text = ""] = lines(await taps(t("menu-courses")));
    const semester = semesterName(t, "2026-spring");
    expect(text).toContain(plain(t("courses-semester", { semester, creditHours: 18 })));
    const dueToday = { number: 2, date: dateName(t, "2026-11-23"), days: 0 };
    expect(text).toContain(plain(t("assignment-open", dueToday)));
    expect(text).toContain(plain(t("assignment-none")));
    expect(text).toContain(`<${plain(t("lms-link"))}>`);
    expect(text).not.toContain(plain(t("courses-compulsory")));
    const [list = ""] = lines(await taps(plain(t("courses-tutors"))));
    expect(list).toContain(plain(t("tutors-which")));
    expect(mistakes).toEqual([]);
  });

  test("say when and where the workshops are", async () => {
    const { taps, t, mistakes } = await loggedIn(university, language, "23B-654321");
    const [text = ""] = lines(await taps(t("menu-courses")));
    const [from, to] = [dateName(t, "2026-12-01"), dateName(t, "2026-12-06")];
    expect(text).toContain(plain(t("courses-workshop", { from, to, place: "Multan" })));
    expect(text).toContain(plain(t("courses-workshop-day", { from, place: "Online" })));
    expect(text).toContain(plain(t("courses-compulsory")));
    expect(mistakes).toEqual([]);
  });

  test("are none for who is enrolled in none", async () => {
    const own = await testUniversity({ now: demoNow });
    await own.database.client.enrolment.updateMany({ data: { state: "withdrawn" } });
    const { taps, t } = await loggedIn(own, language, "22P-123456");
    expect(lines(await taps(t("menu-courses")))[0]).toContain(plain(t("courses-nothing")));
    await taps(t("way-menu"));
    expect(lines(await taps(t("menu-tutors"))).join("\n")).toContain(plain(t("tutors-nothing")));
    await own.close();
  });
});

test.each([
  ["en", "30 November 2026"],
  ["ur-Latn", "30 November 2026"],
  ["ur", "\u200f30 نومبر \u20682026\u2069"],
] as const)("a day has its name in %s", (language, name) => {
  expect(dateName(translate(language), "2026-11-30")).toBe(name);
});
