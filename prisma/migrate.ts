import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { MigrationList } from "@prisma/schema-engine-wasm/schema_engine_bg";
import type { Database } from "./database.ts";
import { readIfThere } from "./files.ts";
import { openPglite } from "./pglite.ts";
import { filters, startSchemaEngine } from "./schema-engine.ts";
import { StartError } from "./start-error.ts";

const here = fileURLToPath(new URL(".", import.meta.url));

/** Where migrations are, a folder each, in the order of their names. */
export const migrationsDir = `${here}migrations`;

/**
 * Brings the database up to the newest migration, with Prisma's own engine: `prisma migrate status` agrees.
 * All pending migrations are one transaction, so a process killed meanwhile leaves the database as it was. On a
 * server, processes that start together wait for each other.
 * @returns the names of the migrations applied now
 * @throws {StartError} one sentence, if a migration fails
 */
export async function applyMigrations(database: Database): Promise<string[]> {
  const migrationsList = await migrationsOnDisk();
  return database.exclusively(async ({ factory, query }) => {
    // The lock that Prisma's own commands take; given back with the transaction.
    if (database.kind === "postgresql") await query("SELECT pg_advisory_xact_lock(72707369)");
    using engine = await startSchemaEngine(factory, await datamodel());
    const { appliedMigrationNames } = await engine
      .applyMigrations({ filters, migrationsList })
      .catch((cause: unknown) => {
        throw notMigrated(cause);
      });
    return appliedMigrationNames;
  });
}

/** The engine says first what PostgreSQL said. */
function notMigrated(cause: unknown): StartError {
  const [said = ""] = (cause instanceof Error ? cause.message : String(cause)).split("\n");
  return new StartError(
    `DATABASE_URL's database could not be brought up to date (${said.trim()}); it is to be one of Rabta's own, in which its user may make tables.`,
    { cause },
  );
}

/**
 * What schema.prisma has beyond the migrations, found on an embedded database made for the question.
 * @returns SQL; empty if they agree
 */
export async function diffFromMigrations(): Promise<string> {
  const migrations = await migrationsOnDisk();
  const database = await openPglite({ memory: true });
  try {
    return await database.exclusively(async ({ factory }) => {
      using engine = await startSchemaEngine(factory, await datamodel());
      const { stdout } = await engine.diff({
        from: { tag: "migrations", ...migrations },
        to: {
          tag: "schemaDatamodel",
          files: [{ path: "schema.prisma", content: await datamodel() }],
        },
        script: true,
        exitCode: null,
        filters,
      });
      return stdout === null || stdout.startsWith("-- This is an empty migration.") ? "" : stdout;
    });
  } finally {
    await database.close();
  }
}

/** The migrations of this program, in their order. */
export async function migrationNames(): Promise<string[]> {
  const entries = await readdir(migrationsDir, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

async function migrationsOnDisk(): Promise<MigrationList> {
  const names = await migrationNames();
  return {
    baseDir: migrationsDir,
    lockfile: {
      path: "migration_lock.toml",
      content: (await readIfThere(`${migrationsDir}/migration_lock.toml`)) ?? null,
    },
    shadowDbInitScript: "",
    migrationDirectories: await Promise.all(
      names.map(async (path) => ({
        path,
        migrationFile: {
          path: "migration.sql",
          content: {
            tag: "ok" as const,
            value: await readFile(`${migrationsDir}/${path}/migration.sql`, "utf8"),
          },
        },
      })),
    ),
  };
}

/** schema.prisma, as it stands. */
export function datamodel(): Promise<string> {
  return readFile(`${here}schema.prisma`, "utf8");
}
