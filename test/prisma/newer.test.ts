import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import type { Database } from "../../prisma/database.ts";
import { applyMigrations, datamodel } from "../../prisma/migrate.ts";
import { columnsOf, tellNewer } from "../../prisma/newer.ts";
import { openPglite } from "../../prisma/pglite.ts";
import { StartError } from "../../prisma/start-error.ts";

let database: Database;
beforeAll(async () => {
  database = await openPglite({ memory: true });
  await applyMigrations(database);
});
afterAll(() => database.close());

/** What a version after this one would have done. */
async function update(migration: string): Promise<void> {
  await database.query(`${migration};
    INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at)
    VALUES (gen_random_uuid()::text, '', '20991231000000_of_the_future', now())`);
}

/** Takes an update back, so that every case begins with the same database. */
function takenBack(migration: string): void {
  onTestFinished(
    async () =>
      void (await database.query(`DELETE FROM _prisma_migrations WHERE checksum = ''; ${migration}`)),
  );
}

test("the columns of schema.prisma are those that the migrations make", async () => {
  const { rows } = await database.query(
    `SELECT table_name || '.' || column_name AS name, is_nullable = 'YES' AS may_be_null FROM information_schema.columns
     WHERE table_schema = current_schema() AND table_name <> '_prisma_migrations'`,
  );
  const known = [...columnsOf(await datamodel())].map(([name, { mayBeNull }]) => [name, mayBeNull]);
  const made = rows.map(({ name, may_be_null: mayBeNull }) => [name, mayBeNull]);
  expect(known.sort()).toEqual(made.sort());
});

test("of a database with this program's migrations nothing is told", async () => {
  expect(await tellNewer(database)).toBeUndefined();
});

test.each([
  ["nothing that shows", "SELECT 1", "SELECT 1"],
  ["a table of its own", "CREATE TABLE shoes (size int NOT NULL)", "DROP TABLE shoes"],
  [
    "a column that may be left out",
    "ALTER TABLE students ADD COLUMN shoe int",
    "ALTER TABLE students DROP shoe",
  ],
  [
    "a column that fills itself",
    "ALTER TABLE students ADD COLUMN shoe int NOT NULL DEFAULT 40",
    "ALTER TABLE students DROP shoe",
  ],
])("%s: this version goes on, and says so", async (_, forth, back) => {
  takenBack(back);
  await update(forth);
  expect(await tellNewer(database)).toMatch(/^DATA_DIR.*newer.*\(20991231000000_of_the_future\); .*can work/);
});

test.each([
  [
    "students.phone_sealed",
    "ALTER TABLE students RENAME phone_sealed TO mobile_sealed",
    "ALTER TABLE students RENAME mobile_sealed TO phone_sealed",
  ],
  [
    "students.shoe",
    "ALTER TABLE students ADD COLUMN shoe int NOT NULL DEFAULT 40; ALTER TABLE students ALTER shoe DROP DEFAULT",
    "ALTER TABLE students DROP shoe",
  ],
  [
    "topics.mandatory",
    "ALTER TABLE topics ALTER mandatory DROP NOT NULL",
    "ALTER TABLE topics ALTER mandatory SET NOT NULL",
  ],
])("%s is not what this version knows: it does not start", async (column, forth, back) => {
  takenBack(back);
  await update(forth);
  const told = tellNewer(database);
  await expect(told).rejects.toThrow(StartError);
  await expect(told).rejects.toThrow(`cannot work with it any more (${column}): start the newer version`);
});
