import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import type { StaffAction } from "../../api/contract/desk.ts";
import { refusal } from "../api/campus.ts";
import { demoNow } from "../database.ts";
import { testUniversity } from "../university.ts";

const engines = ["pglite", ...(process.env.TEST_POSTGRES_URL ? (["postgresql"] as const) : [])] as const;

describe.each(engines)("the desk, on %s", (engine) => {
  let university: Awaited<ReturnType<typeof testUniversity>>;
  beforeAll(async () => {
    university = await testUniversity({ engine, now: demoNow });
  });
  beforeEach(async () => {
    university.clock.now = demoNow;
    const { client } = university.database;
    await client.lockout.deleteMany();
    await client.delivery.deleteMany();
    await client.serviceRequest.updateMany({ data: { assigneeId: null } });
    await client.serviceRequest.update({
      where: { reference: "SR-2026-000007" },
      data: { state: "pending" },
    });
  });
  afterAll(() => university.close());

  const passwords = { desk: "demo-desk-1", supervisor: "demo-desk-2", admin: "demo-desk-3" };
  const login = (email: string, password: string, chat: string = crypto.randomUUID()) =>
    university.api
      .for({ idempotencyKey: crypto.randomUUID() })
      .staffLogin({ body: { channel: "web", chat, email, password } });
  async function at(who: keyof typeof passwords) {
    const { token } = await login(`${who}@rabta.example`, passwords[who]);
    const call = () => university.api.for({ token, idempotencyKey: crypto.randomUUID() });
    const act = (reference: string, action: StaffAction, words?: string) =>
      call().actOnRequest({ params: { reference }, body: { action, ...(words && { words }) } });
    return { token, call, act };
  }
  const address = "SR-2026-000007";

  test("lets in who works there, and nobody else; a chat waits after five wrong passwords", async () => {
    expect((await login(" Desk@Rabta.example ", "demo-desk-1")).staff).toEqual({
      name: "Sadia Noreen",
      role: "agent",
    });
    const chat = "one chat";
    for (const [email, password] of [
      ["desk@rabta.example", "demo-desk-2"],
      ["nobody@rabta.example", "demo-desk-1"],
    ] as const)
      expect(await refusal(login(email, password, chat))).toBe("wrong-staff-credentials");
    await university.database.client.staff.update({
      where: { email: "admin@rabta.example" },
      data: { disabledAt: demoNow },
    });
    for (let time = 0; time < 3; time++)
      expect(await refusal(login("admin@rabta.example", "demo-desk-3", chat))).toBe(
        "wrong-staff-credentials",
      );
    expect(await refusal(login("desk@rabta.example", "demo-desk-1", chat))).toBe("too-many-attempts");
    await university.database.client.staff.update({
      where: { email: "admin@rabta.example" },
      data: { disabledAt: null },
    });
  });

  test("keeps nothing of a password that was typed in the place of the address; an address waits wherever it is", async () => {
    expect(await refusal(login("My-P@ssw0rd", "x"))).toBe("wrong-staff-credentials");
    for (let time = 0; time < 5; time++)
      expect(await refusal(login("Nobody@rabta.example", "x"))).toBe("wrong-staff-credentials");
    expect(await refusal(login("nobody@rabta.example", "x"))).toBe("too-many-attempts");
    const { client } = university.database;
    const failed = await client.auditEntry.findMany({
      ...{ where: { action: "login-failed" }, orderBy: { id: "desc" }, take: 6 },
    });
    expect(new Set(failed.map(({ subjectId }) => subjectId))).toEqual(
      new Set(["unreadable", "nobody@rabta.example"]),
    );
    expect(JSON.stringify([failed, await client.lockout.findMany()])).not.toMatch(/ssw0rd/i);
  });

  test("ends a login after a working day, when it is ended, and when its member leaves", async () => {
    const { call } = await at("desk");
    university.clock.now = new Date(demoNow.getTime() + 12 * 3_600_000);
    expect(await refusal(call().queue({ query: {} }))).toBe("staff-login-expired");
    university.clock.now = demoNow;
    await call().queue({ query: {} });
    await call().staffLogout();
    expect(await refusal(call().queue({ query: {} }))).toBe("staff-login-expired");
    const kept = await university.database.client.auditEntry.findMany({ where: { action: "logout" } });
    expect(kept).toMatchObject([{ actor: "staff", subject: "staff" }]);
  });

  test("lists what is open, what waits and what is one's own, oldest first and page by page", async () => {
    const { call, act } = await at("desk");
    const all = async (which: "open" | "waiting" | "mine") =>
      (await call().queue({ query: { which } })).requests.map(({ reference }) => reference);
    expect(await all("open")).toEqual(["SR-2026-000005", "SR-2026-000006", address]);
    expect([await all("waiting"), await all("mine")]).toEqual([[address], []]);
    const first = await call().queue({ query: { limit: 2 } });
    expect(first.next).toBe("SR-2026-000006");
    const second = await call().queue({ query: { limit: 2, after: "SR-2026-000006" } });
    expect([second.requests.length, second.next]).toEqual([1, null]);
    await act(address, "take");
    expect([await all("waiting"), await all("mine")]).toEqual([[], [address]]);
    expect(await refusal(call().queue({ query: { after: "SR-2020-000001" } }))).toBe("not-found");
  });

  test("finds a request by its reference, a student's by the number, and the open ones by a name", async () => {
    const { call, act } = await at("desk");
    const find = async (by: string) =>
      (await call().queue({ query: { find: by } })).requests.map(({ reference }) => reference);
    expect(await find("sr-2026-000003")).toEqual(["SR-2026-000003"]);
    const all = [7, 6, 5, 4, 3, 2, 1].map((number) => `SR-2026-00000${number}`);
    expect(await find("۲۲p ۱۲۳۴۵۶")).toEqual(all);
    const open = [address, "SR-2026-000006", "SR-2026-000005"];
    for (const name of ["ayesha", "siddiqa AYESHA", "عائشہ"]) expect(await find(name), name).toEqual(open);
    // Of a colleague who is away.
    expect(await find("sadia noreen")).toEqual([]);
    await act(address, "take");
    expect(await find("sadia noreen")).toEqual([address]);
    for (const nobody of ["ayesha khan", "23B-654321", "%", "SR-2026-999999"])
      expect(await find(nobody), nobody).toEqual([]);
    const first = await call().queue({ query: { find: "22P-123456", limit: 3 } });
    const rest = await call().queue({ query: { find: "22P-123456", after: first.next ?? "" } });
    expect([...first.requests, ...rest.requests].map(({ reference }) => reference)).toEqual(all);
    expect(await refusal(call().queue({ query: { find: " " } }))).toBe("validation-failed");
  });

  test("shows a request with what it would change, masked until somebody asks, which is kept", async () => {
    const { call } = await at("desk");
    const shown = await call().deskRequest({ params: { reference: "SR-2026-000005" } });
    expect(shown).toMatchObject({
      student: { registrationNumber: "22P-123456", regionalOffice: "Lahore" },
      earlier: { count: 4 },
      changes: [{ field: "cnic", from: "35202-*****-1", to: "35202-*****-1" }],
      actions: ["answer", "note", "reject", "assign", "hand-back"],
    });
    const revealed = await call().revealRequest({ params: { reference: "SR-2026-000005" } });
    expect(revealed.changes).toEqual([{ field: "cnic", from: "35202-1234567-1", to: "35202-1234568-1" }]);
    expect(await university.database.client.auditEntry.count({ where: { action: "request.revealed" } })).toBe(
      1,
    );
    const name = await call().deskRequest({ params: { reference: "SR-2026-000006" } });
    expect(name.changes).toEqual([{ field: "name", from: "Ayesha Siddiqa", to: "Ayesha Siddiqua" }]);
    expect(await refusal(call().deskRequest({ params: { reference: "SR-2020-000001" } }))).toBe("not-found");
  });

  test("takes, answers and approves: the record is changed, and the student is told each time", async () => {
    const student = await university.logIn("22P-123456");
    const { call, act } = await at("desk");
    expect(await refusal(act(address, "approve"))).toBe("action-not-possible");
    expect(await act(address, "take")).toMatchObject({ state: "in_review", assignee: "Sadia Noreen" });
    expect(await refusal(act(address, "answer"))).toBe("validation-failed");
    await act(address, "answer", "Is it Block C?");
    expect((await student().request({ params: { reference: address } })).messages.at(-1)).toMatchObject({
      author: "staff",
      body: "Is it Block C?",
    });
    await act(address, "approve");
    const record = await student().profile();
    expect(record.address).toBe("***, Lahore");
    const told = await university.database.client.delivery.findMany({ orderBy: { number: "asc" } });
    expect(told.map(({ kind, payload }) => [kind, (payload as { state?: string }).state])).toEqual([
      ["request-changed", "in_review"],
      ["request-answered", undefined],
      ["request-changed", "approved"],
      ["request-over", undefined],
    ]);
    // What staff write stands in the request alone, sealed.
    expect(JSON.stringify(told.map(({ payload }) => payload))).not.toContain("Block C");
    expect((await call().deskRequest({ params: { reference: address } })).actions).toEqual(["note"]);
  });

  test("leaves a request to who has taken it; a supervisor may step in", async () => {
    const [desk, admin] = [await at("desk"), await at("admin")];
    const other = await university.database.client.staff.create({
      data: {
        email: `${crypto.randomUUID()}@rabta.example`,
        name: "Nadia",
        role: "agent",
        passwordHash: (
          await university.database.client.staff.findUniqueOrThrow({ where: { email: "desk@rabta.example" } })
        ).passwordHash,
      },
    });
    const { token } = await login(other.email, "demo-desk-1");
    const second = university.api.for({ token, idempotencyKey: crypto.randomUUID() });
    await desk.act(address, "take");
    const tried = second.actOnRequest({
      params: { reference: address },
      body: { action: "reject", words: "No" },
    });
    await expect(tried).rejects.toMatchObject({
      code: "taken-by-another",
      details: { about: ["Sadia Noreen"] },
    });
    expect((await second.deskRequest({ params: { reference: address } })).actions).toEqual(["note"]);
    expect(await admin.act(address, "reject", "No proof was sent.")).toMatchObject({ state: "rejected" });
    expect(await admin.act(address, "reopen")).toMatchObject({ state: "in_review" });
    await university.database.client.staff.delete({ where: { id: other.id } });
  });

  test("keeps for staff what they write with a claim, and shows its student none of it", async () => {
    const student = await university.logIn("22P-123456");
    const { call, act } = await at("desk");
    await act(address, "take", "He rings every day");
    await act(address, "hand-back", "Nothing to do today");
    await act(address, "close", "Done");
    await act(address, "reopen", "The wrong one was closed");
    const { timeline } = await call().deskRequest({ params: { reference: address } });
    const notes = timeline.filter(({ kind, author }) => kind === "note" && author === "staff");
    expect(notes.map(({ body }) => body)).toEqual([
      "He rings every day",
      "Nothing to do today",
      "The wrong one was closed",
    ]);
    const told = await university.database.client.delivery.findMany();
    const shown = await student().request({ params: { reference: address } });
    expect(JSON.stringify([told.map(({ payload }) => payload), shown])).not.toMatch(/rings|today|wrong one/);
  });

  test("hands a request to the one who is named, and to nobody who only resembles it", async () => {
    const { call } = await at("admin");
    const assign = (to: string) =>
      call().actOnRequest({ params: { reference: address }, body: { action: "assign", to } });
    for (const to of ["\\", "S%", "Sadia_Noreen", "%Noreen"])
      expect(await refusal(assign(to)), to).toBe("no-such-colleague");
    expect(await assign("sadia noreen")).toMatchObject({ assignee: "Sadia Noreen" });
  });

  test("hands no request to who has left", async () => {
    const { call } = await at("admin");
    const { client } = university.database;
    const where = { email: "desk@rabta.example" };
    await client.staff.update({ where, data: { disabledAt: demoNow } });
    onTestFinished(async () => void (await client.staff.update({ where, data: { disabledAt: null } })));
    for (const to of ["sadia noreen", where.email])
      expect(
        await refusal(
          call().actOnRequest({ params: { reference: address }, body: { action: "assign", to } }),
        ),
      ).toBe("no-such-colleague");
    expect(await client.serviceRequest.findUniqueOrThrow({ where: { reference: address } })).toMatchObject({
      ...{ state: "pending", assigneeId: null },
    });
  });

  test("does not say again what was taken back", async () => {
    await university.logIn("22P-123456");
    const { call, act } = await at("desk");
    await act(address, "answer", "Come on Monday");
    const { timeline } = await call().deskRequest({ params: { reference: address } });
    const params = { id: timeline.at(-1)?.message ?? "" };
    await call().deleteAnswer({ params });
    const editing = call().editAnswer({ params, body: { words: "Come on Tuesday" } });
    expect(await refusal(editing)).toBe("not-found");
    const told = await university.database.client.delivery.findMany({ orderBy: { number: "asc" } });
    expect(told.at(-1)).toMatchObject({ kind: "request-unsaid", payload: { message: params.id } });
  });

  test("takes back with a decision what was said of it", async () => {
    const student = await university.logIn("22P-123456");
    const { act } = await at("desk");
    await act(address, "reject", "No proof was sent.");
    const outcome = async () => (await student().request({ params: { reference: address } })).outcome;
    expect(await outcome()).toBe("No proof was sent.");
    await act(address, "reopen");
    expect(await outcome()).toBeNull();
  });

  test("is taken by one of two who press at once", async () => {
    const [one, two] = [await at("desk"), await at("supervisor")];
    const taken = await Promise.all([refusal(one.act(address, "take")), refusal(two.act(address, "take"))]);
    expect(taken.filter((one) => one === "done")).toHaveLength(1);
  });
});
