import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { refusal } from "../api/campus.ts";
import { demoPasswords } from "../university.ts";
import { connect, hasServer, openUniversity, shutGate, standing } from "./gate.ts";

const registrationNumber = "22P-123456";

describe.runIf(hasServer)("two who wait for each other, on PostgreSQL", () => {
  test("the one whom the server ends begins anew, and whoever asked hears nothing of it", async () => {
    const university = await openUniversity();
    const student = await university.logIn(registrationNumber);
    const other = await connect(university.databaseUrl);
    // The other one looks later whether it waits in a circle, and so is not the one who is ended.
    await other.query("SET deadlock_timeout = '30s'");
    await other.query("BEGIN");
    await other.query("SELECT FROM chat_links WHERE chat = $1 FOR UPDATE", [registrationNumber]);
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
});
