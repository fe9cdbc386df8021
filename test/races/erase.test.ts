import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { createBell } from "../../api/deliveries/bell.ts";
import { memoryStorage } from "../../api/files/storage.ts";
import { remind } from "../../api/jobs/remind.ts";
import { eraseStudent } from "../../api/records/erase.ts";
import { expandBroadcasts } from "../../api/records/expand-broadcasts.ts";
import { newChat, refusal } from "../api/campus.ts";
import { demoNow } from "../database.ts";
import { openForImport } from "../import/bringing.ts";
import { demoPasswords } from "../university.ts";
import { connect, hasServer, openUniversity, shutGate, standing } from "./gate.ts";

const registrationNumber = "22P-123456";
const now = () => demoNow;

async function open() {
  const university = await openUniversity();
  const { database, databaseUrl } = university;
  const { client } = database;
  const { id: studentId } = await client.student.findUniqueOrThrow({ where: { registrationNumber } });
  const looking = await connect(databaseUrl);
  return {
    ...university,
    studentId,
    /** Begins to erase the student. @returns when it stands still, or is done where nothing stops it */
    async eraseMeanwhile(others: number) {
      const erased = eraseStudent({ database, storage: memoryStorage(), now }, registrationNumber);
      await Promise.race([erased, standing(looking, others + 1)]);
      return { erased };
    },
  };
}

const fileable = { fields: { type: "general" }, message: "My number is 0300 1234567" } as const;

describe.runIf(hasServer)("erasing a student at once with what is written for them, on PostgreSQL", () => {
  test("a request that is being filed goes, too", async () => {
    const { logIn, databaseUrl, eraseMeanwhile, database, studentId } = await open();
    const student = await logIn(registrationNumber);
    const gate = await shutGate(databaseUrl, "INSERT ON service_requests");
    const filed = refusal(student().fileRequest({ body: fileable }));
    await gate.standing(1);
    const { erased } = await eraseMeanwhile(1);
    await gate.open();
    await Promise.all([filed, erased]);
    expect(await database.client.serviceRequest.count({ where: { studentId } })).toBe(0);
  });

  test("whoever has asked just before finds nobody: no request, choice or login stays", async () => {
    const { logIn, once, databaseUrl, studentId, database } = await open();
    const student = await logIn(registrationNumber);
    const gate = await shutGate(databaseUrl, "INSERT ON idempotency_keys");
    const calls = Promise.all([
      refusal(student().fileRequest({ body: fileable })),
      refusal(student().updatePreferences({ body: { language: "ur" } })),
      refusal(student().updateNotificationSettings({ body: { topics: ["exams"] } })),
      refusal(
        once().login({
          body: { ...newChat(), registrationNumber, password: demoPasswords[registrationNumber] },
        }),
      ),
      refusal(
        once().requestLoginCode({ body: { ...newChat(), registrationNumber, by: "phone", language: "en" } }),
      ),
    ]);
    await gate.standing(5);
    await eraseStudent({ database, storage: memoryStorage(), now }, registrationNumber);
    await gate.open();
    const over = "login-expired";
    expect(await calls).toEqual([over, over, over, "wrong-credentials", "done"]);
    const { client } = database;
    const where = { studentId };
    expect([
      await client.serviceRequest.count({ where }),
      await client.subscription.count({ where }),
      await client.chatLink.count({ where }),
      await client.loginChallenge.count({ where }),
    ]).toEqual([0, 0, 0, 0]);
    expect((await client.student.findUniqueOrThrow({ where: { id: studentId } })).language).toBeNull();
  });

  test("an answer of staff that is under way does not stop it, and goes, too", async () => {
    const { logIn, once, api, databaseUrl, eraseMeanwhile, database, studentId } = await open();
    const student = await logIn(registrationNumber);
    const { reference } = await student().fileRequest({ body: fileable });
    const email = "desk@rabta.example";
    const { token } = await once().staffLogin({ body: { ...newChat(), email, password: "demo-desk-1" } });
    const desk = api.for({ token, idempotencyKey: randomUUID() });
    const gate = await shutGate(databaseUrl, "INSERT ON deliveries");
    const answered = refusal(
      desk.actOnRequest({ params: { reference }, body: { action: "answer", words: "Tomorrow" } }),
    );
    await gate.standing(1);
    const { erased } = await eraseMeanwhile(1);
    await gate.open();
    expect(await answered).toBe("done");
    expect(await erased).toBeDefined();
    expect(await database.client.delivery.count({ where: { studentId } })).toBe(0);
  });

  test("a broadcast that finds its recipients at this moment forgets the name and the chat, too", async () => {
    const { logIn, databaseUrl, eraseMeanwhile, database, studentId } = await open();
    await logIn(registrationNumber);
    await database.client.broadcast.create({
      data: {
        reference: "BC-2026-009999",
        topicId: "emergency",
        segment: {},
        state: "running",
        startedAt: demoNow,
      },
    });
    const gate = await shutGate(databaseUrl, "INSERT ON broadcast_pages");
    const expanded = expandBroadcasts({ database, now });
    await gate.standing(1);
    const { erased } = await eraseMeanwhile(1);
    await gate.open();
    await Promise.all([expanded, erased]);
    const [page] = await database.client.broadcastPage.findMany({ where: { students: { has: studentId } } });
    const recipients: unknown[][] = JSON.parse(page?.recipients ?? "[]");
    expect(recipients[page?.students.indexOf(studentId) ?? -1]?.slice(0, 1)).toEqual([""]);
  });

  test("an import that found the student before it does not write their number again", async () => {
    const { databaseUrl, database, bring } = await openForImport("postgresql");
    const headings = "Reg no,Name,Father name,Programme,Office,Admitted,Phone";
    const row = `${registrationNumber},Ayesha Siddiqa,Muhammad Siddiq,BA,LHR,2024-autumn,0300 7654321`;
    const gate = await shutGate(databaseUrl, "INSERT ON students");
    const brought = bring("students", [headings, row]);
    await gate.standing(1);
    await eraseStudent({ database, storage: memoryStorage(), now }, registrationNumber);
    await gate.open();
    expect((await brought).complaints).toEqual([]);
    const { phoneSealed } = await database.client.student.findUniqueOrThrow({
      where: { registrationNumber },
    });
    expect(phoneSealed).toBeNull();
  });

  test("reminders that were found before it are not owed after it", async () => {
    const { logIn, databaseUrl, database, studentId } = await open();
    await logIn(registrationNumber);
    await database.client.announcement.create({
      data: {
        ...{ topicId: "emergency", publishedAt: demoNow },
        texts: { create: { language: "en", title: "Closed", body: "The office is closed." } },
      },
    });
    const holder = await connect(databaseUrl);
    await holder.query("BEGIN");
    await holder.query("SELECT FROM students WHERE id = $1 FOR UPDATE", [studentId]);
    const reminded = remind({ database, now, bell: createBell() });
    await standing(await connect(databaseUrl), 1);
    await holder.query("UPDATE students SET erased_at = now() WHERE id = $1", [studentId]);
    await holder.query("COMMIT");
    await reminded;
    expect(await database.client.delivery.count({ where: { studentId } })).toBe(0);
  });
});
