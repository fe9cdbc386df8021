import { Redis } from "ioredis";
import { expect, onTestFinished, test } from "vitest";
import { connectRedis } from "../../bot/redis.ts";
import { startRedis } from "../redis.ts";

/** So that it loads what it kept for longer than an answer may take, as one that kept much does. */
const slowly = [
  ...["--save", "3600 1", "--key-load-delay", "20000"],
  ...["--loading-process-events-interval-bytes", "1024"],
];
const keys = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`key-${at}`, "x".repeat(1_000)]));

test.runIf(process.env.TEST_REDIS_URL)("a Redis that is loading what it kept is waited for", async () => {
  const server = await startRedis(...slowly);
  if (!server) throw new Error("there is no redis-server");
  onTestFinished(() => server.stop());
  const before = new Redis(server.url);
  await before.mset(keys);
  await before.save();
  before.disconnect();
  await server.restart(0, "Loading RDB");
  const redis = await connectRedis(server.url, () => {});
  onTestFinished(() => redis.disconnect());
  expect(await redis.dbsize()).toBe(300);
});
