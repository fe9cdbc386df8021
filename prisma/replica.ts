import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import type { Database } from "./database.ts";
import { databaseUrl } from "./database-url.ts";
import { PrismaClient } from "./generated/client.ts";
import { clientOptions } from "./transactions.ts";

/** After a read that went wrong there, the replica is left alone for so long (ms). */
const leftAlone = 30_000;
/** It is a help and not a need: so long (ms) is waited for a connection, and it has so many. */
const [connecting, connections] = [2_000, 4];

/**
 * Makes the way for reads that may lag. They go to the replica; where that is away, stops a read that the primary's changes
 * run into, or knows a table not yet, they go to the primary.
 * @param url DATABASE_REPLICA_URL
 * @param primary who is asked instead
 * @param limits what holds for every connection: a replica that falls silent keeps nobody waiting either
 * @throws {import("./start-error.ts").StartError} where that is no address; a replica that is away is none
 */
export function openReplica(
  url: string,
  { primary, limits }: { primary: PrismaClient; limits: pg.PoolConfig },
): Pick<Database, "lagging" | "close"> {
  const connectionString = databaseUrl(url, "DATABASE_REPLICA_URL");
  const pool = new pg.Pool({
    ...limits,
    ...{ connectionString, max: connections, connectionTimeoutMillis: connecting },
  });
  pool.on("error", () => {});
  const replica = new PrismaClient({ adapter: new PrismaPg(pool), ...clientOptions });
  let awayUntil = 0;
  return {
    async lagging(read) {
      if (performance.now() < awayUntil) return read(primary);
      try {
        return await read(replica);
      } catch {
        awayUntil = performance.now() + leftAlone;
        return read(primary);
      }
    },
    async close() {
      await replica.$disconnect();
      await pool.end();
    },
  };
}
