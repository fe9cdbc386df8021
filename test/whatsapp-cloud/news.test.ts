import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { languages } from "../../api/contract/shared.ts";
import { inOneLine, templated } from "../../bot/channels/whatsapp-cloud/template.ts";
import { plain } from "../../conversations/engine/markup.ts";
import { semesterName } from "../../conversations/words/names.ts";
import { demoNow } from "../database.ts";
import { loggedIn } from "../dialogues/logged-in.ts";
import { testUniversity } from "../university.ts";

const usual = { name: "campus_notice", language: "en" };
const registrationNumber = "22P-123456";
const semester = "2026-spring";

describe.each(languages)("what is told outside of the 24 hours, in %s", (language) => {
  let university: Awaited<ReturnType<typeof testUniversity>>;
  beforeAll(async () => {
    university = await testUniversity({ now: demoNow });
  });
  afterAll(() => university.close());

  test.each([
    ["at the menu", () => "menu"],
    ["in the middle of something", () => "change my address"],
  ])("is the news alone, without the question that it interrupts: %s", async (_, words) => {
    const person = await loggedIn(university, language, registrationNumber);
    await person.says(words());
    const data = { semester, registrationNumber };
    const told = await person.hand({ kind: "event", name: "results-announced", data });
    const { t } = person;
    const news = t("reminder-results", { semester: semesterName(t, semester) });
    // Where it can be shown the question stands below.
    expect(told).toHaveLength(1);
    expect(told[0]?.kind === "text" && plain(told[0].text).length).toBeGreaterThan(plain(news).length);
    expect(told.map((message) => templated(message, usual))).toMatchObject([
      { template: { components: [{ parameters: [{ text: inOneLine(news) }] }] } },
    ]);
    expect(person.mistakes).toEqual([]);
  });

  test("is told once where it is too long for one message with the question", async () => {
    const person = await loggedIn(university, language, registrationNumber);
    const data = { title: "Admissions", body: "Come soon. ".repeat(70), registrationNumber };
    const told = await person.hand({ kind: "event", name: "announcement", data });
    expect(told.map((message) => templated(message, usual) !== undefined)).toEqual([true, false]);
  });
});
