import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { memoryStorage } from "../../api/files/storage.ts";
import { eraseStudent } from "../../api/records/erase.ts";
import { demoPasswords, testUniversity } from "../university.ts";

describe.each(process.env.TEST_POSTGRES_URL ? (["pglite", "postgresql"] as const) : (["pglite"] as const))(
  "erasing a student, on %s",
  (engine) => {
    let university: Awaited<ReturnType<typeof testUniversity>>;
    const storage = memoryStorage();
    beforeAll(async () => {
      university = await testUniversity({ engine, more: { storage } });
    });
    afterAll(() => university.close());

    const erase = (number: string) =>
      eraseStudent({ database: university.database, storage, now: () => university.clock.now }, number);

    test("takes what is theirs, keeps what the university certifies, and is done once", async () => {
      const { client } = university.database;
      const registrationNumber = "22P-123456";
      const call = await university.logIn(registrationNumber);
      const grades = await call().grades();
      const { id: studentId } = await client.student.findUniqueOrThrow({ where: { registrationNumber } });
      const other = await client.student.findUniqueOrThrow({ where: { registrationNumber: "23B-654321" } });
      const [mine, theirs] = [studentId, other.id].map((of) => ({ studentId: of, storageKey: randomUUID() }));
      for (const { studentId: of, storageKey } of [mine, theirs].flatMap((one) => one ?? [])) {
        await storage.put(storageKey, Buffer.from("sealed"));
        await client.storedFile.create({
          data: {
            storageKey,
            name: "cnic.jpg",
            mediaType: "image/jpeg",
            bytes: 6,
            sha256: "0".repeat(64),
            studentId: of,
          },
        });
        await client.delivery.create({
          data: {
            key: storageKey,
            channel: "telegram",
            chat: of,
            studentId: of,
            kind: "announcement",
            payload: {},
          },
        });
      }
      const broadcast = await client.broadcast.create({
        data: { reference: "BC-2026-009999", topicId: "exams", segment: {}, state: "finished" },
      });
      const recipients = [
        ["1", "en", "Bilal", ""],
        ["923001234567", "ur", "Ayesha", "405 Statistics"],
      ];
      await client.broadcastPage.create({
        data: {
          broadcastId: broadcast.id,
          channel: "web",
          count: 2,
          recipients: JSON.stringify(recipients),
          students: [other.id, studentId],
          outcomes: Buffer.from([1, 1]),
          doneAt: new Date(),
        },
      });

      const erased = await erase("۲۲p-۱۲۳۴۵۶");
      expect(erased?.chats).toContainEqual({ channel: "web", chat: registrationNumber });
      expect(erased?.gone).toMatchObject({ files: 1, logins: 1, news: 1, broadcasts: 1 });
      expect(erased?.gone.requests).toBeGreaterThan(0);

      const left = await client.student.findUniqueOrThrow({ where: { registrationNumber } });
      expect(
        Object.entries(left).filter(([name, value]) => /Sealed|Index|password/.test(name) && value !== null),
      ).toEqual([]);
      expect(left).toMatchObject({ name: "Ayesha Siddiqa", erasedAt: university.clock.now });
      await expect(call().grades()).rejects.toThrow();
      await expect(university.logIn(registrationNumber)).rejects.toThrow();
      const kept = await client.result.count({ where: { enrolmentCourse: { enrolment: { studentId } } } });
      const shown = grades.semesters.flatMap(({ courses }) => courses.filter(({ grade }) => grade !== null));
      expect(kept).toBeGreaterThanOrEqual(shown.length);
      const page = await client.broadcastPage.findFirstOrThrow({ where: { broadcastId: broadcast.id } });
      expect(JSON.parse(page.recipients)).toEqual([recipients[0], ["", "ur", "", ""]]);

      expect(await storage.get(mine?.storageKey ?? "").catch(() => undefined)).toBeUndefined();
      expect(await storage.get(theirs?.storageKey ?? "")).toBeDefined();
      expect(await client.delivery.count({ where: { studentId: other.id } })).toBeGreaterThan(0);
      expect(await client.chatLink.count({ where: { studentId: other.id } })).toBe(0);

      const again = await erase(registrationNumber);
      expect(
        Object.entries(again?.gone ?? {}).filter(([what, count]) => what !== "lockouts" && count > 0),
      ).toEqual([]);
      expect(await client.auditEntry.count({ where: { action: "erased" } })).toBe(1);
    });

    test("leaves nothing of a number at which they logged in, failed to, or set a password", async () => {
      const own = await testUniversity({ engine });
      onTestFinished(() => own.close());
      const { api, database, clock } = own;
      const registrationNumber = "22P-123456";
      const address = { channel: "whatsapp-cloud", chat: "923007776665" };
      const call = () => api.for({ idempotencyKey: randomUUID() });
      const logIn = (password: string) =>
        call().login({ body: { ...address, registrationNumber, password } });
      await logIn("not it").catch(() => {});
      await logIn(demoPasswords[registrationNumber]);
      const student = await database.client.student.findUniqueOrThrow({ where: { registrationNumber } });
      await database.client.loginChallenge.create({
        data: {
          ...{ ...address, kind: "otp", account: registrationNumber, studentId: student.id },
          ...{ completedAt: clock.now, expiresAt: new Date(clock.now.getTime() + 60_000) },
        },
      });
      await call().setPassword({ body: { ...address, password: "a-new-pass-77" } });
      await eraseStudent({ database, storage, now: () => clock.now }, registrationNumber);
      const log = await database.client.auditEntry.findMany({
        where: { subjectId: { in: [student.id, registrationNumber] } },
        orderBy: { id: "asc" },
      });
      expect(log.map(({ action }) => action)).toEqual([
        ...["login-failed", "login", "password-set", "login", "erased"],
      ]);
      expect(log[0]?.to).toEqual({ channel: address.channel });
      expect(JSON.stringify(await database.client.auditEntry.findMany())).not.toContain(address.chat);
    });

    test("where sessions cannot be forgotten nothing has happened", async () => {
      const broken = eraseStudent(
        { database: university.database, storage, now: () => university.clock.now },
        "23B-654321",
        async () => {
          throw new Error("Redis is away");
        },
      );
      await expect(broken).rejects.toThrow("Redis is away");
      await university.logIn("23B-654321");
    });

    test("nobody is nobody", async () => {
      expect(await erase("99Z-000000")).toBeUndefined();
      expect(await erase("nonsense")).toBeUndefined();
    });
  },
);
