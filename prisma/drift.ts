import { z } from "zod";
import type { Database } from "./database.ts";
import { applyMigrations, migrationNames } from "./migrate.ts";
import { openPglite } from "./pglite.ts";

const Applied = z.array(z.object({ name: z.string() }));

/** The names of a database's migrations, in their order. */
export async function appliedMigrations(database: Database): Promise<string[]> {
  const { rows } = await database
    .query(
      `SELECT migration_name AS name FROM _prisma_migrations
       WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
    )
    // A database with nothing in it does not have this table either.
    .catch(() => ({ rows: [] }));
  return Applied.parse(rows).map(({ name }) => name);
}

/** Migrations of this program that the database does not have. */
export async function migrationsToCome(database: Database): Promise<string[]> {
  const applied = new Set(await appliedMigrations(database));
  return (await migrationNames()).filter((name) => !applied.has(name));
}

const Thing = z.array(z.object({ thing: z.string() }));
const things = `
  SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable AS thing
  FROM information_schema.columns WHERE table_schema = current_schema()
  UNION ALL SELECT tablename || ' ' || indexname FROM pg_indexes WHERE schemaname = current_schema()`;

/** Columns and indexes that are not what the migrations make, as an embedded database made for the question has them. */
export async function strayFromMigrations(database: Database): Promise<string[]> {
  const fresh = await openPglite({ memory: true });
  try {
    await applyMigrations(fresh);
    const of = async (one: Database) =>
      new Set(Thing.parse((await one.query(things)).rows).map(({ thing }) => thing));
    const [wanted, found] = [await of(fresh), await of(database)];
    return [
      ...[...wanted].filter((thing) => !found.has(thing)),
      ...[...found].filter((thing) => !wanted.has(thing)),
    ];
  } finally {
    await fresh.close();
  }
}
