import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { languages } from "../../api/contract/shared.ts";
import { createBell } from "../../api/deliveries/bell.ts";
import { remind } from "../../api/jobs/remind.ts";
import { expandBroadcasts } from "../../api/records/expand-broadcasts.ts";
import { createBroadcaster } from "../../bot/delivery/broadcasts.ts";
import { createBudget } from "../../bot/delivery/budget.ts";
import { createPauses } from "../../bot/delivery/pauses.ts";
import { deskPage } from "../../bot/desk/page-routes.ts";
import { repeat } from "../../bot/repeat.ts";
import { plain } from "../../conversations/engine/markup.ts";
import type { Message } from "../../conversations/engine/message.ts";
import { phraseIntent } from "../../conversations/understanding/understand.ts";
import { translate } from "../../conversations/words/words.ts";
import { demoNow } from "../database.ts";
import { hurried } from "../hurried.ts";
import { type DemoStudent, demoPasswords, staffPasswords, testUniversity } from "../university.ts";
import { announcer, channelOf, crowd } from "./crowd.ts";

const engines = ["pglite", ...(process.env.TEST_POSTGRES_URL ? (["postgresql"] as const) : [])] as const;
const semester = "2026-spring";
const quiet = { warn: () => {}, error: () => {} };

test.each(languages)(
  "what stands on the button under results opens them when it is written, in %s",
  (language) => {
    expect(phraseIntent(plain(translate(language)("broadcast-results-open")))).toBe("grades");
  },
);

