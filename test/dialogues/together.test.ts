import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Language } from "../../api/contract/shared.ts";
import { languages } from "../../api/contract/shared.ts";
import { plain } from "../../conversations/engine/markup.ts";
import { semesterName } from "../../conversations/words/names.ts";
import { translate } from "../../conversations/words/words.ts";
import { demoNow } from "../database.ts";
import { lines } from "../dialogue.ts";
import { demoTitle, demoTutor, testUniversity } from "../university.ts";
import { loggedIn } from "./logged-in.ts";

/** Several wishes in one sentence, as they are written in each language. */
const written = {
  en: {
    sheet: "show my result and date sheet",
    slip: "my result, roll number slip",
    tutor: "my result and the tutors",
    codes: "result of 405 and paper of 411",
    shared: "when is my paper of 405 and who is the tutor",
    one: ["rules and regulations", "name and address change", "exam and grades"],
  },
  ur: {
    sheet: "میرا رزلٹ اور ڈیٹ شیٹ دکھائیں",
    slip: "رزلٹ، رول نمبر سلپ",
    tutor: "میرا رزلٹ اور ٹیوٹر کا نمبر",
    codes: "405 کا رزلٹ اور 411 کا پرچہ",
    shared: "405 کا پرچہ کب ہے اور ٹیوٹر کون ہے",
    one: ["نام اور پتہ تبدیل کرنا ہے", "امتحان اور گریڈ"],
  },
  "ur-Latn": {
    sheet: "result or date sheet",
    slip: "mera result aur roll number slip bhejo",
    tutor: "mera result aur tutor ka number",
    codes: "405 ka result aur 411 ka paper",
    shared: "405 ka paper kab hai aur tutor kaun hai",
    one: ["naam aur address change karna hai", "exam aur grades"],
  },
} as const satisfies Record<Language, object>;

describe.each(languages)("several wishes in one sentence, in %s", (language) => {
  const wrote = written[language];
  const t = translate(language);
  const spring = semesterName(t, "2026-spring");
  let university: Awaited<ReturnType<typeof testUniversity>>;
  beforeAll(async () => {
    university = await testUniversity({ engine: "pglite", now: demoNow });
  });
  afterAll(() => university.close());
  async function student() {
    const person = await loggedIn(university, language, "22P-123456");
    return { ...person, say: async (words: string) => lines(await person.says(words)) };
  }

  test("what can be shown at once is, and what has a question asks it below", async () => {
    const { say, mistakes } = await student();
    const [sheet, grades] = await say(wrote.sheet);
    expect(sheet).toContain(demoTitle(language, "1429"));
    expect(grades).toContain(plain(t("grades-which")));
    const [slip, again] = await say(wrote.slip);
    expect(slip).toContain("(document roll-number-slip");
    expect(again).toContain(plain(t("grades-which")));
    expect(mistakes).toEqual([]);
  });

  test("of two that ask, the second is told, and comes after the first", async () => {
    const { say, taps, session, mistakes } = await student();
    const [first] = await say(wrote.tutor);
    expect(first).toContain(plain(t("grades-which")));
    expect(first).toContain(plain(t("wished-next", { name: plain(t("menu-tutors")) })));
    const [marks, tutors] = lines(await taps(plain(spring)));
    expect(marks).toContain(demoTitle(language, "405"));
    expect(tutors).toContain(plain(t("tutors-which")));
    expect((await session()).stack).toHaveLength(2);
    await say(wrote.tutor);
    expect(lines(await taps(plain(t("way-back"))))[0]).toContain(plain(t("tutors-which")));
    expect(mistakes).toEqual([]);
  });

  test("each is about what its own part names", async () => {
    const { say } = await student();
    const [marks, paper] = await say(wrote.codes);
    expect(marks).toContain(demoTitle(language, "405"));
    expect(marks).not.toContain("411");
    expect(paper).toContain(demoTitle(language, "411"));
  });

  test("a course that one part names is not asked for by the other", async () => {
    const { say, mistakes } = await student();
    const [paper, tutor, ...more] = await say(wrote.shared);
    expect(paper).toContain(demoTitle(language, "405"));
    expect(tutor).toContain(demoTutor(language, "Dr. Farzana Kausar"));
    expect(more).toEqual([]);
    expect(mistakes).toEqual([]);
  });

  test("in the middle of something all are shown, and that goes on where it was", async () => {
    const { say, taps, session, mistakes } = await student();
    await taps(t("menu-profile"));
    await taps(t("profile-wrong-address"));
    const [sheet, grades] = await say(wrote.sheet);
    expect(sheet).toContain(demoTitle(language, "1429"));
    expect(grades).toContain(plain(t("grades-which")));
    const [marks, street] = lines(await taps(plain(spring)));
    expect(marks).toContain(demoTitle(language, "405"));
    expect(street).toContain(plain(t("request-street")));
    expect(await say("House 7, Model Town")).toEqual([expect.stringContaining(plain(t("request-city")))]);
    const [paper, result, city] = await say(wrote.codes);
    expect([paper, result].join()).toContain(demoTitle(language, "405"));
    expect([paper, result].join()).toContain(demoTitle(language, "411"));
    expect(city).toContain(plain(t("request-city")));
    expect((await session()).stack.at(-1)?.answers).toContainEqual(["street", "House 7, Model Town"]);
    expect(await say("Lahore")).toEqual([expect.stringContaining("House 7, Model Town, Lahore")]);
    // Where a choice is open it is the same.
    const [slip, which] = await say(wrote.slip);
    expect(slip).toContain("(document roll-number-slip");
    expect(which).toContain(plain(t("grades-which")));
    const [again, review] = lines(await taps(plain(spring)));
    expect(again).toContain(demoTitle(language, "405"));
    expect(review).toContain("House 7, Model Town, Lahore");
    expect(mistakes).toEqual([]);
  });

  test.each(["Tutors Colony, Exam Road", "House 7, Result Street, Model Town"])(
    "an address like “%s” is none",
    async (street) => {
      const { say, taps, session } = await student();
      await taps(t("menu-profile"));
      await taps(t("profile-wrong-address"));
      await say(street);
      expect((await session()).stack.at(-1)?.answers).toContainEqual(["street", street]);
    },
  );

  test.each(wrote.one)("“%s” is one", async (words) => {
    const { say, session } = await student();
    expect(await say(words)).toHaveLength(1);
    for (const frame of (await session()).stack) expect(frame.together).toBeUndefined();
  });
});
