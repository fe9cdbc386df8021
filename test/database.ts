import { createHash, randomBytes } from "node:crypto";
import { openAsBlob, readdirSync, readFileSync } from "node:fs";
import { link, unlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { Database } from "../prisma/database.ts";
import { type FieldCipher, fieldCipher } from "../prisma/encryption.ts";
import { applyMigrations } from "../prisma/migrate.ts";
import { openPglite } from "../prisma/pglite.ts";
import { openPostgresql } from "../prisma/postgresql.ts";
import { seed } from "../prisma/seed/index.ts";
import { createDatabase } from "./postgres.ts";

/** When the tests' demo university is: its calendar is made around this instant. */
export const demoNow = new Date("2026-11-23T09:00:00Z");
/** The key that the tests' databases are sealed with. */
const cipherKey = Buffer.alloc(32, "tests");
export const demoCipher: FieldCipher = fieldCipher(cipherKey);
/** The same as ENCRYPTION_KEY has it. */
export const demoCipherKey = cipherKey.toString("base64");

export type TestDatabase = { database: Database; cipher: FieldCipher; url?: string };

/**
 * A database of a test's own with the demo university in it, copied from one that is made once.
 * @param engine the real server where this machine has one, unless said otherwise; the embedded one always works
 * @param server a PostgreSQL server's; that of the whole run unless given
 */
export async function testDatabase(
  engine?: "pglite" | "postgresql",
  server = process.env.TEST_POSTGRES_URL,
): Promise<TestDatabase> {
  if (engine !== "pglite" && server) {
    const url = await createDatabase(server, await template(server));
    return { database: await openPostgresql(url, 10), cipher: demoCipher, url };
  }
  if (engine === "postgresql") throw new Error("no PostgreSQL on this machine");
  const image = await openAsBlob(await imageFile());
  return { database: await openPglite({ memory: true, image }), cipher: demoCipher };
}

/** A database of a test's own with the tables and nothing in them. @param engine as for `testDatabase` */
export async function emptyDatabase(engine: "pglite" | "postgresql"): Promise<Database> {
  const server = process.env.TEST_POSTGRES_URL;
  if (engine === "postgresql" && !server) throw new Error("no PostgreSQL on this machine");
  const database =
    engine === "postgresql" && server
      ? await openPostgresql(await createDatabase(server), 5)
      : await openPglite({ memory: true });
  await applyMigrations(database);
  return database;
}

async function fill(database: Database): Promise<void> {
  await applyMigrations(database);
  await seed(database.client, { cipher: demoCipher, now: demoNow });
}

const templateName = "demo_university";

/** The database that others are copied from; of the processes that want it first, one makes it. */
async function template(server: string): Promise<string> {
  const client = new pg.Client(server);
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock(1)");
    const found = await client.query("SELECT FROM pg_database WHERE datname = $1 AND datistemplate", [
      templateName,
    ]);
    if (found.rowCount === 0) {
      const database = await openPostgresql(await createDatabase(server, undefined, templateName), 2);
      await fill(database);
      await database.close();
      await client.query(`ALTER DATABASE "${templateName}" IS_TEMPLATE true`);
    }
    return templateName;
  } finally {
    await client.end();
  }
}

/** The embedded database's image, kept between runs for as long as what it is made of stays the same. */
async function imageFile(): Promise<string> {
  const file = join(tmpdir(), `rabta-demo-${sources()}.tar`);
  try {
    readFileSync(file, { flag: "r" });
  } catch {
    const database = await openPglite({ memory: true });
    await fill(database);
    const aside = `${file}.${randomBytes(4).toString("hex")}`;
    await writeFile(aside, Buffer.from(await (await database.dump()).arrayBuffer()));
    await database.close();
    // Who was first stays: another process may have it open already.
    await link(aside, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
    await unlink(aside);
  }
  return file;
}

function sources(): string {
  const hash = createHash("sha256").update(demoNow.toISOString());
  for (const folder of ["prisma/migrations", "prisma/seed"]) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true, encoding: "utf8" })) {
      if (entry.isFile()) hash.update(readFileSync(join(entry.parentPath, entry.name)));
    }
  }
  for (const file of ["prisma/encryption.ts", "prisma/passwords.ts"]) hash.update(readFileSync(file));
  return hash.digest("hex").slice(0, 16);
}
