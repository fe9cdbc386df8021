import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../prisma/database.ts";
import { Prisma } from "../../prisma/generated/client.ts";
import { openPglite } from "../../prisma/pglite.ts";
import { openPostgresql } from "../../prisma/postgresql.ts";
import { createDatabase } from "../postgres.ts";

const server = process.env.TEST_POSTGRES_URL;

const engines: [string, () => Promise<Database>][] = [
  ["the embedded database", () => openPglite({ memory: true })],
];
if (server) engines.push(["PostgreSQL", async () => openPostgresql(await createDatabase(server), 1)]);

describe.each(engines)("prepared statements, on %s", (name, open) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());

  test("gives days, instants, whole numbers, words and lists as they are, wherever this machine is", async () => {
    const instant = new Date("2026-11-23T09:00:00.123Z");
    const [row] = await database.prepared(Prisma.sql`
      SELECT '2026-11-30'::date AS day, ${instant}::timestamptz(3) AS instant, 7::int AS number, ${"ہاں"}::text AS word,
        '[{"number": 1}]'::json AS list, NULL::text AS nothing, true AS yes`);
    expect(row).toEqual({
      ...{ day: new Date("2026-11-30T00:00:00Z"), instant, number: 7, word: "ہاں" },
      ...{ list: [{ number: 1 }], nothing: null, yes: true },
    });
  });

  test("answers each time for the values of that time", async () => {
    const doubled = (value: number) => database.prepared(Prisma.sql`SELECT ${value}::int * 2 AS doubled`);
    for (const value of [1, 2, 3, 4, 5, 6, 7]) expect(await doubled(value)).toEqual([{ doubled: value * 2 }]);
    if (name !== "PostgreSQL") return;
    const { rows } = await database.query(
      "SELECT count(*)::int AS count FROM pg_prepared_statements WHERE statement LIKE '%AS doubled'",
    );
    expect(rows).toEqual([{ count: 1 }]);
  });
});
