import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Api } from "../../api/contract/client.ts";
import { type StaffAction, staffActions } from "../../api/contract/desk.ts";
import { refusal } from "../api/campus.ts";
import { hire } from "../api/hire.ts";
import { password } from "../api/records.ts";
import { demoNow } from "../database.ts";
import { testUniversity } from "../university.ts";

/** A request in each state from which staff can do something. */
const requests = ["SR-2026-000003", "SR-2026-000005", "SR-2026-000006", "SR-2026-000007"];

describe("who may do what at the desk", () => {
  let university: Awaited<ReturnType<typeof testUniversity>>;
  /** Who tries, and how the API answers them. */
  const callers: Record<string, { call: () => Api; answer: string }> = {};

  beforeAll(async () => {
    university = await testUniversity({ now: demoNow });
    const { client } = university.database;
    const karachi = await client.regionalOffice.findUniqueOrThrow({ where: { code: "KHI" } });
    const exams = await client.department.create({ data: { code: "exams", name: "Examinations" } });
    const login = async (own: object) => {
      const { email, id } = await hire(university, own as { role?: "agent" });
      await client.staff.update({ where: { id }, data: own });
      const body = { channel: "web", chat: randomUUID(), email, password };
      const { token } = await university.api.for({ idempotencyKey: randomUUID() }).staffLogin({ body });
      return { id, token, as: () => university.api.for({ token, idempotencyKey: randomUUID() }) };
    };
    const chat = (address: string) => () =>
      university.api.for({ staffChat: { channel: "telegram", chat: address }, idempotencyKey: randomUUID() });
    const student = await university.logIn("22P-123456");
    const left = await login({});
    await client.staff.update({ where: { id: left.id }, data: { disabledAt: demoNow } });
    const loggedOut = await login({});
    await client.staffChat.updateMany({ where: { staffId: loggedOut.id }, data: { revokedAt: demoNow } });
    const linked = await login({});
    await client.staffChat.create({
      data: { staffId: linked.id, channel: "telegram", chat: "77", tokenHash: "77", revokedAt: demoNow },
    });
    const required = "staff-login-required";
    Object.assign(callers, {
      "nobody's token": {
        call: () => university.api.for({ token: "x".repeat(43), idempotencyKey: randomUUID() }),
        answer: "staff-login-expired",
      },
      "a student's token": { call: () => student(), answer: "staff-login-expired" },
      "a chat that is not linked": { call: chat("666"), answer: required },
      "a chat that was unlinked": { call: chat("77"), answer: required },
      "who has left": { call: left.as, answer: "staff-login-expired" },
      "who logged out": { call: loggedOut.as, answer: "staff-login-expired" },
      "an agent of another office": {
        call: (await login({ regionalOfficeId: karachi.id })).as,
        answer: "not-your-office",
      },
      "an agent of another department": {
        call: (await login({ departmentId: exams.id })).as,
        answer: "not-your-office",
      },
      "a supervisor of another office": {
        call: (await login({ role: "supervisor", regionalOfficeId: karachi.id })).as,
        answer: "not-your-office",
      },
    });
  });
  afterAll(() => university.close());

  /** Everything that an action could change. */
  const everything = async () => {
    const { client } = university.database;
    return JSON.stringify([
      await client.serviceRequest.findMany({ orderBy: { id: "asc" } }),
      await client.requestMessage.findMany({ orderBy: { id: "asc" } }),
      await client.requestEvent.count(),
      await client.delivery.count(),
      await client.student.findMany({ where: { registrationNumber: "22P-123456" } }),
    ]);
  };
  const act = (api: Api, reference: string, action: StaffAction) =>
    api.actOnRequest({ params: { reference }, body: { action, words: "Hm", to: "desk@rabta.example" } });

  const names = [
    ...["nobody's token", "a student's token", "a chat that is not linked", "a chat that was unlinked"],
    ...["who has left", "who logged out", "an agent of another office", "an agent of another department"],
    "a supervisor of another office",
  ];
  test.each(names)("%s can do nothing, with any request", async (name) => {
    const { call, answer } = callers[name]!;
    const before = await everything();
    for (const reference of requests) {
      for (const action of staffActions) expect(await refusal(act(call(), reference, action))).toBe(answer);
      const params = { reference };
      expect(await refusal(call().deskRequest({ params }))).toBe(answer);
      expect(await refusal(call().revealRequest({ params }))).toBe(answer);
      expect(await refusal(call().savedReplies({ params }))).toBe(answer);
      expect(await refusal(call().deskFile({ params: { reference, id: randomUUID() } }))).toBe(answer);
    }
    const messages = await university.database.client.requestMessage.findMany({ select: { id: true } });
    for (const { id } of messages) {
      const others = answer === "not-your-office" ? "not-allowed" : answer;
      expect(await refusal(call().editAnswer({ params: { id }, body: { words: "Hm" } }))).toBe(others);
      expect(await refusal(call().deleteAnswer({ params: { id } }))).toBe(others);
    }
    expect(await everything()).toBe(before);
  });

  test("another office's queue and figures are empty", async () => {
    const { call } = callers["an agent of another office"]!;
    for (const which of ["open", "waiting", "mine", "overdue"] as const)
      expect((await call().queue({ query: { which } })).requests).toEqual([]);
    for (const find of ["22P-123456", "SR-2026-000001", "Ayesha"])
      expect((await call().queue({ query: { find } })).requests, find).toEqual([]);
    expect(await call().deskStats()).toMatchObject({ open: 0, waiting: 0, overdue: 0, ratings: 0 });
  });

  describe("of one's own office", () => {
    let own: () => Api;
    let other: () => Api;
    beforeAll(async () => {
      const lahore = await university.database.client.regionalOffice.findUniqueOrThrow({
        where: { code: "LHR" },
      });
      const login = async (name: string) => {
        const { email } = await hire(university, { name });
        await university.database.client.staff.update({
          where: { email },
          data: { regionalOfficeId: lahore.id },
        });
        const body = { channel: "web", chat: randomUUID(), email, password };
        const { token } = await university.api.for({ idempotencyKey: randomUUID() }).staffLogin({ body });
        return () => university.api.for({ token, idempotencyKey: randomUUID() });
      };
      own = await login("Asma Tariq");
      other = await login("Fahad Mirza");
    });
    beforeEach(async () => {
      const { client } = university.database;
      await client.serviceRequest.updateMany({
        where: { reference: "SR-2026-000007" },
        data: { state: "pending", assigneeId: null },
      });
    });

    test("what one has taken is the other's to note on, and nothing else", async () => {
      await act(own(), "SR-2026-000007", "take");
      const before = await everything();
      for (const action of staffActions.filter((one) => one !== "note"))
        await expect(act(other(), "SR-2026-000007", action)).rejects.toMatchObject({
          code: "taken-by-another",
          details: { about: ["Asma Tariq"] },
        });
      expect(await everything()).toBe(before);
      await act(other(), "SR-2026-000007", "note");
    });

    test("handing over makes it the other's, who is told; an office apart is nobody to hand over to", async () => {
      const { client } = university.database;
      const hand = (to: string) =>
        own().actOnRequest({ params: { reference: "SR-2026-000007" }, body: { action: "assign", to } });
      expect(await refusal(hand("nobody at all"))).toBe("no-such-colleague");
      const elsewhere = await client.staff.findFirstOrThrow({ where: { regionalOffice: { code: "KHI" } } });
      expect(await refusal(hand(elsewhere.email))).toBe("no-such-colleague");
      await client.delivery.deleteMany();
      expect((await hand("fahad mirza")).assignee).toBe("Fahad Mirza");
      expect(await client.delivery.findMany({ where: { kind: "desk-assigned" } })).toHaveLength(1);
      expect(await refusal(act(own(), "SR-2026-000007", "answer"))).toBe("taken-by-another");
      await act(other(), "SR-2026-000007", "answer");
    });

    test("only an admin makes a link code for somebody else; a code works once, for ten minutes", async () => {
      const code = (api: Api, email?: string) => api.linkCode({ body: email ? { email } : {} });
      expect(await refusal(code(own(), "desk@rabta.example"))).toBe("not-allowed");
      const body = {
        channel: "web",
        chat: randomUUID(),
        email: "admin@rabta.example",
        password: "demo-desk-3",
      };
      const { token } = await university.api.for({ idempotencyKey: randomUUID() }).staffLogin({ body });
      const admin = () => university.api.for({ token, idempotencyKey: randomUUID() });
      const made = await code(admin(), "ＤＥＳＫ@rabta.example ");
      expect(made.name).toBe("Sadia Noreen");
      const link = (chat: string, written = made.code) =>
        university.api
          .for({ idempotencyKey: randomUUID() })
          .linkStaffChat({ body: { channel: "telegram", chat, code: written } });
      expect(await link("1001", made.code.toLowerCase().replace("-", " "))).toEqual({
        name: "Sadia Noreen",
        role: "agent",
      });
      expect(await refusal(link("1002"))).toBe("code-expired");
      const late = (await code(own())).code;
      university.clock.now = new Date(demoNow.getTime() + 10 * 60_000);
      expect(await refusal(link("1003", late))).toBe("code-expired");
      for (let time = 0; time < 5; time++) await refusal(link("1004", "AAAA-AAAA"));
      expect(await refusal(link("1004", "AAAA-AAAA"))).toBe("too-many-attempts");
      university.clock.now = demoNow;
    });
  });
});
