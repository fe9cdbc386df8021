import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../prisma/database.ts";
import { applyMigrations, diffFromMigrations, migrationsDir } from "../../prisma/migrate.ts";
import { openPglite } from "../../prisma/pglite.ts";
import { openPostgresql } from "../../prisma/postgresql.ts";
import { createDatabase } from "../postgres.ts";

const names = readdirSync(migrationsDir, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

test("the migrations and schema.prisma agree", async () => {
  expect(await diffFromMigrations()).toBe("");
}, 60_000);

function migrating(open: () => Promise<Database>): void {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());

  test("an empty database gets every migration, and the second time none", async () => {
    expect(await applyMigrations(database)).toEqual(names);
    expect(await applyMigrations(database)).toEqual([]);
    expect(await database.client.student.count()).toBe(0);
  });

  test("they are recorded as Prisma's own commands record them", async () => {
    const { rows } = await database.query(
      "SELECT migration_name, checksum, finished_at FROM _prisma_migrations ORDER BY migration_name",
    );
    expect(rows).toEqual(
      names.map((name) => ({
        migration_name: name,
        checksum: createHash("sha256")
          .update(readFileSync(`${migrationsDir}/${name}/migration.sql`))
          .digest("hex"),
        finished_at: expect.any(Date),
      })),
    );
  });
}

describe("embedded", () => migrating(() => openPglite({ memory: true })));

describe.runIf(process.env.TEST_POSTGRES_URL)("on a PostgreSQL server", () =>
  migrating(async () => openPostgresql(await createDatabase(process.env.TEST_POSTGRES_URL ?? ""), 4)),
);
