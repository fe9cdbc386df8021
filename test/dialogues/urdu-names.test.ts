import { afterAll, beforeAll, expect, test } from "vitest";
import { type Language, languages } from "../../api/contract/shared.ts";
import { plain } from "../../conversations/engine/markup.ts";
import { demoNow } from "../database.ts";
import { lines } from "../dialogue.ts";
import { testUniversity } from "../university.ts";
import { loggedIn } from "./logged-in.ts";

let university: Awaited<ReturnType<typeof testUniversity>>;
beforeAll(async () => {
  university = await testUniversity({ now: demoNow });
  const { client } = university.database;
  await client.course.updateMany({
    where: { code: { in: ["405", "406"] } },
    data: { titleUrdu: "مطالعہ پاکستان" },
  });
  await client.programme.updateMany({ where: { code: "BA" }, data: { nameUrdu: "بی اے" } });
  await client.tutor.updateMany({ data: { nameUrdu: "راشدہ انور" } });
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
  const { t, greeted, tap, says, mistakes } = await student("ur");
  expect(greeted).toContain(plain(t("login-done", { name: "عائشہ صدیقہ" })));
  expect(greeted).toContain(
    plain(t("menu-dashboard", { name: "عائشہ صدیقہ", registrationNumber: "22P-123456" })),
  );
  const profile = await tap(t("menu-profile"));
  for (const said of ["عائشہ صدیقہ · Ayesha Siddiqa", "محمد اسلم", "بی اے", "لاہور"])
    expect(profile).toContain(said);
  expect(lines(await says(t("way-person"))).join("\n")).toContain("لاہور");
  expect(lines(await says("السلام علیکم")).join("\n")).toContain(
    plain(t("greeting-student", { name: "عائشہ صدیقہ" })),
  );
  await says("menu");
  expect(await tap(t("menu-courses"))).toContain("مطالعہ پاکستان");
  await says("menu");
  expect(await tap(t("menu-tutors"))).toContain("مطالعہ پاکستان");
  const tutor = lines(await says("405")).join("\n");
  expect(tutor).toContain("راشدہ انور");
  await says("menu");
  await tap(t("menu-course-registration"));
  expect(await tap(t("enrolment-start"))).toContain("مطالعہ پاکستان");
  await says("menu");
  expect(lines(await says("405 کا پیپر کب ہے؟")).join("\n")).toContain("مطالعہ پاکستان");
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
    expect(await tap(t("menu-courses"))).not.toContain("مطالعہ");
  },
);
