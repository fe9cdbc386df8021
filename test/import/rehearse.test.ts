import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rehearse } from "../../api/import/rehearse.ts";
import type { Database } from "../../prisma/database.ts";
import { testDatabase } from "../database.ts";

const engines = process.env.TEST_POSTGRES_URL ? (["pglite", "postgresql"] as const) : (["pglite"] as const);

describe.each(engines)("a rehearsal, on %s", (engine) => {
  let database: Database;
  beforeAll(async () => {
    ({ database } = await testDatabase(engine));
  });
  afterAll(() => database.close());

  test("tells what a statement says that fails, takes that file back, and goes on with the next", async () => {
    const holiday = (name: string) =>
      `INSERT INTO holidays (id, "on", name) VALUES (gen_random_uuid(), '2027-01-01', '${name}')`;
    const names = async (query: Database["query"]) =>
      (await query(`SELECT name FROM holidays WHERE "on" = '2027-01-01' ORDER BY name`)).rows;
    await rehearse(database, async (show) => {
      await show.exclusively(({ query }) => query(holiday("first")));
      const failing = show.exclusively(async ({ query }) => {
        await query(holiday("second"));
        await query("INSERT INTO holidays SELECT 1 / 0");
      });
      await expect(failing).rejects.toThrow(/is of type uuid/);
      await show.exclusively(async ({ query }) => {
        await query(holiday("third"));
        expect(await names(query)).toEqual([{ name: "first" }, { name: "third" }]);
      });
    });
    expect(await names(database.query)).toEqual([]);
  });
});
