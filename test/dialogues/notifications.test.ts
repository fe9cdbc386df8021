import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { languages } from "../../api/contract/shared.ts";
import { plain } from "../../conversations/engine/markup.ts";
import { openHouse } from "../../conversations/house.ts";
import { dateName, semesterName, weekdayName } from "../../conversations/words/names.ts";
import { demoNow } from "../database.ts";
import { dialogue, lines, setup } from "../dialogue.ts";
import { testUniversity } from "../university.ts";
import { loggedIn } from "./logged-in.ts";

describe.each(languages)("Notifications, in %s", (language) => {
  let university: Awaited<ReturnType<typeof testUniversity>>;
  beforeAll(async () => {
    university = await testUniversity({ now: demoNow });
  });
  beforeEach(() => university.database.client.subscription.deleteMany());
  afterAll(() => university.close());

  const enter = async () => {
    const person = await loggedIn(university, language, "22P-123456");
    const { t } = person;
    const shown = lines(await person.taps(t("menu-notifications")))[0] ?? "";
    return {
      ...person,
      shown,
      tap: async (label: string) => lines(await person.taps(plain(label))).join("\n"),
    };
  };

  test("topics are chosen in place, and none is a choice", async () => {
    const { t, tap, says, shown, mistakes } = await enter();
    expect(shown).toContain(plain(t("notifications-come-here")));
    expect(shown).toContain(t("topic-workshops"));
    const all = await tap(t("notifications-topics"));
    expect(all).toContain(`✅ ${t("topic-workshops")}`);
    expect(await tap(t("topic-workshops"))).toContain(`▫️ ${t("topic-workshops")}`);
    const done = await tap(t("several-done", { count: 5 }));
    const kept = ["admissions", "exams", "results", "tutor", "requests"] as const;
    const topics = kept.map((topic) => t(`topic-${topic}`)).join(" · ");
    expect(done).toContain(plain(t("topics-chosen", { topics })));
    expect(done).toContain(plain(t("notifications-told", { topics })));
    await tap(t("notifications-topics"));
    await says("1 2 3 5 6");
    const off = await tap(t("several-done", { count: 0 }));
    expect(off).toContain(plain(t("notifications-off")));
    expect(off).toContain(plain(t("notifications-none")));
    expect(mistakes).toEqual([]);
  });

  test("quiet hours are picked, written, asked again, and given up", async () => {
    const { t, tap, says, mistakes } = await enter();
    await tap(t("notifications-quiet"));
    expect(await tap(t("quiet-hours-22-7"))).toContain(
      plain(t("quiet-hours-are", { from: "22:00", to: "07:00" })),
    );
    await tap(t("notifications-quiet"));
    expect(await tap(t("quiet-hours-own"))).toContain(plain(t("quiet-hours-write")));
    expect(lines(await says("at night"))[0]).toContain(plain(t("quiet-hours-again")));
    const own = lines(await says("۲۳:۳۰ - ۶"))[0];
    expect(own).toContain(plain(t("quiet-hours-are", { from: "23:30", to: "06:00" })));
    expect(own).toContain(plain(t("notifications-quiet-are", { from: "23:30", to: "06:00" })));
    await tap(t("notifications-quiet"));
    // Other hours are written where the list stands, too; what may be ten in the morning is asked about.
    expect(lines(await says("۱۰ سے ۷"))[0]).toContain(plain(t("quiet-hours-again")));
    expect(lines(await says("raat 11 baje se subah 6 baje tak"))[0]).toContain(
      plain(t("quiet-hours-are", { from: "23:00", to: "06:00" })),
    );
    await tap(t("notifications-quiet"));
    expect(await tap(t("quiet-hours-none"))).toContain(plain(t("quiet-hours-are-none")));
    expect(mistakes).toEqual([]);
  });

  test("come to the chat that asks for them", async () => {
    const first = await enter();
    const second = await enter();
    expect(second.shown).toContain(plain(second.t("notifications-come-here")));
    const elsewhere =
      lines(await first.taps(first.t("notifications-topics"))) && (await first.tap(first.t("way-back")));
    expect(elsewhere).toContain(plain(first.t("notifications-come-elsewhere")));
    expect(await first.tap(first.t("notifications-here"))).toContain(
      plain(first.t("notifications-come-here")),
    );
  });

  test("announcements are read again, in pages", async () => {
    const { t, tap, mistakes } = await enter();
    const list = await tap(t("notifications-latest"));
    expect(list).toContain(plain(t("page-later")));
    const { title } = await university.database.client.announcementText.findFirstOrThrow({
      where: { language, announcement: { topicId: "exams", programmeId: null } },
      orderBy: { announcement: { publishedAt: "desc" } },
    });
    expect(list).toContain(title);
    const read = await tap(title);
    expect(read).toContain(plain(t("announcements-other")));
    expect(read).toContain(title);
    expect(await tap(t("announcements-other"))).toContain(plain(t("announcements")));
    expect(mistakes).toEqual([]);
  });

  test.each(["STOP", "band karo", "بند کریں"])(
    "“%s” ends them at any moment, and nothing else",
    async (stop) => {
      const { t, says, tap } = await enter();
      const off = () => university.database.client.subscription.count({ where: { subscribed: false } });
      await tap(t("notifications-topics"));
      const heard = lines(await says(stop)).join("\n");
      expect(heard).toContain(plain(t("notifications-off")));
      // What was asked is asked again.
      expect(heard).toContain(plain(t("topics-which")));
      expect(await off()).toBe(6);
      await says("menu");
      await tap(t("menu-log-out"));
      expect(lines(await says(stop)).join("\n")).toContain(plain(t("unsubscribe-nobody")));
    },
  );

  test.each(["yeh ittila nahi chahiye", "یہ پیغام نہیں چاہیے", "i dont want this message"])(
    "“%s” is no plain no",
    async (wish) => {
      const { t, says } = await enter();
      expect(lines(await says(wish)).join("\n")).toContain(plain(t("notifications-off")));
    },
  );

  test("stop is heard where the chat is known to the university alone: its session is lost", async () => {
    const { t, address } = await enter();
    const again = dialogue({ house: openHouse(university.api, setup), ...address });
    const remembered = lines(await again.says("hello")).join("\n");
    expect(remembered).toContain(plain(t("forgotten")));
    expect(remembered).toContain(t("menu-log-in"));
    expect(lines(await again.says("stop")).join("\n")).toContain(plain(t("notifications-off")));
  });

  test("reminders are told in the middle of anything, to their student alone", async () => {
    const { t, hand, shown } = await enter();
    const whose = { registrationNumber: "22P-123456" };
    const day = t("reminder-day", {
      weekday: weekdayName(t, "2026-11-24T00:00:00+05:00"),
      date: dateName(t, "2026-11-24"),
    });
    const semester = semesterName(t, "2026-autumn");
    const told = [
      [
        "paper-tomorrow",
        { date: "2026-11-24", papers: "09:00 · 405 Iqbaliat" },
        t("reminder-papers", { day }),
        t("reminder-line", { line: "09:00 · 405 Iqbaliat" }),
      ],
      [
        "assignment-due",
        { date: "2026-11-24", assignments: "405 Iqbaliat · 1\n411 Sociology · 2" },
        t("reminder-assignments", { day }),
        t("reminder-line", { line: "411 Sociology · 2" }),
      ],
      [
        "tutors-assigned",
        { tutors: "405 Iqbaliat · Rashida Anwar\n411 Sociology · Bilal Khan" },
        t("reminder-tutors"),
        t("reminder-line", { line: "411 Sociology · Bilal Khan" }),
        t("reminder-tutors-where"),
      ],
      [
        "enrolment-closing",
        { semester: "2026-autumn", closes: "2026-11-25T19:00:00.000Z" },
        t("reminder-enrolment", { semester, closes: dateName(t, "2026-11-26") }),
      ],
      [
        "workshop-tomorrow",
        { date: "2026-11-24", workshops: "09:00 · 8601 Teaching, Lahore" },
        t("reminder-workshops", { day }),
      ],
      ["results-announced", { semester: "2026-autumn" }, t("reminder-results", { semester })],
      [
        "announcement",
        { title: "Books", body: "They are mailed." },
        t("reminder-announcement", { title: "Books", body: "They are mailed." }),
      ],
    ] as const;
    for (const [name, data, ...expected] of told) {
      const heard = lines(await hand({ kind: "event", name, data: { ...whose, ...data } })).join("\n");
      for (const sentence of expected) expect(heard, name).toContain(plain(sentence));
      expect(heard).toContain(shown.split("\n")[0]);
      const other = await hand({ kind: "event", name, data: { ...data, registrationNumber: "23B-654321" } });
      expect(lines(other).join("\n")).not.toContain(plain(expected[0]));
    }
  });
});

