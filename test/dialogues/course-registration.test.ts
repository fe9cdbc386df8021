import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { languages } from "../../api/contract/shared.ts";
import { plain } from "../../conversations/engine/markup.ts";
import { dateName, semesterName } from "../../conversations/words/names.ts";
import { demoNow } from "../database.ts";
import { lines } from "../dialogue.ts";
import { read, squeezed } from "../documents/reading.ts";
import { testUniversity } from "../university.ts";
import { loggedIn } from "./logged-in.ts";

const semesterId = "2026-autumn";

/** A day's beginning in Pakistan. */
const midnight = (day: string) => new Date(`${day}T00:00:00+05:00`);

describe.each(languages)("Course Registration, in %s", (language) => {
  let university: Awaited<ReturnType<typeof testUniversity>>;
  beforeAll(async () => {
    university = await testUniversity({ now: demoNow });
  });
  beforeEach(async () => {
    const { client } = university.database;
    await client.enrolment.deleteMany({ where: { semesterId } });
    await client.offering.updateMany({ where: { semesterId }, data: { capacity: null, seatsTaken: 0 } });
    await client.studentHold.deleteMany();
    await client.semesterWindow.updateMany({
      where: { semesterId, kind: "enrolment" },
      data: { opensAt: midnight("2026-11-03"), closesAt: midnight("2026-12-23") },
    });
  });
  afterAll(() => university.close());

  const enter = async (registrationNumber: "22P-123456" | "23B-654321" = "22P-123456") => {
    const person = await loggedIn(university, language, registrationNumber);
    const semester = semesterName(person.t, semesterId);
    return { ...person, semester, opened: lines(await person.taps(person.t("menu-course-registration"))) };
  };

  test.each([
    "1 aur 2",
    "1 and 2",
    "۱ اور ۲",
    "406 407",
    "406 aur 407",
    "406 and 407",
    "۴۰۶ اور ۴۰۷",
    "no 1, no 2",
  ])("“%s” chooses both", async (both) => {
    const { taps, says, t, semester } = await enter();
    await taps(t("enrolment-start"));
    expect(lines(await says(both))[0]).toContain(
      plain(t("enrolment-choose", { semester, creditHours: 12, most: 18, codes: "" })).split("\n")[0],
    );
  });

  test("five messages enrol: several courses by their numbers, a review, a reference and a confirmation", async () => {
    const { taps, says, t, semester, opened, seen, mistakes } = await enter();
    expect(opened[0]).toContain(
      plain(t("enrolment-open", { semester, closes: dateName(t, "2026-12-22"), most: 18 })),
    );
    const list = lines(await taps(t("enrolment-start")))[0];
    expect(list).toContain(
      plain(t("enrolment-choose", { semester, creditHours: 0, most: 18, codes: "" })).split("\n")[0],
    );
    // Numbers stand in the list only where there are no buttons; codes do everywhere.
    expect(list).toContain("406 407");
    const chosen = lines(await says("1 2 ۳"))[0];
    expect(chosen).toContain(
      plain(t("enrolment-choose", { semester, creditHours: 18, most: 18, codes: "" })).split("\n")[0],
    );
    expect(chosen?.match(/✅/g)).toHaveLength(4);
    const review = lines(await taps(plain(t("several-done", { count: 3 }))))[0];
    expect(review).toContain(plain(t("enrolment-review-total", { creditHours: 18 })));
    const done = lines(await taps(t("yes")));
    const reference = "EN-2026-000203";
    expect(done[0]).toContain(plain(t("enrolment-done", { semester, creditHours: 18, reference })));
    expect(done[1]).toBe(`(document enrolment-${semesterId}.pdf)`);
    const document = seen.findLast((message) => message.kind === "document");
    const { rawPayload } = await university.app.inject({
      url: document?.source.path ?? "",
      headers: { authorization: `Bearer ${document?.source.token}` },
    });
    expect(squeezed((await read(rawPayload)).pages.flat())).toContain(reference);
    expect(mistakes).toEqual([]);
    await university.database.client.referenceCounter.updateMany({
      where: { series: "EN", year: 2026 },
      data: { last: 202 },
    });
  });

  test.each(["haan", "yes", "nahi", "جی ہاں"])(
    "“%s”, written before the review was shown, does not answer it",
    async (word) => {
      const { taps, says, t, seen } = await enter();
      const offerShown = () => {
        const offer = seen.findLast((message) => message.kind === "text")?.offer;
        return offer === undefined ? {} : { offer };
      };
      const enrolled = () => university.database.client.enrolment.count({ where: { semesterId } });
      const total = plain(t("enrolment-review-total", { creditHours: 6 }));
      await taps(t("enrolment-start"));
      await says("407", offerShown());
      const list = offerShown();
      expect(lines(await says("haan", list))[0]).toContain(total);
      const again = lines(await says(word, list))[0];
      expect(again).toContain(plain(t("old-answer")));
      expect(again).toContain(total);
      expect(await enrolled()).toBe(0);
      await says("haan", offerShown());
      expect(await enrolled()).toBe(1);
    },
  );

  test.each(["haan", "ok", "جی ہاں"])("“%s” to the open enrolment goes on to the courses", async (word) => {
    const { says, t, semester } = await enter();
    expect(lines(await says(word))[0]).toContain(
      plain(t("enrolment-choose", { semester, creditHours: 0, most: 18, codes: "" })).split("\n")[0],
    );
  });

  test("what is enrolled can be changed, and given up, until the window closes", async () => {
    const { taps, says, t, semester } = await enter();
    await taps(t("enrolment-start"));
    await says("407");
    await taps(plain(t("several-done", { count: 1 })));
    await taps(t("yes"));
    const again = lines(await taps(t("menu-course-registration")))[0];
    for (const word of ["enrolment-confirmation", "enrolment-change", "enrolment-withdraw"] as const)
      expect(again).toContain(plain(t(word)));
    expect(lines(await taps(t("enrolment-confirmation")))[0]).toBe(`(document enrolment-${semesterId}.pdf)`);
    await taps(t("enrolment-change"));
    await says("407 408");
    await taps(plain(t("several-done", { count: 1 })));
    const changed = lines(await taps(t("yes")))[0];
    expect(changed).toContain(semester);
    await taps(t("menu-course-registration"));
    expect(lines(await taps(t("enrolment-withdraw")))[0]).toContain(
      plain(t("enrolment-review-withdraw", { semester })),
    );
    expect(lines(await taps(t("no")))[0]).toContain(plain(t("cancelled")));
    await taps(t("menu-course-registration"));
    await taps(t("enrolment-withdraw"));
    expect(lines(await taps(t("yes")))[0]).toContain(plain(t("enrolment-withdrawn", { semester })));
    expect(lines(await taps(t("menu-course-registration")))[0]).toContain(plain(t("enrolment-start")));
  });

  test("what is enrolled and not offered any more does not stand in the way of a change", async () => {
    const own = await testUniversity({ now: demoNow });
    const { taps, says, t, mistakes } = await loggedIn(own, language, "22P-123456");
    await taps(t("menu-course-registration"));
    await taps(t("enrolment-start"));
    await says("407 408");
    await taps(plain(t("several-done", { count: 2 })));
    await taps(t("yes"));
    await own.database.client.programmeCourse.deleteMany({ where: { course: { code: "407" } } });
    expect(lines(await taps(t("menu-course-registration")))[0]).toContain("407");
    await taps(t("enrolment-change"));
    await says("419");
    const review = lines(await taps(plain(t("several-done", { count: 2 }))))[0];
    expect(review).toContain(plain(t("enrolment-review-total", { creditHours: 12 })));
    expect(review).not.toContain("407");
    await taps(t("yes"));
    expect(lines(await taps(t("menu-course-registration")))[0]).not.toContain("407");
    expect(mistakes).toEqual([]);
    await own.close();
  });

  test("is changed and given up in words too, and a request leads there", async () => {
    const { taps, says, t, semester, mistakes } = await enter();
    const say = async (words: string) => lines(await says(words)).join("\n");
    await taps(t("enrolment-start"));
    await says("407 408");
    await taps(plain(t("several-done", { count: 2 })));
    await taps(t("yes"));
    const wishes = {
      en: { change: "change my courses", withdraw: ["withdraw my enrolment", "i want to withdraw"] },
      ur: { change: "مجھے کورس تبدیل کرنے ہیں", withdraw: ["داخلہ واپس لینا ہے", "میرا داخلہ منسوخ کریں"] },
      "ur-Latn": {
        change: "courses badalne hain",
        withdraw: ["dakhla wapas lena hai", "cancel my enrolment"],
      },
    }[language];
    for (const wish of wishes.withdraw) {
      await taps(t("menu-course-registration"));
      expect(await say(wish)).toContain(plain(t("enrolment-review-withdraw", { semester })));
      await taps(t("no"));
    }
    await taps(t("menu-course-registration"));
    expect(await say(wishes.change)).toMatch(/✅[^0-9]*407/);
    await says("menu");
    // Elsewhere it may be about a course that is taken now.
    expect(await say(wishes.change)).toContain(plain(t("request-while-open", { semester })));
    expect(lines(await taps(t("menu-course-registration"))).join("\n")).toContain(
      plain(t("enrolment-change")),
    );
    await says("menu");
    await say(wishes.change);
    expect(lines(await taps(t("request-all-the-same"))).join("\n")).toContain(plain(t("request-drop")));
    expect(mistakes).toEqual([]);
  });

  test("of a code that is not offered it is said why; the others count", async () => {
    const { taps, says, t } = await enter();
    await taps(t("enrolment-start"));
    expect(lines(await says("404"))[0]).toContain(plain(t("enrolment-unlisted", { code: "404" })));
    const some = lines(await says("۴۰۷، 404"))[0];
    expect(some).toContain(plain(t("enrolment-unlisted", { code: "404" })));
    expect(some).toMatch(/✅[^0-9]*407/);
    expect(lines(await says("add 404"))[0]).toContain(plain(t("enrolment-unlisted", { code: "404" })));
  });

  test.each([
    ["add 407 too", "drop 406"],
    ["407 bhi add karo", "406 nikal do"],
    ["407 bhi chahiye", "406 nahi chahiye"],
    ["۴۰۷ بھی شامل کریں", "۴۰۶ نکال دیں"],
    ["I want 407", "I don't want 406"],
    ["407 bhi le lein", "406 rehne do"],
  ])("“%s” adds to the selection, “%s” takes out of it, each also twice", async (adding, takingOut) => {
    const { taps, says, t, mistakes } = await enter();
    await taps(t("enrolment-start"));
    await says("406");
    for (let twice = 0; twice < 2; twice++) expect(chosenIn(await says(adding))).toEqual(["406", "407"]);
    for (let twice = 0; twice < 2; twice++) expect(chosenIn(await says(takingOut))).toEqual(["407"]);
    expect(mistakes).toEqual([]);
  });

  test.each(["406 407", "406 aur 407 mein dakhla chahiye", "enrol me in 406 and 407"])(
    "“%s” where it stands what can be done opens the list with both",
    async (both) => {
      const { says } = await enter();
      expect(chosenIn(await says(both))).toEqual(["406", "407"]);
    },
  );

  test("what a sentence takes out that is not on offer is said, and the selection stays open", async () => {
    const { taps, says, t } = await enter();
    await taps(t("enrolment-start"));
    await says("406");
    const said = await says("remove 1429");
    expect(lines(said)[0]).toContain(plain(t("enrolment-unlisted", { code: "1429" })));
    expect(chosenIn(said)).toEqual(["406"]);
    expect(lines(await says("I want the date sheet of 405")).join("\n")).toContain("405");
  });

  test("a choice that breaks a rule is refused in place, and the selection stays", async () => {
    const { taps, says, t } = await enter();
    await taps(t("enrolment-start"));
    await says("1 2 3 4");
    const over = lines(await taps(plain(t("several-done", { count: 4 }))))[0];
    expect(over).toContain(plain(t("problem-credit-limit-exceeded")));
    expect(over?.match(/✅/g)).toHaveLength(5);
    expect(lines(await says("kuch bhi"))[0]).toContain(plain(t("again-several")));
  });

  test("who comes too late for the last place chooses again, with the other courses still chosen", async () => {
    const { taps, says, t } = await enter();
    await taps(t("enrolment-start"));
    await says("407 408");
    await taps(plain(t("several-done", { count: 2 })));
    await university.database.client.offering.updateMany({
      where: { semesterId, course: { code: "407" } },
      data: { capacity: 0 },
    });
    const full = lines(await taps(t("yes")))[0];
    expect(full).toContain(plain(t("problem-offering-full", { about: "407" })));
    expect(full).toContain(plain(t("enrolment-sign-full")));
    expect(full).toMatch(/✅[^0-9]*408/);
    expect(await university.database.client.enrolment.count({ where: { semesterId } })).toBe(0);
  });

  test("who may not enrol is told why, with the dates", async () => {
    const { t, semester, opened } = await enter("23B-654321");
    const dates = { semester, opens: dateName(t, "2026-11-03"), closes: dateName(t, "2026-12-22") };
    expect(opened[0]).toContain(plain(t("enrolment-bar-previous-semester-not-completed", dates)));
    const { client } = university.database;
    const set = (opensAt: Date, closesAt: Date) =>
      client.semesterWindow.updateMany({
        where: { semesterId, kind: "enrolment" },
        data: { opensAt, closesAt },
      });
    const { taps } = await enter();
    const said = async () => lines(await taps(t("menu-course-registration")))[0];
    await taps(t("way-menu"));
    await set(midnight("2026-12-01"), midnight("2026-12-23"));
    expect(await said()).toContain(
      plain(t("enrolment-bar-window-not-open", { ...dates, opens: dateName(t, "2026-12-01") })),
    );
    await set(midnight("2026-11-01"), midnight("2026-11-20"));
    expect(await said()).toContain(
      plain(t("enrolment-bar-window-closed", { ...dates, closes: dateName(t, "2026-11-19") })),
    );
    await set(midnight("2026-11-03"), midnight("2026-12-23"));
    const { id } = await client.student.findUniqueOrThrow({ where: { registrationNumber: "22P-123456" } });
    await client.studentHold.create({ data: { studentId: id, reason: "fee" } });
    expect(await said()).toContain(plain(t("enrolment-bar-on-hold")));
    await client.studentHold.deleteMany();
    const publication = { semesterId: "2026-spring", programme: { code: "BA" } };
    const { approvedAt } = await client.resultPublication.findFirstOrThrow({ where: publication });
    await client.resultPublication.updateMany({ where: publication, data: { approvedAt: null } });
    expect(await said()).toContain(plain(t("enrolment-bar-results-not-approved", dates)));
    await client.resultPublication.updateMany({ where: publication, data: { approvedAt } });
  });
});

/** The codes of the courses that are chosen. */
const chosenIn = (said: Parameters<typeof lines>[0]): string[] =>
  [...(lines(said)[0] ?? "").matchAll(/✅\P{Nd}*(\d{3,})/gu)].map(([, code = ""]) => code);
