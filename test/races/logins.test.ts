import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { renewPassword } from "../../api/records/staff.ts";
import { newChat, refusal } from "../api/campus.ts";
import { demoCipher as cipher, demoNow } from "../database.ts";
import { demoPasswords, staffPasswords } from "../university.ts";
import { connect, hasServer, openUniversity, shutGate, standing } from "./gate.ts";

const registrationNumber = "22P-123456";
const email = "desk@rabta.example";

async function open() {
  const university = await openUniversity();
  const { once } = university;
  return {
    ...university,
    login: (password: string = demoPasswords[registrationNumber], chat = newChat()) =>
      refusal(once().login({ body: { ...chat, registrationNumber, password } })),
    staffLogin: (password: string) => once().staffLogin({ body: { ...newChat(), email, password } }),
    /** Before which a call stands that has looked at everything, and has written nothing yet. */
    before: (operation: string) =>
      shutGate(university.databaseUrl, "INSERT ON idempotency_keys", `NEW.route = '${operation}'`),
    student: () => university.database.client.student.findUniqueOrThrow({ where: { registrationNumber } }),
    liveChats: () =>
      university.database.client.chatLink.count({
        where: { student: { registrationNumber }, revokedAt: null },
      }),
  };
}

describe.runIf(hasServer)("logins at once with what ends them, on PostgreSQL", () => {
  test("a failure counts, though a login forgives what failed before at the same moment", async () => {
    const { login, databaseUrl, database } = await open();
    const chat = newChat();
    expect(await login("wrong", chat)).toBe("wrong-credentials");
    const key = `account:${registrationNumber}`;
    const forgiving = await connect(databaseUrl);
    await forgiving.query("BEGIN");
    await forgiving.query("SELECT FROM lockouts WHERE key = $1 FOR UPDATE", [key]);
    const failed = login("wrong", chat);
    await standing(await connect(databaseUrl), 1);
    await forgiving.query("DELETE FROM lockouts WHERE key = $1", [key]);
    await forgiving.query("COMMIT");
    expect(await failed).toBe("wrong-credentials");
    const { failures } = await database.client.lockout.findUniqueOrThrow({ where: { key } });
    expect(failures).toBe(1);
  });

  test("“this was not me” ends a login, too, that is under way with the password of before", async () => {
    const { login, before, logIn, liveChats } = await open();
    const owner = await logIn(registrationNumber);
    const gate = await before("login");
    const theirs = login();
    await gate.standing(1);
    await owner().disownPassword();
    await gate.open();
    expect(await theirs).toBe("wrong-credentials");
    expect(await liveChats()).toBe(0);
  });

  test("“this was not me” ends a new password, too, that is being set with a code of before", async () => {
    const { once, before, logIn, liveChats, student } = await open();
    const owner = await logIn(registrationNumber);
    const thief = newChat();
    const { phoneSealed } = await student();
    const phone = cipher.open("students.phone", phoneSealed ?? "");
    await once().checkContact({ body: { ...thief, registrationNumber, phone, language: "en" } });
    const gate = await before("setPassword");
    const setting = refusal(once().setPassword({ body: { ...thief, password: "a-thief-s-own-words" } }));
    await gate.standing(1);
    await owner().disownPassword();
    await gate.open();
    expect(await setting).toBe("code-expired");
    expect((await student()).passwordHash).toBeNull();
    expect(await liveChats()).toBe(0);
  });

  test("a member's new password ends a login, too, that is under way with the one of before", async () => {
    const { staffLogin, before, database } = await open();
    const gate = await before("staffLogin");
    const theirs = refusal(staffLogin(staffPasswords.desk));
    await gate.standing(1);
    await renewPassword({ database, now: () => demoNow }, email);
    await gate.open();
    expect(await theirs).toBe("wrong-staff-credentials");
    expect(await database.client.staffChat.count({ where: { staff: { email }, revokedAt: null } })).toBe(0);
  });

  test("a member's new password ends a code, too, that was to link a chat", async () => {
    const { staffLogin, once, api, database } = await open();
    const { token } = await staffLogin(staffPasswords.desk);
    const { code } = await api.for({ token, idempotencyKey: randomUUID() }).linkCode({ body: {} });
    await renewPassword({ database, now: () => demoNow }, email);
    expect(await refusal(once().linkStaffChat({ body: { ...newChat(), code } }))).toBe("code-expired");
  });

  test("of two codes for one member that are made at once, one is good", async () => {
    const { staffLogin, databaseUrl, api, database } = await open();
    const { token } = await staffLogin(staffPasswords.desk);
    const gate = await shutGate(databaseUrl, "INSERT ON login_challenges");
    const make = () => api.for({ token, idempotencyKey: randomUUID() }).linkCode({ body: {} });
    const made = Promise.all([make(), make()]);
    await gate.standing(2);
    await gate.open();
    await made;
    const where = { kind: "staff_link", usedAt: null, expiresAt: { gt: demoNow } } as const;
    expect(await database.client.loginChallenge.count({ where })).toBe(1);
  });
});
