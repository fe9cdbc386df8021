import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { smsGatewayOfATest } from "../doubles/sms-gateway.ts";
import { type Campus, day, minute, newChat, newKey, openApi, openCampus, refusal } from "./campus.ts";
import { databases } from "./databases.ts";
import { password } from "./records.ts";

const fresh = "a quite new secret";

describe.each(databases)("a forgotten password, on %s", (_, open) => {
  let campus: Campus;
  beforeAll(async () => {
    campus = await openCampus(await open());
  });
  afterAll(() => campus.database.close());

  async function forgetful(own: Parameters<Campus["admit"]>[0] = {}) {
    const gateway = await smsGatewayOfATest();
    const { api, clock, logged } = await openApi(campus, { smsUrl: gateway.url });
    const student = await campus.admit(own);
    const { registrationNumber } = student;
    const chat = newChat();
    const call = (key: string = newKey()) => api.for({ idempotencyKey: key });
    const ask = (of = registrationNumber, key?: string, from = chat) =>
      call(key).requestLoginCode({
        body: { ...from, registrationNumber: of, by: "phone", language: "en" },
      });
    const code = async () => /\d{6}/.exec((await gateway.next()).text)?.[0] ?? "";
    const check = (tried: string, from = chat, key?: string) =>
      call(key).checkLoginCode({ body: { ...from, code: tried } });
    const set = (to = fresh, from = chat, key?: string) =>
      call(key).setPassword({ body: { ...from, password: to } });
    const login = (with_: string, from = newChat()) =>
      call().login({ body: { ...from, registrationNumber, password: with_ } });
    return { api, clock, logged, gateway, student, chat, ask, code, check, set, login };
  }

  test("is set anew with the code from the registered phone; the chat is logged in and the old one is void", async () => {
    const { ask, code, check, set, login, student } = await forgetful();
    await ask();
    await check(await code());
    const { student: loggedIn } = await set();
    expect(loggedIn.registrationNumber).toBe(student.registrationNumber);
    expect(await refusal(login(password))).toBe("wrong-credentials");
    expect((await login(fresh)).student.registrationNumber).toBe(student.registrationNumber);
  });

  test("is no different from a first login", async () => {
    const { ask, code, check, set, login } = await forgetful({ passwordHash: null });
    await ask();
    await check(await code());
    await set();
    expect((await login(fresh)).token).not.toBe("");
  });

  test("is asked for in the same words whether or not there is such an account, and only a real one gets a code", async () => {
    const { ask, check, gateway, set } = await forgetful();
    expect(await ask("99Z-999999")).toEqual({ done: true });
    for (let time = 0; time < 4; time++) expect(await refusal(check("000000"))).toBe("wrong-code");
    expect(await refusal(check("000000"))).toBe("code-expired");
    expect(await refusal(set())).toBe("code-expired");
    expect(gateway.taken).toEqual([]);
  });

  test("is asked for three times an hour by an account and by a chat, real or not", async () => {
    const { ask, clock, gateway } = await forgetful();
    const nobodys = await forgetful();
    for (let time = 0; time < 3; time++) {
      await ask(undefined, undefined, newChat());
      await nobodys.ask("98Z-999999", undefined, newChat());
      clock.pass(minute);
    }
    expect(await refusal(ask(undefined, undefined, newChat()))).toBe("too-many-codes");
    expect(await refusal(nobodys.ask("98Z-999999", undefined, newChat()))).toBe("too-many-codes");
    expect(gateway.taken).toHaveLength(3);
    clock.pass(57 * minute);
    expect(await refusal(ask(undefined, undefined, newChat()))).toBe("done");
    const busy = newChat();
    for (const of of ["90Z-000001", "90Z-000002", "90Z-000003"]) await ask(of, undefined, busy);
    expect(await refusal(ask("90Z-000004", undefined, busy))).toBe("too-many-codes");
  });

  test("at once from many chats gets three codes all the same", async () => {
    const { ask } = await forgetful();
    const asked = await Promise.all(
      Array.from({ length: 8 }, () => refusal(ask(undefined, undefined, newChat()))),
    );
    expect(asked.filter((one) => one === "done")).toHaveLength(3);
  });

  test("asked for again with the same key sends one code", async () => {
    const { ask, gateway, code } = await forgetful();
    const key = newKey();
    await ask(undefined, key);
    await code();
    await ask(undefined, key);
    await ask();
    await code();
    expect(gateway.taken).toHaveLength(2);
  });

  test("takes five tries of a code, not six, however fast they come; the right one is then too late", async () => {
    const { ask, code, check } = await forgetful();
    await ask();
    const right = await code();
    const wrong = right === "111111" ? "222222" : "111111";
    const tries = await Promise.all(Array.from({ length: 8 }, () => refusal(check(wrong))));
    expect(tries.filter((one) => one === "wrong-code")).toHaveLength(4);
    expect(tries.filter((one) => one === "code-expired")).toHaveLength(4);
    expect(await refusal(check(right))).toBe("code-expired");
  });

  test("takes a code for ten minutes, only the newest, and only in the chat that asked", async () => {
    const { ask, code, check, clock, set } = await forgetful();
    await ask();
    const first = await code();
    await ask();
    const second = await code();
    expect(await refusal(check(second, newChat()))).toBe("code-expired");
    if (first !== second) expect(await refusal(check(first))).toBe("wrong-code");
    clock.pass(10 * minute);
    expect(await refusal(check(second))).toBe("code-expired");
    clock.pass(day);
    await ask();
    await check(await code());
    expect(await refusal(set(fresh, newChat()))).toBe("code-expired");
    clock.pass(10 * minute);
    expect(await refusal(set())).toBe("code-expired");
  });

  test("is set once for a code, and repeated with the same key answers the same", async () => {
    const { ask, code, check, set, chat } = await forgetful();
    await ask();
    await check(await code());
    expect(await refusal(set("12345678"))).toBe("weak-password");
    const key = newKey();
    const login = await set(fresh, chat, key);
    expect(await set(fresh, chat, key)).toEqual(login);
    expect(await refusal(set("and another secret"))).toBe("code-expired");
  });

  test("needs no code where the messenger vouches for the registered number", async () => {
    const { api, set, student, login } = await forgetful();
    const vouch = (phone: string, chat: ReturnType<typeof newChat>) =>
      api.for({ idempotencyKey: newKey() }).checkContact({
        body: { ...chat, registrationNumber: student.registrationNumber, phone, language: "en" },
      });
    const [wrong, right] = [newChat(), newChat()];
    expect(await refusal(vouch("+923009999999", wrong))).toBe("contact-not-registered");
    expect(await refusal(set(fresh, wrong))).toBe("code-expired");
    await vouch("+923001234567", right);
    await set(fresh, right);
    expect((await login(fresh)).token).not.toBe("");
  });

  test("ends the wait after wrong passwords", async () => {
    const { login, ask, code, check, set, clock } = await forgetful();
    for (let time = 0; time < 5; time++) await refusal(login("wrong"));
    expect(await refusal(login(password))).toBe("too-many-attempts");
    await ask();
    await check(await code());
    await set();
    expect((await login(fresh)).token).not.toBe("");
    expect(clock.now()).toBeInstanceOf(Date);
  });

  test("is told to every other chat, quiet hours or not; “not me” shows everybody out", async () => {
    const { api, ask, code, check, set, login, student, clock } = await forgetful();
    const chats = [newChat(), newChat()];
    const victims = [await login(password, chats[0]), await login(password, chats[1])];
    await campus.database.client.student.update({
      where: { id: student.id },
      data: { quietFrom: 0, quietTo: 1439 },
    });
    await ask();
    await check(await code());
    const thief = await set();
    const told = await campus.database.client.delivery.findMany({
      where: { studentId: student.id, kind: "password-changed" },
    });
    expect(told.map(({ chat }) => chat).toSorted()).toEqual(chats.map(({ chat }) => chat).toSorted());
    expect(told.every(({ dueAt }) => +dueAt <= +clock.now())).toBe(true);
    await api.for({ token: victims[0]!.token, idempotencyKey: newKey() }).disownPassword();
    for (const { token } of [...victims, thief]) {
      expect(await refusal(api.for({ token }).profile())).toBe("login-expired");
    }
    expect(await refusal(login(fresh))).toBe("wrong-credentials");
  });

  test("leaves no code, password or phone number in the log or the database", async () => {
    const { ask, code, check, set, logged } = await forgetful();
    await ask();
    const digits = await code();
    await check(digits);
    await set("a password to look for");
    const rows = JSON.stringify([
      await campus.database.client.loginChallenge.findMany(),
      await campus.database.client.idempotencyKey.findMany(),
      await campus.database.client.auditEntry.findMany(),
    ]);
    for (const secret of ["a password to look for", "+923001234567"]) {
      expect(logged.join("\n")).not.toContain(secret);
      expect(rows).not.toContain(secret);
    }
    expect(logged.join("\n")).not.toContain(digits);
    expect(rows).not.toContain(`"${digits}"`);
  });
});
