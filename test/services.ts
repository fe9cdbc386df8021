import { launchable } from "./chromium.ts";
import { startPostgres } from "./postgres.ts";
import { startRedis } from "./redis.ts";

/** With this set (as CI does), a service that is not there fails the run instead of skipping its tests. */
const required = process.env.REQUIRE_SERVICES === "1";

/**
 * Starts the real services that this machine has, for the whole run, and says which; the tests find them in the
 * environment.
 */
export default async function services(): Promise<() => Promise<void>> {
  const redis = await startRedis();
  const postgres = await startPostgres();
  const chromium = launchable();
  const found = {
    Redis: redis !== undefined,
    PostgreSQL: postgres !== undefined,
    Chromium: chromium !== undefined,
  };
  const say = ([name, is]: [string, boolean]) =>
    `${name}: ${is ? "real" : "not on this machine, its tests are skipped"}`;
  console.log(`Services · ${Object.entries(found).map(say).join(" · ")}`);
  const missing = Object.entries(found).filter(([, is]) => !is);
  if (required && missing.length > 0) {
    throw new Error(
      `REQUIRE_SERVICES is set, and this machine lacks ${missing.map(([name]) => name).join(", ")}`,
    );
  }
  if (redis) process.env.TEST_REDIS_URL = redis.url;
  if (postgres) process.env.TEST_POSTGRES_URL = postgres.url;
  return async () => {
    await Promise.all([redis?.stop(), postgres?.stop()]);
  };
}
