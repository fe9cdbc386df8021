import { afterAll, beforeAll, expect, test } from "vitest";
import { type Language, languages } from "../../api/contract/shared.ts";
import { plain } from "../../conversations/engine/markup.ts";
import { courses } from "../../prisma/seed/courses.ts";
import { demoNow } from "../database.ts";
import { lines } from "../dialogue.ts";
import { testUniversity } from "../university.ts";
import { loggedIn } from "./logged-in.ts";

let university: Awaited<ReturnType<typeof testUniversity>>;
beforeAll(async () => {
  university = await testUniversity({ now: demoNow });
});
afterAll(() => university.close());

async function student(language: Language) {
  const person = await loggedIn(university, language, "22P-123456");
  const { t } = person;
  const greeted = lines(person.seen).at(-1) ?? "";
  const tap = async (label: string) => lines(await person.taps(plain(label))).join("\n");
  return { ...person, t, greeted, tap };
}

test("an Urdu chat calls people, offices and courses as they are written in Urdu", async () => {
  const { t, greeted, tap, says, seen, mistakes } = await student("ur");
  expect(greeted).toContain(plain(t("login-done", { name: "عائشہ صدیقہ" })));
  expect(greeted).toContain(
    plain(t("menu-dashboard", { name: "عائشہ صدیقہ", registrationNumber: "22P-123456" })),
  );
  const profile = await tap(t("menu-profile"));
  for (const said of ["عائشہ صدیقہ · Ayesha Siddiqa", "محمد اسلم", "ایسوسی ایٹ ڈگری آرٹس (بی اے)", "لاہور"])
    expect(profile).toContain(said);
  expect(lines(await says(t("way-person"))).join("\n")).toContain("11 یونیورسٹی روڈ، لاہور");
  expect(lines(await says("السلام علیکم")).join("\n")).toContain(
    plain(t("greeting-student", { name: "عائشہ صدیقہ" })),
  );
  await says("menu");
  expect(await tap(t("menu-courses"))).toContain("اقبالیات");
  await says("menu");
  expect(await tap(t("menu-tutors"))).toContain("اقبالیات");
  const tutor = lines(await says("405")).join("\n");
  expect(tutor).toContain("ڈاکٹر فرزانہ کوثر");
  await says("menu");
  await tap(t("menu-course-registration"));
  const offered = await tap(t("enrolment-start"));
  for (const title of ["معاشیاتِ پاکستان", "سماجی و ثقافتی بشریات"]) expect(offered).toContain(title);
  await says("menu");
  expect(lines(await says("405 کا پیپر کب ہے؟")).join("\n")).toContain("اقبالیات");
  await says("menu");
  const sheet = lines(await says(t("exams-date-sheet"))).join("\n");
  for (const said of ["دوبارہ امتحان", "گورنمنٹ ہائی سکول نمبر 2، لاہور", "4 مال روڈ، لاہور"])
    expect(sheet).toContain(said);
  expect(sheet).not.toMatch(/[A-Za-z]{3}/);
  const everything = lines(seen).join("\n");
  for (const { title } of Object.values(courses)
    .flat()
    .filter(({ title }) => title.length > 9))
    expect(everything).not.toContain(title);
  expect(mistakes).toEqual([]);
});

test.each(languages.filter((language) => language !== "ur"))(
  "a chat in %s calls them as they are written in Latin letters, and shows both in the profile",
  async (language) => {
    const { t, greeted, tap, says } = await student(language);
    expect(greeted).toContain(plain(t("login-done", { name: "Ayesha Siddiqa" })));
    expect(greeted).not.toContain("عائشہ");
    expect(await tap(t("menu-profile"))).toMatch(/Ayesha Siddiqa · .*عائشہ صدیقہ/);
    await says("menu");
    const shown = await tap(t("menu-courses"));
    expect(shown).toContain("Iqbaliat");
    expect(shown).not.toContain("اقبالیات");
    await says("menu");
    const sheet = lines(await says(t("exams-date-sheet"))).join("\n");
    for (const said of ["Re-appear examination", "Government High School No. 2, Lahore", "4 Mall Road"])
      expect(sheet).toContain(said);
  },
);
