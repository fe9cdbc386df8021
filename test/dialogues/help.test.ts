import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { languages } from "../../api/contract/shared.ts";
import { plain } from "../../conversations/engine/markup.ts";
import { helpAnswers } from "../../conversations/flows/help.ts";
import { helpNextSemester } from "../../conversations/flows/help-next-semester.ts";
import { helpOffice } from "../../conversations/flows/help-office.ts";
import { helpSchedule } from "../../conversations/flows/help-schedule.ts";
import { dateName, semesterName } from "../../conversations/words/names.ts";
import { demoNow } from "../database.ts";
import { lines } from "../dialogue.ts";
import { testUniversity } from "../university.ts";
import { loggedIn } from "./logged-in.ts";

const apart: readonly string[] = [helpNextSemester, helpOffice, helpSchedule].map(({ id }) => id);

describe.each(languages)("help, in %s", (language) => {
  let university: Awaited<ReturnType<typeof testUniversity>>;
  beforeAll(async () => {
    university = await testUniversity({ now: demoNow });
  });
  afterAll(() => university.close());

  const enter = async () => {
    const person = await loggedIn(university, language, "22P-123456");
    return { ...person, tap: async (label: string) => lines(await person.taps(plain(label))).join("\n") };
  };

  test("answers every question of its list, which has pages", async () => {
    const { t, tap, says, mistakes } = await enter();
    const first = await tap(t("menu-help"));
    expect(first).toContain(plain(t("help-what")));
    expect(first).not.toContain(plain(t("help-phone")));
    expect(await tap(t("page-later"))).toContain(plain(t("help-phone")));
    const answers = helpAnswers.map(({ id }) => id) as "help-what"[];
    for (const question of answers) {
      // What is true of oneself is a conversation of its own, below, and so is what only people know.
      if (apart.includes(question)) continue;
      const answer = lines(await says(t(question))).join("\n");
      expect(answer).toContain(plain(t(`${question}-answer`)));
      // The list is still open under the answer.
      expect(answer).toContain(plain(t("help")));
    }
    expect(mistakes).toEqual([]);
  });

  test("says when to enrol by today's dates to who is logged in, and in general to others", async () => {
    const { t, tap, says, mistakes } = await enter();
    const asked = {
      en: "is admission closed?",
      ur: "داخلہ کب تک کھلا ہے؟",
      "ur-Latn": "admission open hai?",
    };
    const { semester, closesAt } = await university.database.client.semesterWindow.findFirstOrThrow({
      where: { semesterId: "2026-autumn", kind: "enrolment" },
      select: { semester: true, closesAt: true },
    });
    const closes = dateName(t, new Date(closesAt.getTime() - 1).toISOString());
    const open = plain(t("enrolment-open", { semester: semesterName(t, semester.id), closes, most: 18 }));
    expect(lines(await says(asked[language])).join("\n")).toContain(open);
    expect(await tap(t("menu-course-registration"))).toContain(plain(t("enrolment-start")));
    // In the middle of something it is answered, and that goes on.
    await tap(t("enrolment-start"));
    const aside = lines(await says(asked[language])).join("\n");
    expect(aside).toContain(open);
    expect(aside).toContain("▫️ ");
    await tap(t("way-menu"));
    await tap(t("menu-log-out"));
    const outside = lines(await says(asked[language])).join("\n");
    expect(outside).toContain(plain(t("help-next-semester-answer")));
    expect(outside).toContain(plain(t("menu-log-in")));
    expect(mistakes).toEqual([]);
  });

  test("shows who is logged in the date sheet that they miss, and tells others what it means", async () => {
    const { t, says, tap, mistakes } = await enter();
    const shown = lines(await says(t("help-schedule"))).join("\n");
    expect(shown).toContain("A500001");
    expect(shown).not.toContain(plain(t("help-schedule-answer")));
    await tap(t("way-menu"));
    await tap(t("menu-log-out"));
    expect(lines(await says(t("help-schedule"))).join("\n")).toContain(plain(t("help-schedule-answer")));
    expect(mistakes).toEqual([]);
  });

  test("is asked in words in the middle of something, which then goes on", async () => {
    const { t, tap, says } = await enter();
    await tap(t("menu-course-registration"));
    const answer = lines(await says(t("help-lms"))).join("\n");
    expect(answer).toContain(plain(t("help-lms-answer")));
    expect(answer).toContain(plain(t("enrolment-start")));
  });

  test("by a person: the own regional office, and a letter to the university", async () => {
    const { t, tap, says, mistakes } = await enter();
    const shown = lines(await says(t("way-person"))).join("\n");
    const office =
      language === "ur"
        ? { name: "لاہور", address: "11 یونیورسٹی روڈ، لاہور" }
        : { name: "Lahore", address: "11 University Road, Lahore" };
    expect(shown).toContain(plain(t("person", office)));
    expect(shown).toContain("+92519001001");
    const hours = {
      en: "🕘 Monday–Thursday: 09:00–17:00\n🕘 Friday: 09:00–12:30\n🕘 Saturday: 09:00–17:00",
      ur: "🕘 پیر تا جمعرات: 09:00–17:00\n🕘 جمعہ: 09:00–12:30\n🕘 ہفتہ: 09:00–17:00",
      "ur-Latn": "🕘 Peer se Jumerat: 09:00–17:00\n🕘 Juma: 09:00–12:30\n🕘 Hafta: 09:00–17:00",
    };
    expect(shown.replace(/[\u200f\u2066-\u2069]/g, "")).toContain(hours[language]);
    expect(await tap(t("person-write"))).toContain(plain(t("talk-begin")));
    expect(lines(await says("Where is my book parcel?")).join("\n")).toContain("SR-2026-000008");
    await tap(t("way-menu"));
    await tap(t("menu-log-out"));
    expect(lines(await says(t("way-person"))).join("\n")).toContain(plain(t("person-stranger")));
    expect(await tap(t("offices"))).toContain(plain(t("offices-which")));
    const another = await tap(office.name);
    expect(another).toContain(plain(t("person", office)));
    expect(another).toContain("+92519001001");
    expect(await tap(t("offices-other"))).toContain(plain(t("offices-which")));
    await university.database.client.serviceRequest.deleteMany({ where: { createdAt: { gte: demoNow } } });
    expect(mistakes).toEqual([]);
  });

  test("when the office opens is asked in words", async () => {
    const { t, says, mistakes } = await enter();
    const asked = {
      en: "when is the office open",
      ur: "دفتر کب کھلتا ہے",
      "ur-Latn": "office kab khulta hai",
    };
    expect(lines(await says(asked[language])).join("\n")).toContain(plain(t("person-or-write")));
    expect(mistakes).toEqual([]);
  });

  test("sends what only people know to them, as it was written, once its student says so", async () => {
    const { t, tap, says, mistakes } = await enter();
    const asked = { en: "how much is the fee of B.Ed?", ur: "کتابیں نہیں ملیں", "ur-Latn": "Fees kitni hai" };
    const letter = asked[language];
    const answer = lines(await says(letter)).join("\n");
    expect(answer).toContain(plain(t("help-office-answer")));
    expect(answer).toContain(plain(t("person-send-sure", { letter })));
    const filed = await tap(t("person-send"));
    const reference = /SR-2026-\d{6}/.exec(filed)?.[0] ?? "";
    expect(filed).toContain(plain(t("talk-filed", { reference })));
    // Whoever talks to a person already asks that person; and what is sent is not asked about again.
    expect(lines(await says(letter)).join("\n")).toContain(plain(t("talk-passed")));
    const ended = await tap(t("talk-end"));
    expect(ended).toContain(plain(t("person-write")));
    expect(ended).not.toContain(plain(t("person-send")));
    await university.database.client.serviceRequest.deleteMany({ where: { createdAt: { gte: demoNow } } });
    expect(mistakes).toEqual([]);
  });

  test("takes a long story for a person also in the middle of choosing, to which “back” leads", async () => {
    const { t, tap, says, mistakes } = await enter();
    const story = {
      en: "I want to talk to somebody about my autumn 2025 marks because they are wrong",
      ur: "کل رات ہمارے گاؤں میں بہت بارش ہوئی اور بجلی چلی گئی اس لیے میں کچھ بھی نہ کر سکا",
      "ur-Latn":
        "kal raat hamare gaon mein bohat barish hui aur bijli chali gayi is liye main kuch bhi nahin kar saka",
    };
    const enrolment = await tap(t("menu-course-registration"));
    const letter = story[language];
    expect(lines(await says(letter)).join("\n")).toContain(plain(t("person-send-sure", { letter })));
    await tap(t("person-send-not"));
    expect(await tap(t("way-back"))).toContain(enrolment);
    expect(mistakes).toEqual([]);
  });

  test("shows who knows it, with nothing to be sent, where it is chosen from the list", async () => {
    const { t, tap, says, mistakes } = await enter();
    await tap(t("menu-help"));
    await tap(t("page-later"));
    const byLabel = await tap(t("help-office"));
    expect(byLabel).toContain(plain(t("help-office-answer")));
    expect(byLabel).toContain(plain(t("person-write")));
    await says(t("way-menu"));
    await tap(t("menu-help"));
    await tap(t("page-later"));
    const byNumber = lines(await says("6")).join("\n");
    expect(byNumber).toContain(plain(t("help-office-answer")));
    expect(byNumber).not.toContain(plain(t("person-send")));
    await says(t("way-menu"));
    await tap(t("menu-log-out"));
    const outside = { en: "when will I get my degree", ur: "ڈگری کب ملے گی", "ur-Latn": "degree kab milegi" };
    expect(lines(await says(outside[language])).join("\n")).toContain(plain(t("person-stranger")));
    expect(mistakes).toEqual([]);
  });

  test.each([
    ["profile-wrong-name", "request-name"],
    ["profile-wrong-cnic", "request-cnic"],
    ["profile-wrong-phone", "request-phone"],
    ["profile-wrong-address", "request-street"],
  ] as const)("with a wrong profile: %s leads into the right request", async (button, question) => {
    const { t, tap } = await enter();
    await tap(t("menu-profile"));
    expect(await tap(t(button))).toContain(plain(t(question)));
    // Back from there is the profile, not a kind to choose.
    expect(await tap(t("way-back"))).toContain("35202-*****-1");
  });
});
