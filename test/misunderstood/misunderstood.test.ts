import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { forget } from "../../api/jobs/forget.ts";
import { tellMisunderstood } from "../../api/jobs/tell-misunderstood.ts";
import { misunderstoodIn } from "../../api/records/misunderstood.ts";
import { weekBefore, weekOf } from "../../api/rules/week.ts";
import { collectMisunderstandings } from "../../bot/misunderstood.ts";
import { openHouse } from "../../conversations/house.ts";
import { translate } from "../../conversations/words/words.ts";
import { refusal } from "../api/campus.ts";
import { demoNow } from "../database.ts";
import { dialogue, lines, setup } from "../dialogue.ts";
import { loggedIn } from "../dialogues/logged-in.ts";
import { told } from "../dialogues/told.ts";
import { testUniversity } from "../university.ts";

const t = translate("en");
const week = 7 * 24 * 60 * 60_000;

describe.each(["pglite", "postgresql"] as const)("what was not understood, on %s", (engine) => {
  const isThere = engine === "pglite" || process.env.TEST_POSTGRES_URL !== undefined;
  describe.runIf(isThere)("is kept", () => {
    let university: Awaited<ReturnType<typeof testUniversity>>;
    beforeAll(async () => {
      university = await testUniversity({ engine, now: demoNow });
    });
    afterAll(() => university.close());
    beforeEach(async () => {
      await university.database.client.misunderstoodPhrase.deleteMany();
      university.clock.now = demoNow;
    });
    const kept = () => misunderstoodIn(university.database, weekOf(university.clock.now), 100);

    /** Tells the university, as the bot does, what a person's chat came to. */
    async function tell(person: Awaited<ReturnType<typeof loggedIn>>): Promise<void> {
      const collected = collectMisunderstandings(
        () => university.api,
        (cause) => person.mistakes.push(cause),
      );
      for (const one of person.misunderstood.splice(0)) collected.add(person.address, one);
      await collected.stop();
    }

    test("with how often, what was offered and what was chosen then", async () => {
      const person = await loggedIn(university, "en", "22P-123456");
      await person.says("blargh 12 fnord");
      await person.taps("Exam & Grades");
      await person.says("blargh 99 fnord");
      await person.says("405");
      await person.taps(t("menu-tutors"));
      await tell(person);
      expect(await kept()).toEqual([
        { phrase: "blargh # fnord", count: 2, offered: {}, chosen: { exams: 1 } },
      ]);
      await person.says("is 405 blargh");
      await person.says("2");
      await tell(person);
      expect(person.mistakes).toEqual([]);
      expect(await kept()).toContainEqual({
        phrase: "is # blargh",
        count: 1,
        offered: { "date-sheet": 1, tutors: 1, grades: 1 },
        chosen: { tutors: 1 },
      });
    });

    test("of no answer to a question, no password, no message to a person, and no stranger", async () => {
      const person = await loggedIn(university, "en", "22P-123456");
      await university.database.client.serviceRequest.update({
        where: { reference: "SR-2026-000007" },
        data: { state: "withdrawn" },
      });
      await person.says("change my address");
      await person.says("House blargh, Model Town");
      await person.says("Lahore blargh");
      await person.taps("File it");
      await person.says("change my number");
      await person.says("blargh my number is secret");
      await person.taps("Menu");
      await person.command("talk");
      await person.says("My father blargh died");
      await person.taps("Menu");
      await person.taps("Log out");
      await person.says("blargh fnord");
      await person.taps("Log in");
      await person.says("my number is blargh");
      await person.says("22P-123456");
      await person.says("blargh password");
      expect(person.misunderstood).toEqual([]);
      await university.database.client.serviceRequest.deleteMany({ where: { createdAt: { gte: demoNow } } });
    });

    test("as long as the student lets it, whichever chat they write in", async () => {
      const person = await loggedIn(university, "en", "22P-123456");
      const other = await loggedIn(university, "en", "22P-123456");
      await person.says("settings");
      expect(lines(await person.taps(t("settings-phrases-off"))).join("\n")).toContain(
        t("settings-phrases-are-off"),
      );
      for (const one of [person, other]) {
        await one.says("blargh fnord");
        await tell(one);
      }
      expect(await kept()).toEqual([]);
      await person.says("settings");
      await person.taps(t("settings-phrases-on"));
      await person.says("blargh fnord");
      await tell(person);
      expect((await kept()).map(({ count }) => count)).toEqual([1]);
    });

    test("by week, for half a year, and never with a figure", async () => {
      const person = await loggedIn(university, "en", "22P-123456");
      const phrases = [{ ...person.address, phrase: "blargh", offered: [], chosen: null }];
      const report = (more: object = {}) =>
        university.api.reportMisunderstood({ body: { phrases: [{ ...phrases[0]!, ...more }] } });
      await report();
      university.clock.now = new Date(demoNow.getTime() + week);
      await report();
      await report();
      expect((await kept()).map(({ count }) => count)).toEqual([2]);
      expect(await misunderstoodIn(university.database, weekOf(demoNow), 10)).toHaveLength(1);
      expect(await refusal(report({ phrase: "my cnic ۳۵۲۰۲" }))).toBe("validation-failed");
      university.clock.now = new Date(demoNow.getTime() + 26 * week);
      await forget({ database: university.database, now: () => university.clock.now });
      expect(await misunderstoodIn(university.database, weekOf(demoNow), 10)).toEqual([]);
      const later = weekOf(new Date(demoNow.getTime() + week));
      expect(await misunderstoodIn(university.database, later, 10)).toHaveLength(1);
    });

    test("and told to supervisors once, on Monday morning", async () => {
      const person = await loggedIn(university, "en", "22P-123456");
      for (const phrase of ["fees kitni hai", "fees kitni hai", "hostel"])
        await university.api.reportMisunderstood({
          body: { phrases: [{ ...person.address, phrase, offered: [], chosen: null }] },
        });
      await university.api.reportMisunderstood({
        body: { phrases: [{ ...person.address, phrase: "fees kitni hai", offered: [], chosen: "help" }] },
      });
      const bell = { ring: () => {} };
      const tellAll = () =>
        tellMisunderstood({ database: university.database, now: () => university.clock.now, bell } as never);
      expect(await tellAll()).toBe(0);
      university.clock.now = new Date("2026-11-30T03:59:00Z");
      const supervisor = dialogue({ house: openHouse(university.api, setup) });
      await supervisor.says("hello");
      await supervisor.taps("English");
      await supervisor.says("staff login");
      await supervisor.says("supervisor@rabta.example");
      await supervisor.says("demo-desk-2");
      expect(await tellAll()).toBe(0);
      university.clock.now = new Date("2026-11-30T04:00:00Z");
      expect(await tellAll()).toBe(1);
      expect(await tellAll()).toBe(0);
      const news = await told(university, supervisor);
      expect(news).toContain("23 November 2026");
      expect(news).toContain("2 × “fees kitni hai”, then chosen: help");
      expect(news).toContain("1 × “hostel”");
      expect(supervisor.mistakes).toEqual([]);
    });
  });
});

test.each([
  ["2026-11-23T09:00:00Z", "2026-11-23", "2026-11-16"],
  ["2026-11-29T18:59:59Z", "2026-11-23", "2026-11-16"],
  ["2026-11-29T19:00:00Z", "2026-11-30", "2026-11-23"],
  ["2027-01-01T00:00:00Z", "2026-12-28", "2026-12-21"],
])("%s is in the week of %s, after that of %s", (at, monday, before) => {
  expect([weekOf(new Date(at)), weekBefore(new Date(at))]).toEqual([monday, before]);
});

test("while the university is away they wait, the newest thousand of them", async () => {
  const sent: number[] = [];
  let away = true;
  const api = {
    reportMisunderstood: async ({ body }: { body: { phrases: unknown[] } }) => {
      if (away) throw new Error("away");
      sent.push(body.phrases.length);
      return { done: true };
    },
  };
  const collected = collectMisunderstandings(
    () => api as never,
    () => {},
  );
  for (let count = 0; count < 1_050; count++)
    collected.add({ channel: "web", chat: randomUUID() }, { phrase: "x", offered: [], chosen: null });
  away = false;
  await collected.stop();
  expect(sent).toEqual(Array(10).fill(100));
});
