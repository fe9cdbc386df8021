import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openUniversity } from "../../api/index.ts";
import { StartError } from "../../prisma/start-error.ts";
import { createDatabase } from "../postgres.ts";

const quiet = { info: () => {}, warn: () => {} };

async function newDataDir(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), "rabta-university-"));
  onTestFinished(() => rm(dataDir, { recursive: true }));
  return dataDir;
}

test("the embedded university opens with the demo in it, and opens again as it was", async () => {
  const dataDir = await newDataDir();
  const first = await openUniversity({ dataDir, log: quiet });
  const demo = { where: { registrationNumber: "22P-123456" } };
  const student = await first.database.client.student.findUniqueOrThrow(demo);
  await first.database.client.student.update({ ...demo, data: { language: "ur" } });
  await first.close();
  const second = await openUniversity({ dataDir, log: quiet });
  expect(await second.database.client.student.findUniqueOrThrow(demo)).toMatchObject({
    id: student.id,
    language: "ur",
  });
  expect(second.cipher.open("students.cnic", student.cnicSealed!)).toMatch(/^\d{5}-\d{7}-\d$/);
  await second.close();
});

test("a wrong encryption key is said in a sentence, and lets go of the folder", async () => {
  const dataDir = await newDataDir();
  const wrong = openUniversity({ dataDir, encryptionKey: "short", log: quiet });
  await expect(wrong).rejects.toThrow(StartError);
  await (await openUniversity({ dataDir, log: quiet })).close();
});

test.runIf(process.env.TEST_POSTGRES_URL)("a server's university gets the tables, and no demo", async () => {
  const databaseUrl = await createDatabase(process.env.TEST_POSTGRES_URL!);
  const { database, close } = await openUniversity({ databaseUrl, dataDir: await newDataDir(), log: quiet });
  expect(await database.client.student.count()).toBe(0);
  await close();
});

test.runIf(process.env.TEST_POSTGRES_URL)("a newer version's university opens with a warning", async () => {
  const premises = {
    databaseUrl: await createDatabase(process.env.TEST_POSTGRES_URL!),
    dataDir: await newDataDir(),
  };
  const { database, close } = await openUniversity({ ...premises, log: quiet });
  await database.query(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at)
     VALUES ('1', '', '20991231000000_of_the_future', now())`,
  );
  await close();
  const warned: string[] = [];
  const log = { ...quiet, warn: (_details: object, message: string) => void warned.push(message) };
  await (await openUniversity({ ...premises, log })).close();
  expect(warned).toEqual([
    expect.stringMatching(/^DATABASE_URL.*newer version.*20991231000000_of_the_future.*can work with it/),
  ]);
});

test.runIf(process.env.TEST_POSTGRES_URL)("an empty database takes the key of who comes first", async () => {
  const databaseUrl = await createDatabase(process.env.TEST_POSTGRES_URL!);
  const [one, other] = [await newDataDir(), await newDataDir()];
  await (await openUniversity({ databaseUrl, dataDir: one, log: quiet })).close();
  await expect(openUniversity({ databaseUrl, dataDir: other, log: quiet })).rejects.toThrow(
    /^ENCRYPTION_KEY/,
  );
  expect(await readdir(other)).toEqual([]);
  await (await openUniversity({ databaseUrl, dataDir: one, log: quiet })).close();
});
