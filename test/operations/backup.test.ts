import { execFile } from "node:child_process";
import { cp, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { openUniversity } from "../../api/open-university.ts";
import { demoCipherKey, testDatabase } from "../database.ts";
import { dataDirectory } from "../program.ts";

// The steps of docs/operations.md, as they stand there.

const run = promisify(execFile);
const server = process.env.TEST_POSTGRES_URL;
const log = { info: () => {}, warn: () => {} };

async function phoneOf(university: Awaited<ReturnType<typeof openUniversity>>): Promise<string> {
  const { phoneSealed } = await university.database.client.student.findUniqueOrThrow({
    where: { registrationNumber: "22P-123456" },
  });
  return university.cipher.open("students.phone", phoneSealed ?? "");
}

/** An empty database of a user who may do nothing but log in, as the program's own may. @returns its address, as that user */
async function restorable(): Promise<string> {
  const name = `test_${crypto.randomUUID().replaceAll("-", "")}`;
  const owner = `owner_of_${name}`;
  await run("psql", [server ?? "", "--command", `CREATE ROLE ${owner} LOGIN`]);
  await run("createdb", [`--maintenance-db=${server}`, `--owner=${owner}`, name]);
  return Object.assign(new URL(server ?? ""), { username: owner, pathname: `/${name}` }).href;
}

test.runIf(server)("a dump of PostgreSQL is restored with everything that is sealed in it", async () => {
  const folder = await dataDirectory();
  onTestFinished(folder.remove);
  const { database, url = "" } = await testDatabase("postgresql");
  const counts =
    "SELECT (SELECT count(*) FROM results)::int AS results, (SELECT count(*) FROM audit_log)::int AS audit";
  const before = (await database.query(counts)).rows;
  await database.close();

  const dump = join(folder.path, "rabta.dump");
  await run("pg_dump", ["--format=custom", "--no-owner", `--file=${dump}`, url]);
  const restored = await restorable();
  await run("pg_restore", [
    "--no-owner",
    "--exit-on-error",
    "--single-transaction",
    `--dbname=${restored}`,
    dump,
  ]);

  const premises = { databaseUrl: restored, dataDir: folder.path, log };
  const university = await openUniversity({ ...premises, encryptionKey: demoCipherKey });
  expect(await phoneOf(university)).toBe("+923001234567");
  expect((await university.database.query(counts)).rows).toEqual(before);
  await university.close();
});

test("a copy of DATA_DIR, made while nothing runs, is the same university", async () => {
  const folder = await dataDirectory();
  onTestFinished(folder.remove);
  const dataDir = join(folder.path, "data");
  const first = await openUniversity({ dataDir, log });
  const phone = await phoneOf(first);
  await first.close();
  await mkdir(join(dataDir, "uploads"));
  const backup = join(folder.path, "backup");
  await cp(dataDir, backup, { recursive: true });
  const second = await openUniversity({ dataDir: backup, log });
  expect(await phoneOf(second)).toBe(phone);
  await second.close();
});
