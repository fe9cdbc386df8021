import { spawnSync } from "node:child_process";
import { demoCipher, demoCipherKey, testDatabase } from "../database.ts";
import { layLine } from "../doubles/line.ts";
import { startTelegram } from "../doubles/telegram/index.ts";
import { openFleet } from "../fleet.ts";
import { startPostgres, type TestPostgres } from "../postgres.ts";
import { dataDirectory } from "../program.ts";
import { startRedis, type TestRedis } from "../redis.ts";
import { crowdOf } from "./crowd.ts";

const serviceKey = "a-service-key-for-chaos";

/** Servers and processes of one's own, each behind a line that can be hurt. */
export type Campus = Awaited<ReturnType<typeof openCampus>>;

/**
 * Starts Redis and PostgreSQL, a double of Telegram, and the program in two processes: one is the API, one is bot and
 * worker. The demo university's students are a crowd.
 * @param lasting how long faults last, in ms
 * @throws where this machine has no redis-server or no PostgreSQL
 */
export async function openCampus(lasting: number) {
  const closing: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const one of closing.splice(0).reverse()) await one();
  };
  try {
    return { ...(await open(closing)), lasting, close };
  } catch (cause) {
    await close();
    throw cause;
  }
}

async function open(closing: (() => Promise<unknown>)[]) {
  const redis = must("redis-server", await startRedis("--appendonly", "yes", "--appendfsync", "always"));
  closing.push(() => redis.stop());
  const postgres = must("PostgreSQL", await startPostgres("max_connections=40", "synchronous_commit=on"));
  closing.push(() => postgres.stop());
  process.env.TEST_POSTGRES_URL = postgres.url;
  const { database, url } = await testDatabase("postgresql");
  closing.push(() => database.close());
  const registrationNumbers = await crowdOf(database);
  const telegram = await startTelegram();
  closing.push(() => telegram.close());
  const [toRedis, toPostgres, toTelegram] = await Promise.all(
    [redis.url, url ?? "", telegram.apiRoot].map((one) => layLine(new URL(one))),
  );
  if (!toRedis || !toPostgres || !toTelegram) throw new Error("no lines");
  closing.push(() => Promise.all([toRedis, toPostgres, toTelegram].map((line) => line.close())));
  const fleet = openFleet({
    ...{ REDIS_URL: toRedis.url, API_KEY: serviceKey, ENCRYPTION_KEY: demoCipherKey },
    ...{ TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: toTelegram.url },
    NODE_OPTIONS: `--import=${new URL("troublemaker.ts", import.meta.url)}`,
  });
  closing.push(() => fleet.stop());
  const data = await dataDirectory();
  closing.push(() => data.remove());
  // A small disk of its own for documents, where this user may mount one.
  const hasOwnDisk = spawnSync("mount", ["-t", "tmpfs", "-o", "size=2m", "tmpfs", data.path]).status === 0;
  if (hasOwnDisk) closing.push(async () => void spawnSync("umount", [data.path]));
  const [api] = await fleet.add("api", { DATABASE_URL: toPostgres.url, DATA_DIR: data.path });
  if (!api) throw new Error("no API");
  const toApi = await layLine(new URL(api.url));
  closing.push(() => toApi.close());
  const [bot] = await fleet.add("bot,worker", { API_URL: toApi.url });
  if (!bot) throw new Error("no bot");
  return {
    disk: hasOwnDisk ? data.path : undefined,
    ...{ redis, postgres, telegram, database, databaseUrl: url ?? "", fleet, api, bot },
    lines: { redis: toRedis, postgres: toPostgres, telegram: toTelegram, api: toApi },
    registrationNumbers,
    /** What students have written to the desk, by what they wrote. */
    async written(): Promise<Map<string, number>> {
      const rows = await database.client.requestMessage.findMany({ where: { author: "student" } });
      const texts = rows.map(({ bodySealed }) => demoCipher.open("request_messages.body", bodySealed));
      return new Map([...Map.groupBy(texts, (text) => text)].map(([text, same]) => [text, same.length]));
    },
  };
}

function must<T extends TestRedis | TestPostgres>(name: string, server: T | undefined): T {
  if (!server) throw new Error(`chaos needs ${name} on this machine`);
  return server;
}
