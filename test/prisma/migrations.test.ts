import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { broadcastTopics } from "../../api/contract/broadcasts.ts";
import type { Database } from "../../prisma/database.ts";
import type { Prisma } from "../../prisma/generated/client.ts";
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

test("chats go out of the audit log; what failed in one is still found together", async () => {
  const database = await openPglite({ memory: true });
  onTestFinished(() => database.close());
  await applyMigrations(database);
  const { auditEntry } = database.client;
  const write = (action: string, subjectId: string, to: Prisma.InputJsonValue) =>
    auditEntry.create({ data: { actor: "system", action, subject: "account", subjectId, to } });
  const [one, other] = ["923007776665", "923001112223"].map((chat) => ({ channel: "whatsapp-web", chat }));
  await write("login-failed", "1", one!);
  await write("login-failed", "2", one!);
  await write("login-failed", "3", other!);
  await write("login", "4", { ...one, link: "5" });
  await write("imported", "6", { chat: "not one" });
  const name = names.find((name) => name.endsWith("_audit_log_without_chats"));
  await database.query(readFileSync(`${migrationsDir}/${name}/migration.sql`, "utf8"));
  const after = await auditEntry.findMany({ orderBy: { subjectId: "asc" }, select: { to: true } });
  const [first, second, third, ...others] = after.map(({ to }) => to);
  expect(first).toEqual({ channel: "whatsapp-web", chat: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(second).toEqual(first);
  expect(third).not.toEqual(first);
  expect(others).toEqual([{ channel: "whatsapp-web", link: "5" }, { chat: "not one" }]);
});

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
    // Broadcasts and subscriptions point at them, with the demo or without.
    const known = await database.client.topic.findMany();
    expect(known.map(({ id }) => id).toSorted()).toEqual([...broadcastTopics, "requests"].toSorted());
    expect(known.filter(({ mandatory }) => mandatory).map(({ id }) => id)).toEqual(["emergency"]);
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
