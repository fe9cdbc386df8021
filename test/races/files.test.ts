import { randomUUID } from "node:crypto";
import { describe, expect, onTestFinished, test } from "vitest";
import { memoryStorage } from "../../api/files/storage.ts";
import { forgetFiles } from "../../api/jobs/forget-files.ts";
import { takeFile } from "../../api/records/files.ts";
import { openPostgresql } from "../../prisma/postgresql.ts";
import { refusal } from "../api/campus.ts";
import { pdf } from "../attachments/papers.ts";
import { demoCipher, demoNow } from "../database.ts";
import { staffPasswords } from "../university.ts";
import { connect, hasServer, openUniversity, shutGate, standing } from "./gate.ts";

describe.runIf(hasServer)("files that several calls want at once, on PostgreSQL", () => {
  test("one that is added to two requests at once is attached to one of them", async () => {
    const university = await openUniversity();
    const { client } = university.database;
    const student = await university.logIn("22P-123456");
    const file = () => student().fileRequest({ body: { fields: { type: "general" }, message: "When?" } });
    const references = [(await file()).reference, (await file()).reference];
    const { id } = await student().uploadFile({ query: { name: "form.pdf" }, bytes: pdf() });
    const gate = await shutGate(university.databaseUrl, "INSERT ON request_attachments");
    const added = Promise.all(
      references.map((reference) =>
        refusal(student().addToRequest({ params: { reference }, body: { files: [id] } })),
      ),
    );
    await gate.standing(2);
    await gate.open();
    expect((await added).toSorted()).toEqual(["done", "file-gone"]);
    expect(await client.requestAttachment.count({ where: { fileId: id } })).toBe(1);
  });

  test("of many uploads at once no more wait to be attached than of many one after the other", async () => {
    const university = await openUniversity();
    const { client } = university.database;
    const student = await university.logIn("22P-123456");
    const upload = () => refusal(student().uploadFile({ query: { name: "form.pdf" }, bytes: pdf() }));
    for (let count = 0; count < 18; count++) expect(await upload()).toBe("done");
    const gate = await shutGate(university.databaseUrl, "INSERT ON stored_files");
    const uploaded = Promise.all(Array.from({ length: 5 }, upload));
    await gate.standing(5);
    await gate.open();
    const refused = Array.from({ length: 3 }, () => "too-many-requests");
    expect((await uploaded).toSorted()).toEqual(["done", "done", ...refused]);
    expect(await client.storedFile.count({ where: { attachments: { none: {} } } })).toBe(20);
  });

  test("one that a broadcast takes while forgotten files are looked for stays", async () => {
    const university = await openUniversity();
    const { databaseUrl: url = "", database } = university;
    const body = { channel: "web", chat: "page", email: "supervisor@rabta.example" };
    const login = university.api.for({ idempotencyKey: randomUUID() });
    const { token } = await login.staffLogin({ body: { ...body, password: staffPasswords.supervisor } });
    const supervisor = () => university.api.for({ token, idempotencyKey: randomUUID() });
    const { id } = await supervisor().uploadDeskFile({ query: { name: "notice.pdf" }, bytes: pdf() });

    // Whoever looks for files has the picture of the moment in which they began.
    const keeper = await connect(url);
    await keeper.query(`
      CREATE FUNCTION stand() RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN
        PERFORM pg_advisory_xact_lock_shared(1946);
        RETURN true;
      END $$;
      CREATE SCHEMA looking;
      CREATE VIEW looking.stored_files AS SELECT * FROM public.stored_files WHERE public.stand();
      SELECT pg_advisory_lock(1946)`);
    const looking = new URL(url);
    looking.searchParams.set("options", "-c search_path=looking,public");
    const slow = await openPostgresql(looking.href, 2);
    onTestFinished(() => slow.close());
    const later = () => new Date(demoNow.getTime() + 25 * 60 * 60_000);
    const forgotten = forgetFiles({ database: slow, storage: memoryStorage(), now: later });
    await standing(keeper, 1);
    const texts = [{ language: "en" as const, body: "The office is closed." }];
    const { reference } = await supervisor().createBroadcast({
      body: { topic: "emergency", segment: {}, texts, file: id },
    });
    await keeper.query("SELECT pg_advisory_unlock(1946)");
    expect(await forgotten).toBe(0);
    const kept = await database.client.broadcast.findUniqueOrThrow({ where: { reference } });
    expect(kept.fileId).toBe(id);
  });

  test("one that is on record stays, though the answer to its commit was lost", async () => {
    const { database } = await openUniversity();
    const storage = memoryStorage();
    const { id: studentId } = await database.client.student.findFirstOrThrow();
    const university = { database, cipher: demoCipher, storage, now: () => demoNow };
    const taken = takeFile(university, { studentId }, { bytes: pdf(), name: "form.pdf" }, async (write) => {
      await database.client.$transaction(write);
      throw new Error("Connection terminated unexpectedly");
    });
    await expect(taken).rejects.toThrow("Connection terminated");
    const { storageKey } = await database.client.storedFile.findFirstOrThrow({ where: { studentId } });
    expect((await storage.get(storageKey)).length).toBeGreaterThan(0);
  });
});
