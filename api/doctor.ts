import { existsSync } from "node:fs";
import { access, constants, statfs } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { z } from "zod";
import { type Database, openDatabase } from "../prisma/database.ts";
import { migrationsToCome, strayFromMigrations } from "../prisma/drift.ts";
import { existingEncryptionKey } from "../prisma/encryption-key.ts";
import { tellNewer } from "../prisma/newer.ts";
import { openPostgresql } from "../prisma/postgresql.ts";
import { opensSealed } from "../prisma/sealed.ts";
import { StartError } from "../prisma/start-error.ts";
import { clockFinding, type Finding, right, wrong } from "./contract/finding.ts";
import { allFonts } from "./documents/fonts.ts";
import { examineBucket, examineFiles } from "./files/examine.ts";
import type { Premises } from "./open-university.ts";

/** Less free space than this, in bytes, is a finding. */
const leastRoom = 1024 ** 3;

/** Where records and files are. */
type Examined = Omit<Premises, "log"> & { s3Url?: string | undefined };

/** Examines what the API stands on, without changing anything. */
export async function examineUniversity(premises: Examined): Promise<Finding[]> {
  return [fonts(), zone(), await room(premises.dataDir), ...(await records(premises))];
}

function fonts(): Finding {
  try {
    return right(`All ${allFonts().length} fonts of the PDF documents are there.`);
  } catch (cause) {
    return wrong(
      `A font of the PDF documents cannot be read (${messageOf(cause)}): npm install brings it back.`,
    );
  }
}

function zone(): Finding {
  const noon = new Date("2026-06-15T12:00:00Z");
  const there = noon.toLocaleTimeString("en-GB", { timeZone: "Asia/Karachi" });
  return there === "17:00:00"
    ? right("Pakistan's time zone is known to this Node.")
    : wrong("This Node does not know Pakistan's time zone: use one with full ICU.");
}

async function room(dataDir: string): Promise<Finding> {
  try {
    if (!existsSync(dataDir)) {
      await access(`${nearest(dataDir)}/`, constants.W_OK);
      return right(`DATA_DIR ${dataDir} does not exist yet; the first start makes it.`);
    }
    await access(`${dataDir}/`, constants.R_OK | constants.W_OK);
    const { bavail, bsize } = await statfs(dataDir);
    const gigabytes = `${((bavail * bsize) / 1024 ** 3).toFixed(1)} GB`;
    return bavail * bsize >= leastRoom
      ? right(`DATA_DIR ${dataDir} has ${gigabytes} left.`)
      : wrong(`DATA_DIR ${dataDir} has only ${gigabytes} left: make room before uploads are refused.`);
  } catch (cause) {
    return wrong(
      `DATA_DIR ${dataDir} is no folder that this user may write in (${messageOf(cause)}): name one that is.`,
    );
  }
}

/** The folder, or what stands in its place, in which one that does not exist would be made. */
function nearest(path: string): string {
  const above = dirname(resolve(path));
  return existsSync(above) ? above : nearest(above);
}

async function records(premises: Examined): Promise<Finding[]> {
  const { databaseUrl, replicaUrl, dataDir, encryptionKey, s3Url } = premises;
  const opened = await databaseOf(premises);
  const others = databaseUrl && replicaUrl ? [await replica(replicaUrl)] : [];
  if ("says" in opened)
    return [
      ...[opened, ...others, await keyIn(dataDir, encryptionKey)],
      ...(s3Url ? [await examineBucket(s3Url)] : []),
    ];
  try {
    return [
      ...(databaseUrl
        ? await server(opened)
        : [right("The database is the embedded one, for trying things out.")]),
      ...others,
      ...(await migrations(opened)),
      await keyFits(opened, dataDir, encryptionKey),
      await examineFiles(opened, { dataDir, s3Url }),
    ];
  } finally {
    await opened.close();
  }
}

/** The database, or why it cannot be looked into. */
async function databaseOf({ databaseUrl, dataDir }: Examined): Promise<Database | Finding> {
  if (!databaseUrl && !existsSync(join(dataDir, "database")))
    return right("There is no database yet; the first start makes an embedded one with a demo university.");
  try {
    return await openDatabase({ url: databaseUrl, dataDir, connections: 1 });
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    return !databaseUrl && error.message.includes("in use")
      ? right("The embedded database is in use by the running program, and was not looked into.")
      : wrong(error.message);
  }
}

const Server = z.tuple([
  z.object({ version: z.int(), now: z.date(), most: z.int(), used: z.int(), read_only: z.boolean() }),
]);

