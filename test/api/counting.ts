import { PGlite } from "@electric-sql/pglite";
import { PrismaPGlite } from "pglite-prisma-adapter";
import type { Database } from "../../prisma/database.ts";
import { PrismaClient } from "../../prisma/generated/client.ts";
import { applyMigrations } from "../../prisma/migrate.ts";
import { openPglite } from "../../prisma/pglite.ts";

/** An embedded database that tells which statements reach it. */
export async function counting(statements: string[]): Promise<Database> {
  const migrated = await openPglite({ memory: true });
  await applyMigrations(migrated);
  const engine = await PGlite.create("memory://", { loadDataDir: await migrated.dump() });
  await engine.exec("SET TIME ZONE 'UTC'");
  const client = new PrismaClient({
    adapter: new PrismaPGlite(engine),
    log: [{ emit: "event", level: "query" }],
  });
  client.$on("query", ({ query }) => void statements.push(query));
  const close = async () => {
    await client.$disconnect();
    await engine.close();
    await migrated.close();
  };
  return { ...migrated, client, prepared: (statement) => client.$queryRaw<unknown[]>(statement), close };
}
