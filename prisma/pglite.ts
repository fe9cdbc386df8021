import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { PrismaPGlite } from "pglite-prisma-adapter";
import { lockDataDir } from "./data-lock.ts";
import type { Database } from "./database.ts";
import { PrismaClient } from "./generated/client.ts";
import { clientOptions } from "./transactions.ts";

/** Where an embedded database lives: in a locked folder, or in memory, where `image` is a dump to start from. */
export type PgliteLocation = { dataDir: string } | { memory: true; image?: Blob };

/**
 * Opens PostgreSQL inside this process. It has one connection: transactions run one after the other.
 * @throws {import("./start-error.ts").StartError} if a living process holds the folder
 */
export async function openPglite(where: PgliteLocation): Promise<Database & { dump(): Promise<Blob> }> {
  const unlock = "dataDir" in where ? await lockDataDir(where.dataDir) : async () => {};
  const engine = await start(where).catch(async (error: unknown) => {
    await unlock();
    throw error;
  });
  const factory = new AwaitingPGlite(engine);
  const client = new PrismaClient({ adapter: factory, ...clientOptions });
  const query: Database["query"] = async (text, values) => {
    if (values?.length) return engine.query(text, values);
    const results = await engine.exec(text);
    return { rows: results.flatMap(({ rows }) => rows) };
  };
  return {
    kind: "pglite",
    client,
    query,
    lagging: (read) => read(client),
    prepared: (statement) => client.$queryRaw<unknown[]>(statement),
    async exclusively(task) {
      await engine.exec("BEGIN");
      try {
        const outcome = await task({
          factory,
          query,
          async copy(target, rows) {
            await engine.query(`COPY ${target} FROM '/dev/blob'`, [], { blob: new Blob([rows]) });
          },
        });
        await engine.exec("COMMIT");
        return outcome;
      } catch (error) {
        await engine.exec("ROLLBACK");
        throw error;
      }
    },
    dump: () => engine.dumpDataDir("none"),
    async close() {
      await client.$disconnect();
      await engine.close();
      await unlock();
    },
  };
}

async function start(where: PgliteLocation): Promise<PGlite> {
  const engine =
    "dataDir" in where
      ? await PGlite.create(join(where.dataDir, "database"))
      : await PGlite.create("memory://", where.image ? { loadDataDir: where.image } : {});
  // The adapter writes and reads instants without their zone.
  await engine.exec("SET TIME ZONE 'UTC'");
  return engine;
}

/** The adapter, but a script is over when it is over, and its error is its caller's. */
class AwaitingPGlite implements SqlMigrationAwareDriverAdapterFactory {
  readonly provider = "postgres";
  readonly adapterName = "pglite-prisma-adapter";
  readonly #engine: PGlite;

  constructor(engine: PGlite) {
    this.#engine = engine;
  }

  connect(): Promise<SqlDriverAdapter> {
    return adapterOf(this.#engine);
  }

  async connectToShadowDb(): Promise<SqlDriverAdapter> {
    const shadow = await PGlite.create("memory://");
    const adapter = await adapterOf(shadow);
    adapter.dispose = () => shadow.close();
    return adapter;
  }
}

async function adapterOf(engine: PGlite): Promise<SqlDriverAdapter> {
  const adapter = await new PrismaPGlite(engine).connect();
  adapter.executeScript = async (script) => {
    await engine.exec(script);
  };
  return adapter;
}