/** Topics that are ended and begun in a sentence, in each language as it is written. */
const sentences = {
  en: { less: "stop exams", both: "no more exam and result messages", more: "start results again" },
  ur: {
    less: "امتحان کی اطلاعات بند کریں",
    both: "نتائج اور امتحان کی اطلاع نہیں چاہیے",
    more: "نتائج کی اطلاعات دوبارہ شروع کریں",
  },
  "ur-Latn": {
    less: "imtihan ki ittilaat band karo",
    both: "mujhe result or exam ke msg mat bhejo",
    more: "result ki notification dobara shuru karo",
  },
} as const;

describe.each(languages)("one topic, in a sentence, in %s", (language) => {
  const wrote = sentences[language];
  let university: Awaited<ReturnType<typeof testUniversity>>;
  beforeAll(async () => {
    university = await testUniversity({ engine: "pglite", now: demoNow });
  });
  beforeEach(() => university.database.client.subscription.deleteMany());
  afterAll(() => university.close());
  const off = async () => {
    const rows = await university.database.client.subscription.findMany({ where: { subscribed: false } });
    return rows.map(({ topicId }) => topicId).sort();
  };
  async function student() {
    const person = await loggedIn(university, language, "22P-123456");
    return { ...person, say: async (text: string) => lines(await person.says(text)).join("\n") };
  }

  test("is stopped at once, and the others are not", async () => {
    const { t, say, mistakes } = await student();
    const heard = await say(wrote.less);
    expect(heard).toContain(plain(t("topics-stopped", { topics: t("topic-exams") })));
    const kept = ["admissions", "results", "workshops", "tutor", "requests"] as const;
    const topics = kept.map((topic) => t(`topic-${topic}`)).join(" · ");
    expect(heard).toContain(plain(t("notifications-told", { topics })));
    expect(await off()).toEqual(["exams"]);
    await say(wrote.both);
    expect(await off()).toEqual(["exams", "results"]);
    expect(await say(wrote.more)).toContain(t("topic-results"));
    expect(await off()).toEqual(["exams"]);
    expect(mistakes).toEqual([]);
  });

  test("is stopped in the middle of something, which goes on", async () => {
    const { t, say } = await student();
    await say(
      {
        en: "change my mobile number",
        ur: "موبائل نمبر تبدیل کرنا ہے",
        "ur-Latn": "mobile number change karna hai",
      }[language],
    );
    const heard = await say(wrote.less);
    expect(heard).toContain(plain(t("topics-stopped", { topics: t("topic-exams") })));
    expect(heard).toContain(plain(t("request-phone")));
    expect(await off()).toEqual(["exams"]);
  });
});
