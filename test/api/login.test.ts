import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { verifyPassword } from "../../prisma/passwords.ts";
import { type Campus, day, newChat, newKey, openApi, openCampus, refusal, serviceKey } from "./campus.ts";
import { databases } from "./databases.ts";
import { failTimes, tryIn } from "./logging-in.ts";
import { password } from "./records.ts";

vi.mock("../../prisma/passwords.ts", { spy: true });

describe.each(databases)("logging in, on %s", (_, open) => {
  let campus: Campus;
  beforeAll(async () => {
    campus = await openCampus(await open());
  });
  afterAll(() => campus.database.close());

  test("gives the chat a token for 30 days, of which only the hash is kept", async () => {
    const { api, clock } = await openApi(campus);
    const student = await campus.admit();
    const { token, expiresAt, student: summary } = await tryIn(api, newChat(), student.registrationNumber);
    expect(summary).toEqual({
      registrationNumber: student.registrationNumber,
      name: "Fatima <b>Noor</b>",
      nameUrdu: "فاطمہ نور",
      programme: { code: "BA", name: "Associate Degree in Arts", nameUrdu: null },
      language: null,
      askAgain: false,
    });
    expect(Date.parse(expiresAt) - clock.now().getTime()).toBe(30 * day);
    expect((await api.for({ token }).profile()).registrationNumber).toBe(student.registrationNumber);
    const link = await campus.database.client.chatLink.findFirstOrThrow({ where: { studentId: student.id } });
    expect(JSON.stringify(link)).not.toContain(token);
    clock.pass(30 * day - 1);
    await api.for({ token }).profile();
    clock.pass(1);
    expect(await refusal(api.for({ token }).profile())).toBe("login-expired");
  });

  test("reads the registration number as students write it", async () => {
    const { api } = await openApi(campus);
    const { registrationNumber } = await campus.admit();
    const urdu = registrationNumber
      .toLowerCase()
      .replace(/\d/g, (digit) => String.fromCharCode(0x6f0 + Number(digit)));
    expect((await tryIn(api, newChat(), urdu)).student.registrationNumber).toBe(registrationNumber);
  });

  test("ends the chat's older login, and no other chat's", async () => {
    const { api } = await openApi(campus);
    const { registrationNumber } = await campus.admit();
    const chat = newChat();
    const first = await tryIn(api, chat, registrationNumber);
    const elsewhere = await tryIn(api, newChat(), registrationNumber);
    const second = await tryIn(api, chat, registrationNumber);
    expect(await refusal(api.for(first).profile())).toBe("login-expired");
    expect(await refusal(api.for(elsewhere).profile())).toBe("done");
    expect(await refusal(api.for(second).profile())).toBe("done");
  });

  test("answers the same, byte for byte and with the same work, whether or not there is an account", async () => {
    const { app } = await openApi(campus);
    const known = await campus.admit();
    const locked = await campus.admit({ passwordHash: null });
    const erased = await campus.admit({ erasedAt: new Date() });
    const numbers = [known, locked, erased].map(({ registrationNumber }) => registrationNumber);
    const answers: unknown[] = [];
    for (const registrationNumber of [...numbers, "99Z-999999", "no number", "😀"]) {
      vi.mocked(verifyPassword).mockClear();
      const { statusCode, body } = await app.inject({
        method: "POST",
        url: "/v1/auth/login",
        headers: { authorization: `Bearer ${serviceKey}`, "idempotency-key": newKey() },
        payload: { ...newChat(), registrationNumber, password: "wrong" },
      });
      answers.push({ statusCode, body, verified: vi.mocked(verifyPassword).mock.calls.length });
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ statusCode: 401, verified: 1 });
  });

  test("is audited without its secrets", async () => {
    const { api } = await openApi(campus);
    const { id, registrationNumber } = await campus.admit();
    const chat = newChat();
    await failTimes(api, 1, () => chat, registrationNumber);
    await refusal(tryIn(api, chat, "my-secret-password", "wrong"));
    const { token } = await tryIn(api, chat, registrationNumber);
    await api.for({ token, idempotencyKey: newKey() }).logout();
    const { auditEntry } = campus.database.client;
    const failed = await auditEntry.findFirstOrThrow({ where: { subjectId: registrationNumber } });
    expect(failed.to).toEqual({ channel: chat.channel, chat: expect.any(String) });
    const entries = await auditEntry.findMany({
      where: {
        // What failed in the same chat is found by it, though nobody can read which chat that is.
        OR: [{ subjectId: { in: [id, registrationNumber] } }, { to: { equals: failed.to ?? {} } }],
      },
      orderBy: { id: "asc" },
    });
    expect(entries.map(({ action, subjectId }) => [action, subjectId])).toEqual([
      ["login-failed", registrationNumber],
      ["login-failed", "unreadable"],
      ["login", id],
      ["logout", id],
    ]);
    for (const secret of [password, "wrong", "my-secret-password", token, chat.chat]) {
      expect(JSON.stringify(entries)).not.toContain(secret);
    }
  });

  test("ends with the logout, which answers a repetition the same", async () => {
    const { api } = await openApi(campus);
    const { registrationNumber } = await campus.admit();
    const { token } = await tryIn(api, newChat(), registrationNumber);
    const key = newKey();
    expect(await api.for({ token, idempotencyKey: key }).logout()).toEqual({ done: true });
    expect(await api.for({ token, idempotencyKey: key }).logout()).toEqual({ done: true });
    expect(await refusal(api.for({ token, idempotencyKey: newKey() }).logout())).toBe("login-expired");
    expect(await refusal(api.for({ token }).profile())).toBe("login-expired");
  });

  test("says what no log line knows", async () => {
    const { api, logged } = await openApi(campus);
    const { registrationNumber } = await campus.admit();
    const chat = newChat();
    const { token } = await tryIn(api, chat, registrationNumber);
    await refusal(tryIn(api, chat, registrationNumber, "wrong"));
    expect(logged.some((line) => line.includes('"route":"/v1/auth/login"'))).toBe(true);
    for (const private_ of [registrationNumber, password, "wrong-", token, chat.chat, serviceKey]) {
      expect(logged.join("")).not.toContain(private_ === "wrong-" ? '"wrong"' : private_);
    }
  });
});
