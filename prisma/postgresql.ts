import { Socket } from "node:net";
import { finished } from "node:stream/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import type { Database, ExclusiveConnection } from "./database.ts";
import { codeOf, databaseUrl, unreachable } from "./database-url.ts";
import { PrismaClient } from "./generated/client.ts";
import { preparedBy } from "./prepared.ts";
import { openReplica } from "./replica.ts";
import { clientOptions } from "./transactions.ts";

/** The adapter writes and reads instants without their zone. */
const utc = "SET TIME ZONE 'UTC'";

/**
 * PostgreSQL compiles statements that look dear, anew each time: that takes a core for a third of a second, which for ours
 * is longer than to run them. And it takes a jump to another place of a table for as slow as on a disk that turns: rather
 * than look up the chats of a thousand students it would read everybody's.
 */
const planning = "SET jit = off; SET random_page_cost = 1.1";

/** A line on which nothing comes for so long (ms) is cut, and who waits for an answer there hears of it. */
const silence = 22_000;

/**
 * Nobody waits longer for an answer than a student does (ms): neither the server, which stops what takes longer, nor we
 * for a server that says nothing; and who stands still in the middle of a transaction does not keep others waiting. It is
 * the line that has a timer: with pg's own, one a query (query_timeout), what a query leaves behind outlives two
 * collections of new objects, and each of these takes fifty times as long.
 */
const limits = {
  keepAlive: true,
  stream: () => {
    const line = new Socket();
    return line.setTimeout(silence, () =>
      line.destroy(new Error("Connection terminated: nothing was heard")),
    );
  },
  onConnect: async (connection: pg.ClientBase) =>
    void (await connection.query(
      `${utc}; ${planning}; SET statement_timeout = 20000; SET idle_in_transaction_session_timeout = 30000`,
    )),
};

/** A server that is starting up, as after a power cut, is asked so often (ms), for so long at most. */
const startingUp = { pause: 500, most: 30_000 };

/** Waits out that a server is starting up, which it says itself: whoever started with it need not be started again. */
async function onceStarted<T>(ask: () => Promise<T>): Promise<T> {
  for (const begun = performance.now(); ; ) {
    try {
      return await ask();
    } catch (cause) {
      if (codeOf(cause) !== "57P03" || performance.now() > begun + startingUp.most) throw cause;
      await sleep(startingUp.pause);
    }
  }
}

/**
 * Opens a PostgreSQL server through a bounded pool.
 * @param url DATABASE_URL
 * @param connections the most connections that the pool opens
 * @param named what the URL is called, and DATABASE_REPLICA_URL
 * @throws {import("./start-error.ts").StartError} one sentence, if the URL is wrong or the server does not let us in
 */
export async function openPostgresql(
  url: string,
  connections: number,
  { name = "DATABASE_URL", replicaUrl }: { name?: string; replicaUrl?: string | undefined } = {},
): Promise<Database> {
  const config: pg.PoolConfig = {
    connectionString: databaseUrl(url, name),
    connectionTimeoutMillis: 10_000,
    onConnect: async (connection) => void (await connection.query(utc)),
  };
  const pool = new pg.Pool({ ...config, ...limits, max: connections });
  // A connection that breaks while idle is replaced at its next use, which reports what is wrong.
  pool.on("error", () => {});
  await onceStarted(() => pool.query("SELECT 1")).catch(async (cause: unknown) => {
    await pool.end();
    throw unreachable(url, cause, name);
  });
  const client = new PrismaClient({ adapter: new PrismaPg(pool), ...clientOptions });
  const replica = replicaUrl ? openReplica(replicaUrl, { primary: client, limits }) : undefined;
  return {
    kind: "postgresql",
    client,
    lagging: replica?.lagging ?? ((read) => read(client)),
    query: (text, values) => query(pool, text, values),
    prepared: preparedBy(pool, client),
    exclusively: (task) => exclusively(new pg.Pool({ ...config, max: 1, idleTimeoutMillis: 0 }), task),
    async close() {
      await replica?.close();
      await client.$disconnect();
      await pool.end();
    },
  };
}

async function query(
  asked: Pick<pg.Pool | pg.PoolClient, "query">,
  text: string,
  values?: unknown[],
): Promise<{ rows: Record<string, unknown>[] }> {
  const results: unknown = await asked.query(text, values);
  return { rows: (Array.isArray(results) ? results : [results]).flatMap(rowsOf) };
}

/** The same on a pool of one, which lives on where a statement fails: the pool's own way would end its connection. */
async function onOne(pool: pg.Pool, text: string, values?: unknown[]) {
  const connection = await pool.connect();
  try {
    return await query(connection, text, values);
  } finally {
    connection.release();
  }
}

function rowsOf(result: unknown): Record<string, unknown>[] {
  return result instanceof Object && "rows" in result && Array.isArray(result.rows) ? result.rows : [];
}

/** A pool of one is one connection, so a transaction begun there holds whatever is asked of it. */
async function exclusively<T>(
  pool: pg.Pool,
  task: (connection: ExclusiveConnection) => Promise<T>,
): Promise<T> {
  try {
    await pool.query("BEGIN");
    const outcome = await task({
      factory: new WholeScriptPg(pool),
      query: (text, values) => onOne(pool, text, values),
      async copy(target, rows) {
        const connection = await pool.connect();
        try {
          const into = connection.query(copyFrom(`COPY ${target} FROM STDIN`));
          await finished(into.end(rows));
        } finally {
          connection.release();
        }
      },
    });
    await pool.query("COMMIT");
    return outcome;
  } finally {
    // Ending the connection takes back what was not committed.
    await pool.end();
  }
}

/** The adapter, but a script goes to the server as it is rather than cut at every semicolon. */
class WholeScriptPg implements SqlMigrationAwareDriverAdapterFactory {
  readonly provider = "postgres";
  readonly adapterName = "@prisma/adapter-pg";
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  async connect(): Promise<SqlDriverAdapter> {
    const adapter = await new PrismaPg(this.#pool).connect();
    adapter.executeScript = async (script) => {
      await this.#pool.query(script);
    };
    return adapter;
  }

  connectToShadowDb(): Promise<SqlDriverAdapter> {
    throw new Error("a shadow database is made by the embedded engine, see migrate.ts");
  }
}