async function server(database: Database): Promise<Finding[]> {
  const before = Date.now();
  const { rows } = await database.query(`
    SELECT current_setting('server_version_num')::int AS version, clock_timestamp() AS now,
      current_setting('max_connections')::int AS most, pg_is_in_recovery() AS read_only,
      (SELECT count(*)::int FROM pg_stat_activity WHERE backend_type = 'client backend') AS used`);
  const ours = (before + Date.now()) / 2;
  const [{ version, now, most, used, read_only: isReadOnly }] = Server.parse(rows);
  const major = Math.floor(version / 10_000);
  return [
    major >= 14
      ? right(`PostgreSQL ${major} answers.`)
      : wrong(`PostgreSQL ${major} is too old: 14 or newer is needed.`),
    isReadOnly
      ? wrong("DATABASE_URL leads to a replica, which takes no writes: name the primary.")
      : right("The database takes writes."),
    most - used >= 15
      ? right(`${used} of its ${most} connections are in use.`)
      : wrong(
          `${used} of its ${most} connections are in use, and each process of the API wants 10: raise max_connections.`,
        ),
    clockFinding("PostgreSQL", now.getTime(), ours),
  ];
}

const Replica = z.tuple([z.object({ follows: z.boolean(), behind: z.number().nullable() })]);

/** A replica further behind than this, in s, is told: figures of it would surprise. */
const farBehind = 60;

/** Whether DATABASE_REPLICA_URL leads to one that keeps up. */
async function replica(url: string): Promise<Finding> {
  let database: Database;
  try {
    database = await openPostgresql(url, 1, { name: "DATABASE_REPLICA_URL" });
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    return wrong(`The replica is away, and the primary is asked instead: ${error.message}`);
  }
  try {
    const { rows } = await database.query(`SELECT pg_is_in_recovery() AS follows,
      CASE WHEN pg_is_in_recovery() AND pg_last_wal_receive_lsn() IS DISTINCT FROM pg_last_wal_replay_lsn()
        THEN extract(epoch FROM clock_timestamp() - pg_last_xact_replay_timestamp())::float8 ELSE 0 END AS behind`);
    const [{ follows, behind }] = Replica.parse(rows);
    if (!follows)
      return wrong("DATABASE_REPLICA_URL leads to a server that follows no other: name a replica.");
    return (behind ?? 0) <= farBehind
      ? right("The replica keeps up.")
      : wrong(`The replica is ${Math.round(behind ?? 0)} s behind: see its log and the disk's load.`);
  } finally {
    await database.close();
  }
}

async function migrations(database: Database): Promise<Finding[]> {
  const toCome = await migrationsToCome(database);
  if (toCome.length > 0)
    return [
      wrong(
        `Migrations are to come (${toCome.join(", ")}): npm run migrate, or the next start, applies them.`,
      ),
    ];
  const newer = await tellNewer(database).catch((error: unknown) => {
    if (error instanceof StartError) return error.message;
    throw error;
  });
  if (newer) return [wrong(newer)];
  const stray = await strayFromMigrations(database);
  return [
    right("Every migration is applied."),
    stray.length === 0
      ? right("The tables are what the migrations made.")
      : wrong(
          `Somebody changed the tables by hand (${stray.slice(0, 5).join(", ")}): undo it, or make it a migration.`,
        ),
  ];
}

/** Where the database cannot be looked into: whether there is a key at all. */
async function keyIn(dataDir: string, value: string | undefined): Promise<Finding> {
  const key = await existingKey(dataDir, value);
  if (typeof key === "string") return wrong(key);
  return key
    ? right("The encryption key is well formed; what it opens is in the database.")
    : right(
        "There is no ENCRYPTION_KEY yet; the first start makes one in DATA_DIR, unless the database has one already.",
      );
}

/** The key; a sentence where there is one that cannot be right. */
const existingKey = (dataDir: string, value: string | undefined): Promise<Buffer | string | undefined> =>
  existingEncryptionKey({ value, dataDir }).catch((error: unknown) => messageOf(error));

async function keyFits(database: Database, dataDir: string, value: string | undefined): Promise<Finding> {
  const key = await existingKey(dataDir, value);
  if (typeof key === "string") return wrong(key);
  // Before the first migration there is nothing to look into.
  const opens = await opensSealed(database, key).catch(() => undefined);
  if (!key) {
    return opens === false
      ? wrong(
          `ENCRYPTION_KEY is not set and ${dataDir} has none, but the database holds sealed data: restore the key.`,
        )
      : right(
          "There is no ENCRYPTION_KEY yet; the first start makes one in DATA_DIR. Keep it as safe as the backups.",
        );
  }
  if (opens === undefined) return right("The encryption key is well formed; nothing is sealed with it yet.");
  return opens
    ? right("The encryption key opens what the database holds.")
    : wrong("The encryption key is not the one that the database was sealed with: restore that one.");
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
