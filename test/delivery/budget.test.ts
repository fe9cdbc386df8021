import { randomUUID } from "node:crypto";
import { Redis } from "ioredis";
import { describe, expect, onTestFinished, test } from "vitest";
import { createBudget } from "../../bot/delivery/budget.ts";

const rate = 25;

/** A channel of a test's own in the real Redis, and where its budget is kept there. */
function inRedis() {
  const redis = new Redis(process.env.TEST_REDIS_URL ?? "");
  const channel = `channel-${randomUUID()}`;
  const key = `rabta:budget:{${channel}}`;
  onTestFinished(async () => {
    await redis.del(key);
    await redis.quit();
  });
  return { redis, channel, key };
}

describe("the pace of broadcasts", () => {
  test("is a second's worth at once, and then what comes with time", async () => {
    const clock = { now: 100_000 };
    const budget = createBudget(undefined, { telegram: rate }, () => clock.now);
    expect(await budget.take("telegram", 40)).toMatchObject({ granted: rate });
    expect(await budget.take("telegram", 40)).toEqual({ granted: 0, wait: 40 });
    clock.now += 400;
    expect(await budget.take("telegram", 40)).toMatchObject({ granted: 10 });
    // Half a message's time has passed: there is as much to wait for.
    clock.now += 20;
    expect(await budget.take("telegram", 1)).toEqual({ granted: 0, wait: 20 });
    clock.now += 20;
    expect(await budget.take("telegram", 1)).toEqual({ granted: 1, wait: 0 });
  });

  test("of less than one a second is one at a time", async () => {
    const clock = { now: 100_000 };
    const budget = createBudget(undefined, { "whatsapp-web": 0.5 }, () => clock.now);
    expect(await budget.take("whatsapp-web", 1)).toEqual({ granted: 1, wait: 0 });
    expect(await budget.take("whatsapp-web", 1)).toEqual({ granted: 0, wait: 2_000 });
    clock.now += 60_000;
    expect(await budget.take("whatsapp-web", 2)).toMatchObject({ granted: 1 });
  });

  test("is none for a channel that has none", async () => {
    const budget = createBudget(undefined, { telegram: rate });
    expect(await budget.take("web", 1_000)).toEqual({ granted: 1_000, wait: 0 });
    expect([budget.perSecond("web"), budget.perSecond("telegram")]).toEqual([Number.POSITIVE_INFINITY, rate]);
  });

  test("stands still while Redis is away", async () => {
    const away = new Redis({ lazyConnect: true });
    away.disconnect();
    expect(await createBudget(away, { telegram: rate }).take("telegram", 1)).toEqual({
      granted: 0,
      wait: 500,
    });
  });

  test("is kept where the clock is set back: nothing is granted for it, and nothing owed", async () => {
    const clock = { now: 100_000 };
    const budget = createBudget(undefined, { telegram: rate }, () => clock.now);
    await budget.take("telegram", rate);
    clock.now -= 60_000;
    expect(await budget.take("telegram", rate)).toEqual({ granted: 0, wait: 40 });
    clock.now += 400;
    expect(await budget.take("telegram", rate)).toMatchObject({ granted: 10 });
  });

  test.runIf(process.env.TEST_REDIS_URL)(
    "is a second's worth at the most in Redis too, however long nothing went",
    async () => {
      const { redis, channel, key } = inRedis();
      const budget = createBudget(redis, { [channel]: rate });
      await budget.take(channel, rate);
      const { at } = await redis.hgetall(key);
      await redis.hset(key, "at", Number(at) - 30_000);
      expect(await budget.take(channel, 40)).toMatchObject({ granted: rate });
      // Half a minute of one in a hundred seconds is not one yet.
      await redis.hset(key, { left: 0, at: Number(at) - 30_000 });
      expect(await createBudget(redis, { [channel]: 0.01 }).take(channel, 1)).toMatchObject({ granted: 0 });
    },
  );

  test.runIf(process.env.TEST_REDIS_URL)(
    "is kept where a Redis takes over whose clock is behind",
    async () => {
      const { redis, channel, key } = inRedis();
      // So slow that the test's own time brings nothing.
      const budget = createBudget(redis, { [channel]: 0.001 });
      expect(await budget.take(channel, 1)).toEqual({ granted: 1, wait: 0 });
      expect(await redis.pttl(key)).toBeGreaterThan(0);
      const { at } = await redis.hgetall(key);
      await redis.hset(key, "at", Number(at) + 3_600_000);
      const { granted, wait } = await budget.take(channel, 1);
      expect([granted, wait > 900_000 && wait <= 1_000_000]).toEqual([0, true]);
      expect(Number((await redis.hgetall(key)).left)).toBeGreaterThanOrEqual(0);
    },
  );
});
