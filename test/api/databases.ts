import type { Database } from "../../prisma/database.ts";
import { applyMigrations } from "../../prisma/migrate.ts";
import { openPglite } from "../../prisma/pglite.ts";
import { openPostgresql } from "../../prisma/postgresql.ts";
import { createDatabase } from "../postgres.ts";

const server = process.env.TEST_POSTGRES_URL;

/** An empty, migrated database of each kind that this machine has. */
export const databases: [kind: string, open: () => Promise<Database>][] = [
  ["the embedded database", async () => migrated(await openPglite({ memory: true }))],
];
if (server) {
  databases.push([
    "PostgreSQL",
    async () => migrated(await openPostgresql(await createDatabase(server), 10)),
  ]);
}

async function migrated(database: Database): Promise<Database> {
  await applyMigrations(database);
  return database;
}
