import { randomUUID } from "node:crypto";
import Fastify from "fastify";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { createBell } from "../../api/deliveries/bell.ts";
import { watchTargets } from "../../api/jobs/watch-targets.ts";
import { deskPage } from "../../bot/desk/page-routes.ts";
import { demoNow } from "../database.ts";
import { testUniversity } from "../university.ts";

const minute = 60_000;
const hour = 60 * minute;

let university: Awaited<ReturnType<typeof testUniversity>>;
beforeAll(async () => {
  university = await testUniversity({ now: demoNow });
});
afterAll(() => university.close());

const staff = async (email: string, password: string) => {
  const body = { channel: "telegram", chat: randomUUID(), email, password };
  const { token } = await university.api.for({ idempotencyKey: randomUUID() }).staffLogin({ body });
  return () => university.api.for({ token, idempotencyKey: randomUUID() });
};

test("a request has its targets in working time; the desk is reminded before and after, once each, and supervisors are told", async () => {
  const { database, clock } = university;
  const { client } = database;
  // Monday, two in the afternoon in Pakistan.
  const filedAt = demoNow.getTime();
  const student = await university.logIn("22P-123456");
  const { reference } = await student().fileRequest({
    body: { fields: { type: "general" }, message: "When?" },
  });
  // A chat that was linked with a code stays linked; a login ends with the working day.
  const supervisor = await staff("supervisor@rabta.example", "demo-desk-2");
  const { code } = await supervisor().linkCode({ body: {} });
  await university.api
    .for({ idempotencyKey: randomUUID() })
    .linkStaffChat({ body: { channel: "telegram", chat: "kamran", code } });
  const desk = await staff("desk@rabta.example", "demo-desk-1");
  const row = await client.serviceRequest.findUniqueOrThrow({
    where: { reference },
    include: { department: true },
  });
  expect(row.department?.code).toBe("services");
  // Four working hours: three today, one tomorrow morning.
  expect(row.firstAnswerDue).toEqual(new Date("2026-11-24T05:00:00Z"));
  expect(row.resolutionDue).toEqual(new Date("2026-11-25T09:00:00Z"));

  const kinds = async () =>
    (
      await client.requestEvent.findMany({
        where: { requestId: row.id, actor: "system" },
        orderBy: { entry: "asc" },
      })
    ).map(({ kind }) => kind);
  const watchAt = async (instant: number) => {
    clock.now = new Date(instant);
    // Only one of several processes that look at once finds something.
    const watch = () => watchTargets({ database, now: () => clock.now, bell: createBell() }, 1);
    await Promise.all([watch(), watch(), watch()]);
    return kinds();
  };
  expect(await watchAt(filedAt + hour)).toEqual([]);
  expect(await watchAt(row.firstAnswerDue!.getTime() - 20 * minute)).toEqual(["first-answer-soon"]);
  const overdue = async () =>
    (
      await (await staff("desk@rabta.example", "demo-desk-1"))().queue({ query: { which: "overdue" } })
    ).requests.map((one) => one.reference);
  expect(await overdue()).toEqual([]);
  expect(await watchAt(row.firstAnswerDue!.getTime() + minute)).toEqual([
    "first-answer-soon",
    "first-answer-late",
  ]);
  expect(await watchAt(row.firstAnswerDue!.getTime() + hour)).toEqual([
    "first-answer-soon",
    "first-answer-late",
  ]);
  expect(await overdue()).toEqual([reference]);
  const late = await client.serviceRequest.findUniqueOrThrow({ where: { reference } });
  expect([late.urgent, late.lastEntry]).toEqual([true, 4]);
  const told = await client.delivery.findMany({ where: { kind: "desk-overdue" } });
  expect(told.map(({ chat }) => chat)).toEqual(["kamran"]);

  clock.now = demoNow;
  await desk().actOnRequest({ params: { reference }, body: { action: "answer", words: "Tomorrow" } });
  expect(await watchAt(row.resolutionDue!.getTime() + minute)).toEqual([
    "first-answer-soon",
    "first-answer-late",
    "resolution-late",
  ]);
  // The student sees nothing of it.
  clock.now = demoNow;
  const { history } = await student().request({ params: { reference } });
  expect(history.map(({ state }) => state)).toEqual(["pending", "in_review"]);
});

test("the figures count what there is, and the median and the ratings of the last thirty days", async () => {
  university.clock.now = demoNow;
  const admin = await staff("admin@rabta.example", "demo-desk-3");
  const stats = await admin().deskStats();
  expect(stats).toMatchObject({ open: 4, waiting: 1, ratings: 2, satisfaction: 4.5 });
  expect(stats.medianFirstAnswer).toBe(24 * 60);
  expect(stats.days).toHaveLength(14);
  expect(stats.days.at(-1)).toEqual({ on: "2026-11-23", filed: 1, resolved: 0 });
  const picture = Buffer.from(await admin().deskStatsPicture());
  expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1080, 860]);
});

test("a student is told when the desk answers: now, tomorrow, or after the weekend", async () => {
  const student = await university.logIn("22P-123456");
  const at = async (instant: string) => {
    university.clock.now = new Date(instant);
    return student().deskHours();
  };
  expect(await at("2026-11-23T09:00:00Z")).toMatchObject({
    open: true,
    answeredBy: "2026-11-24T05:00:00.000Z",
  });
  const { week } = await at("2026-11-23T09:00:00Z");
  expect(week.map(({ weekday }) => weekday)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(week[4]).toEqual({ weekday: 5, from: 9 * 60, to: 12 * 60 + 30 });
  expect(await at("2026-11-23T20:00:00Z")).toMatchObject({
    open: false,
    opensAt: "2026-11-24T04:00:00.000Z",
  });
  expect(await at("2026-11-28T13:00:00Z")).toMatchObject({
    open: false,
    opensAt: "2026-11-30T04:00:00.000Z",
  });
  university.clock.now = demoNow;
});

test("the page shows a request as late by the university's clock, and none that is over", async () => {
  const { api, clock, database } = university;
  const app = Fastify();
  onTestFinished(() => app.close());
  await app.register(deskPage({ channels: () => [], api, university: "Rabta", language: "en" }));
  const reference = "SR-2026-000007";
  const { createdAt } = await database.client.serviceRequest.update({
    where: { reference },
    data: {
      firstAnswerDue: new Date(demoNow.getTime() + hour),
      resolutionDue: new Date(demoNow.getTime() + hour),
    },
  });
  /** How the page lists it at a moment: every member logs in anew, as on another day. */
  async function listedAt(instant: number) {
    clock.now = new Date(instant);
    const payload = { email: "admin@rabta.example", password: "demo-desk-3" };
    const login = await app.inject({ method: "POST", url: "/desk/login", payload });
    const cookie = String(login.headers["set-cookie"]).split(";")[0] ?? "";
    const url = `/desk/requests?find=${reference}`;
    const [listed] = (await app.inject({ url, headers: { cookie } })).json().requests;
    return listed;
  }
  const later = demoNow.getTime() + 2 * hour;
  // Whatever the clock of this machine says.
  expect(await listedAt(demoNow.getTime())).toMatchObject({ overdue: false, due: expect.any(String) });
  expect(await listedAt(later)).toMatchObject({ overdue: true, createdAt: createdAt.toISOString() });
  const admin = await staff("admin@rabta.example", "demo-desk-3");
  const body = { action: "close" as const, words: "Done" };
  const closed = await admin().actOnRequest({ params: { reference }, body });
  expect(closed).toMatchObject({ state: "closed", due: null, overdue: false });
  expect(await listedAt(later)).toMatchObject({ overdue: false, due: null });
});
