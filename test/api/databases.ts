import type { Database } from "../../prisma/database.ts";
import { testDatabase } from "../database.ts";

/** A database with nothing in it, of each kind that this machine has. */
export const databases: [kind: string, open: () => Promise<Database>][] = [
  ["the embedded database", () => emptied("pglite")],
];
if (process.env.TEST_POSTGRES_URL) databases.push(["PostgreSQL", () => emptied("postgresql")]);

async function emptied(engine: "pglite" | "postgresql"): Promise<Database> {
  const { database } = await testDatabase(engine);
  await database.query(`DO $$ BEGIN
    EXECUTE (SELECT 'TRUNCATE ' || string_agg(quote_ident(tablename), ', ') FROM pg_tables
      WHERE schemaname = 'public' AND tablename <> '_prisma_migrations');
  END $$`);
  return database;
}