describe.each(engines)("a semester's results are published, on %s", (engine) => {
  let university: Awaited<ReturnType<typeof testUniversity>>;
  let programme: { id: string; code: string };
  let course: string;

  /** Fifteen students with results that nobody has seen; the odd ones have failed. */
  beforeEach(async () => {
    university = await testUniversity({ engine, now: demoNow });
    const { client } = university.database;
    await client.chatLink.deleteMany();
    await crowd(university, 15);
    ({ programme } = await client.student.findUniqueOrThrow({
      where: { registrationNumber: "22P-123456" },
      select: { programme: true },
    }));
    await client.resultPublication.deleteMany({ where: { semesterId: semester, programmeId: programme.id } });
    const offering = await client.offering.findFirstOrThrow({
      where: { semesterId: semester },
      include: { course: true },
    });
    course = offering.course.code;
    const students = await client.student.findMany({ where: { registrationNumber: { startsWith: "40A" } } });
    for (const { id: studentId, registrationNumber } of students) {
      const passed = Number(registrationNumber.at(-1)) % 2 === 0;
      const mark = passed
        ? { total: 85, grade: "A", gradePoint: 4, status: "passed" as const }
        : { total: 20, grade: "F", gradePoint: 0, status: "failed" as const };
      await client.enrolment.create({
        data: {
          ...{ studentId, semesterId: semester, semesterNumber: 1, reference: randomUUID() },
          ...{ programmeId: programme.id, state: "completed" },
          courses: { create: [{ offeringId: offering.id, result: { create: mark } }] },
        },
      });
    }
  });
  afterEach(() => university.close());

  const chat = (n: number) => `chat-40A-${String(n).padStart(6, "0")}`;
  const idOf = async (n: number) =>
    (await university.database.client.chatLink.findFirstOrThrow({ where: { chat: chat(n) } })).studentId;
  const publish = (call: Awaited<ReturnType<typeof announcer>>, more: { announcedAt?: string } = {}) =>
    call().publishResults({ body: { semester, programmes: [programme.code], ...more } });

  /** A worker that sends until the test is over. @returns what each chat hears */
  function work(): Map<string, Message[]> {
    const heard = new Map<string, Message[]>();
    const channel = channelOf(async (to, message) => {
      heard.set(to, [...(heard.get(to) ?? []), message]);
      return undefined;
    });
    const { now, wait } = hurried();
    const step = createBroadcaster({
      ...{ api: university.api, channel, budget: createBudget(undefined, {}), log: quiet },
      pauses: createPauses(now, wait),
    });
    const running = repeat(step, 5, () => {});
    onTestFinished(() => running.stop());
    return heard;
  }
  const textOf = (messages: Message[] = []) =>
    messages
      .map((one) => (one.kind === "text" ? plain(one.text).replaceAll(/[\u2066-\u2069]/g, "") : ""))
      .join("\n");
  const stateOf = async (call: Awaited<ReturnType<typeof announcer>>, reference: string) =>
    (await call().broadcast({ params: { reference } })).state;

  test("at the desk's page as well, which then shows the broadcast that tells them", async () => {
    const { api, app } = university;
    const options = { channels: () => [], university: "Rabta", language: "en" as const };
    await app.register(deskPage({ api, ...options }));
    const page = async (url: string, payload: object, cookie = "") => {
      const answer = await app.inject({ method: "POST", url: `/desk/${url}`, payload, headers: { cookie } });
      const [set = ""] = [answer.headers["set-cookie"]].flat();
      return { body: answer.json(), cookie: set.split(";")[0] };
    };
    const password = staffPasswords.supervisor;
    const { cookie } = await page("login", { email: "supervisor@rabta.example", password });
    const asked = { semester, programmes: [programme.code], announcedAt: "2030-12-02T04:00:00.000Z" };
    const { body } = await page("broadcasts/results", asked, cookie);
    expect(body).toEqual({ reference: expect.stringMatching(/^BC-/) });
    const { state } = await university.database.client.broadcast.findUniqueOrThrow({
      where: { reference: body.reference },
    });
    expect(state).toBe("scheduled");
    const again = await page("broadcasts/results", asked, cookie);
    expect(again.body).toMatchObject({ code: "results-published" });
  });

  test("every subscriber is told at once, each their own, and by nothing else a second time", async () => {
    const { client } = university.database;
    const heard = work();
    const out = { topicId: "results", subscribed: false };
    await client.subscription.create({ data: { studentId: await idOf(3), ...out } });
    await client.chatLink.updateMany({ where: { chat: chat(4) }, data: { blockedAt: demoNow } });
    await client.chatLink.updateMany({ where: { chat: chat(6) }, data: { askAgain: true } });
    // Has changed the programme since; what was studied then is published all the same.
    const { id: programmeId } = await client.programme.findFirstOrThrow({
      where: { id: { not: programme.id } },
    });
    await client.student.update({ where: { id: await idOf(8) }, data: { programmeId } });
    // Was enrolled in another programme then.
    const studentId = await idOf(9);
    await client.enrolment.updateMany({ where: { studentId }, data: { programmeId } });
    const call = await announcer(university);
    const { broadcast: reference } = await publish(call);
    await expect.poll(() => stateOf(call, reference), { timeout: 30_000 }).toBe("finished");

    expect([...heard.keys()].sort()).toEqual([0, 1, 2, 5, 6, 7, 8, 10, 11, 12, 13, 14].map(chat));
    expect([...heard.values()].every((messages) => messages.length === 1)).toBe(true);
    expect(textOf(heard.get(chat(0)))).toBe(
      `🎓 Student 0, the results of Spring 2026 are announced.\n\nYours: GPA 4.00 · ${course} A\n\nTo stop these: write stop.`,
    );
    expect(textOf(heard.get(chat(1)))).toContain(`آپ کا نتیجہ: جی پی اے 0.00 · ${course} F`);
    expect(textOf(heard.get(chat(2)))).toContain(`Aap ka result: GPA 4.00 · ${course} A`);
    expect(heard.get(chat(0))?.[0]).toMatchObject({
      ...{ bulk: true, choices: [{ id: `@grades_${semester}`, label: "📊 My result" }] },
    });
    expect(textOf(heard.get(chat(6)))).toContain("Spring 2026");
    expect(textOf(heard.get(chat(6)))).not.toContain("GPA");
    expect(textOf(heard.get(chat(8)))).toContain(`GPA 4.00 · ${course} A`);

    await client.delivery.deleteMany();
    await remind({ ...university, now: () => demoNow, bell: createBell() });
    expect(await client.delivery.count({ where: { kind: "results-announced" } })).toBe(0);
    const told = await client.broadcast.findUniqueOrThrow({ where: { reference } });
    const log = { subject: "broadcast", subjectId: told.id, action: "results.published" };
    expect(await client.auditEntry.findMany({ where: log })).toMatchObject([
      { actor: "staff", to: { semester, programmes: [programme.code] } },
    ]);
  }, 60_000);

  test("not in a chat that is another student's by now, nor in one that the student has left", async () => {
    const { api, clock, database } = university;
    const { id: studentId } = await database.client.student.findUniqueOrThrow({
      where: { registrationNumber: "22P-123456" },
    });
    await database.client.chatLink.deleteMany();
    const logIn = (where: string, registrationNumber: DemoStudent) => {
      const password = demoPasswords[registrationNumber];
      const body = { channel: "telegram", chat: where, registrationNumber, password };
      return api.for({ idempotencyKey: randomUUID() }).login({ body });
    };
    const lease = () => api.leaseBroadcastPages({ body: { channel: "telegram" } });
    await logIn("own-phone", "22P-123456");
    clock.now = new Date(demoNow.getTime() + 1_000);
    await logIn("family-phone", "22P-123456");
    await publish(await announcer(university));
    await expandBroadcasts({ database, now: () => new Date(clock.now) });
    const { students } = await database.client.broadcastPage.findFirstOrThrow();
    expect(students).toEqual([studentId]);
    await logIn("family-phone", "23B-654321");
    // Within half a second of being found nobody is asked about again; what is theirs is not told even then.
    expect((await lease()).page?.results).toEqual([]);
    await database.client.broadcastPage.updateMany({ data: { leasedUntil: null } });
    expect((await lease()).page).toBeNull();
    expect(await database.client.broadcastPage.findFirst()).toMatchObject({ leftOut: 1 });
  }, 60_000);

  test("once: a repeated call is the same one, and another is refused whole", async () => {
    const { client } = university.database;
    const call = await announcer(university);
    const once = call();
    const body = { semester, programmes: [programme.code] };
    const [first, again] = [await once.publishResults({ body }), await once.publishResults({ body })];
    expect(again).toEqual(first);
    const about = { about: [programme.code] };
    await expect(publish(call)).rejects.toMatchObject({ code: "results-published", details: about });
    await expect(
      call().publishResults({ body: { semester, programmes: ["NOWHERE", programme.code] } }),
    ).rejects.toMatchObject({ code: "nothing-to-publish", details: { about: ["NOWHERE"] } });
    await expect(publish(await announcer(university, "desk"))).rejects.toMatchObject({ code: "not-allowed" });
    expect(await client.broadcast.count({ where: { topicId: "results" } })).toBe(1);
    const published = { semesterId: semester, programmeId: programme.id };
    expect(await client.resultPublication.findMany({ where: published })).toMatchObject([
      { announcedAt: demoNow, approvedAt: demoNow },
    ]);
  }, 60_000);

  test("by two at the same moment, one is refused", async () => {
    const both = [await announcer(university), await announcer(university, "admin")];
    const answers = await Promise.allSettled(both.map((call) => publish(call)));
    expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await university.database.client.broadcast.count({ where: { topicId: "results" } })).toBe(1);
  }, 60_000);

  test("at a time that is set: nobody is told or shown anything before; quiet hours are kept", async () => {
    const { client } = university.database;
    // However many they are, the house's own words need no second person.
    await client.setting.create({ data: { key: "broadcast-approval-above", value: 2 } });
    await client.student.update({ where: { id: await idOf(5) }, data: { quietFrom: 0, quietTo: 23 * 60 } });
    const heard = work();
    const call = await announcer(university);
    const later = new Date(demoNow.getTime() + 3_600_000);
    const { broadcast: reference } = await publish(call, { announcedAt: later.toISOString() });
    expect(await stateOf(call, reference)).toBe("scheduled");
    await expect(publish(call)).rejects.toMatchObject({ code: "results-published" });
    expect(heard.size).toBe(0);
    university.clock.now = later;
    await expect.poll(() => heard.size, { timeout: 30_000 }).toBe(14);
    expect(heard.has(chat(5))).toBe(false);
    const midnight = new Date(demoNow.getTime() + 86_400_000).toISOString().slice(0, 10);
    university.clock.now = new Date(`${midnight}T23:30:00+05:00`);
    await expect.poll(() => heard.has(chat(5)), { timeout: 30_000 }).toBe(true);
    const { state, sent } = await (await announcer(university))().broadcast({ params: { reference } });
    expect([state, sent]).toEqual(["finished", 15]);
  }, 60_000);
});
