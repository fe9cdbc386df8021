import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { languages } from "../../api/contract/shared.ts";
import { plain } from "../../conversations/engine/markup.ts";
import { semesterName } from "../../conversations/words/names.ts";
import { demoNow } from "../database.ts";
import { lines } from "../dialogue.ts";
import { demoTitle, testUniversity } from "../university.ts";
import { loggedIn } from "./logged-in.ts";

describe.each(languages)("Exam & Grades, in %s", (language) => {
  let university: Awaited<ReturnType<typeof testUniversity>>;
  beforeAll(async () => {
    university = await testUniversity({ now: demoNow });
  });
  afterAll(() => university.close());

  test("three taps bring the date sheet: what is next, each day, the centre, a calendar and the slip", async () => {
    const { taps, t, mistakes, seen } = await loggedIn(university, language, "22P-123456");
    await taps(t("menu-exams"));
    const sheet = lines(await taps(t("exams-date-sheet")))[0] ?? "";
    expect(sheet).toContain(
      plain(t("date-sheet-next", { code: "1429", title: demoTitle(language, "1429"), days: 12 })).split(
        ":",
      )[0],
    );
    for (const code of ["405", "411", "1429", "1431"]) expect(sheet).toContain(code);
    expect(sheet).toContain(language === "ur" ? "لاہور" : "Lahore");
    // Where it is stands above the days.
    expect(sheet).toMatch(/📍[\s\S]*09:00/u);
    expect(lines(await taps(t("date-sheet-calendar")))[0]).toBe("(document date-sheet.ics)");
    expect(lines(await taps(t("exams-roll-number-slip")))[0]).toBe(
      "(document roll-number-slip-2026-spring.pdf)",
    );
    for (const message of seen.filter((one) => one.kind === "document")) {
      const { statusCode, headers } = await university.app.inject({
        url: message.source.path,
        headers: { authorization: `Bearer ${message.source.token}` },
      });
      expect([statusCode, headers["content-type"]]).toEqual([200, message.source.type]);
    }
    expect(mistakes).toEqual([]);
  });

  test("the average of all semesters stands above them", async () => {
    const { says, t } = await loggedIn(university, language, "22P-123456");
    expect(lines(await says("grades"))[0]).toContain(plain(t("grades-overall", { overall: "3.36" })));
  });

  test.each(["and after that?", "us ke baad?", "phir?", "اس کے بعد؟"])(
    "“%s” is answered with the paper after the one that was told of, to the last",
    async (words) => {
      const { says, t, mistakes } = await loggedIn(university, language, "22P-123456");
      const say = async (text: string) => lines(await says(text)).join("\n");
      await say("date sheet");
      for (const code of ["1431", "405", "411"])
        expect(await say(words)).toContain(demoTitle(language, code));
      expect(await say(words)).toContain(plain(t("date-sheet-last")));
      await say("paper of 405");
      expect(await say(words)).toContain(demoTitle(language, "411"));
      expect(mistakes).toEqual([]);
    },
  );

  test("the trend of the grades is a picture, with its figures in words", async () => {
    const { taps, says, t, seen } = await loggedIn(university, language, "22P-123456");
    await says("grades");
    await says("1");
    expect(lines(await taps(plain(t("grades-trend"))))[0]).toBe("(document grade-trend.png)");
    const picture = seen.findLast((one) => one.kind === "document");
    expect(plain(picture?.caption ?? "").split("\n")).toHaveLength(4);
    const { headers, rawPayload } = await university.app.inject({
      url: picture?.source.path ?? "",
      headers: { authorization: `Bearer ${picture?.source.token}` },
    });
    expect([headers["content-type"], rawPayload.subarray(1, 4).toString()]).toEqual(["image/png", "PNG"]);
    const newcomer = await testUniversity({ now: demoNow });
    await newcomer.database.client.resultPublication.deleteMany();
    const other = await loggedIn(newcomer, language, "22P-123456");
    await other.says("grades");
    expect(lines(await other.says("1"))[0]).not.toContain(plain(t("grades-trend")));
    await newcomer.close();
  });

  test("the trend is shown where it is asked for: at the examinations, and anywhere", async () => {
    const { taps, says, t, mistakes } = await loggedIn(university, language, "22P-123456");
    const asked = { en: "gpa trend", ur: "جی پی اے کا رجحان", "ur-Latn": "gpa ka trend dikhao" }[language];
    const name = { en: "trend", ur: "رجحان", "ur-Latn": "rujhan" }[language];
    expect(lines(await says(asked))[0]).toBe("(document grade-trend.png)");
    await taps(t("menu-exams"));
    for (const words of [name, "trend"]) {
      const [picture, below] = lines(await says(words));
      expect(picture).toBe("(document grade-trend.png)");
      expect(below).toContain(plain(t("exams")));
    }
    const newcomer = await testUniversity({ now: demoNow });
    await newcomer.database.client.resultPublication.deleteMany();
    const other = await loggedIn(newcomer, language, "22P-123456");
    expect(lines(await other.says("trend"))[0]).toContain(plain(t("problem-too-few-results")));
    await newcomer.close();
    expect(mistakes).toEqual([]);
  });

  test("whoever wants to enrol for the next semester, where a semester's grades are asked for, does", async () => {
    const { says, t } = await loggedIn(university, language, "22P-123456");
    await says("grades");
    const wish = {
      en: "I want to enrol for the next semester",
      ur: "مجھے اگلے سمسٹر میں داخلہ لینا ہے",
      "ur-Latn": "agle semester me enrol hona hai",
    }[language];
    expect(lines(await says(wish))[0]).toContain(plain(t("enrolment-start")));
    await says("grades");
    expect(lines(await says("autumn 2031"))[0]).toContain(plain(t("grades-unlisted")));
  });

  test("a semester that is named in a sentence about something else is not opened", async () => {
    const { says, t } = await loggedIn(university, language, "22P-123456");
    const shown = plain(t("grades-semester", { semester: semesterName(t, "2025-autumn") }));
    const others = {
      en: "Dear student, your fee for Autumn 2025 semester is due on 15 January, pay by challan",
      ur: "خزاں 2025 کی رول نمبر سلپ چاہیے",
      "ur-Latn": "Ap ki Autumn 2025 ki fees jama nahi hui, akhri tareekh 15 January hai",
    };
    const ones = {
      en: ["the semester of autumn 2025 please", "autumn 2025 please", "2025 autumn semester"],
      ur: ["مجھے خزاں 2025 والا چاہیے", "خزاں 2025 کا دکھائیں"],
      "ur-Latn": ["mujhe autumn 2025 wala dikha dein", "autumn 2025 semester ke dikha dein please"],
    };
    await says("grades");
    expect(lines(await says(others[language])).join("\n")).not.toContain(shown);
    for (const one of ones[language]) {
      await says(t("way-menu"));
      await says("grades");
      expect(lines(await says(one))[0], one).toContain(shown);
    }
  });

  test("whoever has failed and asks what to do now is shown the grades", async () => {
    const { says, t } = await loggedIn(university, language, "22P-123456");
    const failed = {
      en: "I failed, what now?",
      ur: "میں فیل ہو گیا ہوں اب کیا کروں",
      "ur-Latn": "main fail ho gaya hoon ab kya karun",
    }[language];
    expect(lines(await says(failed))[0]).toContain(plain(t("grades-which")));
  });

  test("the button under published results opens them, whatever was asked meanwhile", async () => {
    const { says, hand, t, mistakes } = await loggedIn(university, language, "22P-123456");
    await says("tutors");
    const shown = lines(await hand({ kind: "choice", id: "@grades_2026-spring" }))[0] ?? "";
    expect(shown).toContain(plain(t("grades-semester", { semester: semesterName(t, "2026-spring") })));
    expect(mistakes).toEqual([]);
  });

  test("what is not announced is said plainly", async () => {
    const { taps, t } = await loggedIn(university, language, "23B-654321");
    await taps(t("menu-exams"));
    const sheet = lines(await taps(t("exams-date-sheet")))[0];
    expect(sheet).toContain(plain(t("date-sheet-awaited", { semester: semesterName(t, "2026-spring") })));
    expect(sheet).not.toContain(plain(t("date-sheet-calendar")));
    await taps(t("way-back"));
    expect(lines(await taps(t("exams-roll-number-slip")))[0]).toContain(plain(t("slip-nothing")));
  });

  test("who has written the last paper is told so, and where the result will be", async () => {
    const own = await testUniversity({ now: demoNow });
    const { client } = own.database;
    const studied = { student: { registrationNumber: "22P-123456" }, semesterId: "2026-spring" };
    await client.enrolment.updateMany({ where: studied, data: { state: "enrolled" } });
    const before = { startsAt: new Date("2026-11-20T04:00:00Z"), endsAt: new Date("2026-11-20T07:00:00Z") };
    await client.dateSheetPaper.updateMany({ data: before });
    const { taps, says, t } = await loggedIn(own, language, "22P-123456");
    const over = plain(t("date-sheet-written", { semester: semesterName(t, "2026-spring") }));
    const sheet = async () => {
      await taps(t("menu-exams"));
      return lines(await taps(t("exams-date-sheet")))[0];
    };
    const running = await sheet();
    expect(running).toContain(over);
    expect(running).toContain("1429");
    await client.examSession.updateMany({ data: { endsOn: new Date("2026-11-20") } });
    const after = await sheet();
    expect(after).toContain(over);
    expect(after).not.toContain("1429");
    const one = lines(await says("paper of 1429"))[0];
    expect(one).toContain(plain(t("date-sheet-no-paper", { code: "1429" })));
    expect(one).toContain(over);
    await own.close();
  });

  test("a date sheet without slips says that they are awaited", async () => {
    const own = await testUniversity({ now: demoNow });
    await own.database.client.rollNumberSlip.deleteMany();
    const { taps, t } = await loggedIn(own, language, "22P-123456");
    await taps(t("menu-exams"));
    const sheet = lines(await taps(t("exams-date-sheet")))[0];
    expect(sheet).toContain(plain(t("date-sheet-no-centre")));
    await taps(t("way-back"));
    expect(lines(await taps(t("exams-roll-number-slip")))[0]).toContain(plain(t("slip-awaited")));
    await own.database.client.enrolment.updateMany({ data: { state: "completed" } });
    await own.database.client.examSession.deleteMany();
    await taps(t("menu-exams"));
    expect(lines(await taps(t("exams-date-sheet")))[0]).toContain(plain(t("date-sheet-nothing")));
    await own.close();
  });
});
