import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { newChat, refusal } from "../api/campus.ts";
import { demoNow } from "../database.ts";
import { demoPasswords } from "../university.ts";
import { connect, hasServer, openUniversity, shutGate, standing } from "./gate.ts";

const registrationNumber = "22P-123456";

describe.runIf(hasServer)("two who wait for each other, on PostgreSQL", () => {
  test("the one whom the server ends begins anew, and whoever asked hears nothing of it", async () => {
    const university = await openUniversity();
    const student = await university.logIn(registrationNumber);
    const held = "SELECT FROM chat_links WHERE chat = $1 FOR UPDATE";
    const other = await patientWith(university.databaseUrl, held, [registrationNumber]);
    // It writes the student's line, and then that of the chat.
    const chosen = refusal(student().updatePreferences({ body: { language: "ur", askAgain: true } }));
    await standing(await connect(university.databaseUrl), 1);
    await other.query("SELECT FROM students WHERE registration_number = $1 FOR NO KEY UPDATE", [
      registrationNumber,
    ]);
    await other.query("COMMIT");
    expect(await chosen).toBe("done");
    const { language, chatLinks } = await university.database.client.student.findUniqueOrThrow({
      where: { registrationNumber },
      select: { language: true, chatLinks: { select: { askAgain: true } } },
    });
    expect({ language, chatLinks }).toEqual({ language: "ur", chatLinks: [{ askAgain: true }] });
  });

  test("two chats that both want the news get them one after the other", async () => {
    const university = await openUniversity();
    const student = await university.logIn(registrationNumber);
    const body = {
      channel: "telegram",
      chat: "7",
      registrationNumber,
      password: demoPasswords[registrationNumber],
    };
    const { token } = await university.api.for({ idempotencyKey: randomUUID() }).login({ body });
    const other = university.api.for({ token, idempotencyKey: randomUUID() });
    const gate = await shutGate(university.databaseUrl, "UPDATE ON students");
    const asked = Promise.all(
      [student(), other].map((chat) => refusal(chat.updateNotificationSettings({ body: { here: true } }))),
    );
    await gate.standing(2);
    await gate.open();
    expect(await asked).toEqual(["done", "done"]);
  });

  test("so does a call without a key: a chat that is reached again is so on the desk, too", async () => {
    const university = await openUniversity();
    const { api, database, databaseUrl } = university;
    await api.openDeskPlace({ body: { channel: "telegram", chat: "-1" } });
    const student = await university.logIn(registrationNumber);
    const { reference } = await student().fileRequest({
      body: { fields: { type: "general" }, message: "When?" },
    });
    const where = { request: { reference } };
    const { changes } = await database.client.deskThread.findFirstOrThrow({ where });
    const other = await patientWith(databaseUrl, "SELECT FROM desk_threads FOR UPDATE");
    // It writes the chat's line, and then that of the thread.
    const body = { channel: "web", chat: registrationNumber, reachable: false };
    const told = refusal(api.reportReachable({ body }));
    await standing(await connect(databaseUrl), 1);
    await other.query("SELECT FROM chat_links WHERE chat = $1 FOR UPDATE", [registrationNumber]);
    await other.query("COMMIT");
    expect(await told).toBe("done");
    const { blockedAt } = await database.client.chatLink.findFirstOrThrow({
      where: { chat: registrationNumber },
    });
    const thread = await database.client.deskThread.findFirstOrThrow({ where });
    expect([blockedAt, thread.changes]).toEqual([demoNow, changes + 1]);
  });

  test("so does the login page", async () => {
    const { once, app, databaseUrl } = await openUniversity({ publicUrl: "https://rabta.example" });
    const { url } = await once().createLoginLink({ body: { ...newChat(), language: "en" } });
    const other = await patientWith(databaseUrl, "SELECT FROM login_challenges FOR UPDATE");
    // It holds the student's line, and then writes that of the link.
    const filled = app.inject({
      ...{ method: "POST", url: new URL(url).pathname },
      headers: { "content-type": "application/x-www-form-urlencoded" },
      payload: new URLSearchParams({
        registrationNumber,
        password: demoPasswords[registrationNumber],
      }).toString(),
    });
    const answered = filled.then(({ statusCode }) => statusCode);
    await standing(await connect(databaseUrl), 1);
    await other.query("SELECT FROM students WHERE registration_number = $1 FOR NO KEY UPDATE", [
      registrationNumber,
    ]);
    await other.query("COMMIT");
    expect(await answered).toBe(200);
  });
});

/** Who is in a transaction, and looks later whether it waits in a circle: so it is not the one who is ended. */
async function patientWith(databaseUrl: string | undefined, statement: string, values: unknown[] = []) {
  const other = await connect(databaseUrl);
  await other.query("SET deadlock_timeout = '30s'");
  await other.query("BEGIN");
  await other.query(statement, values);
  return other;
}
