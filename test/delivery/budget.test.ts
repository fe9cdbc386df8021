import { randomUUID } from "node:crypto";
import { Redis } from "ioredis";
import { describe, expect, onTestFinished, test } from "vitest";
import { createBudget } from "../../bot/delivery/budget.ts";

const rate = 25;

describe("the pace of broadcasts", () => {
  test("is a second's worth at once, and then what comes with time", async () => {
    const clock = { now: 100_000 };
    const budget = createBudget(undefined, { telegram: rate }, () => clock.now);
    expect(await budget.take("telegram", 40)).toMatchObject({ granted: rate });
    expect(await budget.take("telegram", 40)).toEqual({ granted: 0, wait: 40 });
    clock.now += 400;
    expect(await budget.take("telegram", 40)).toMatchObject({ granted: 10 });
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
    "is kept where a Redis takes over whose clock is behind",
    async () => {
      const redis = new Redis(process.env.TEST_REDIS_URL ?? "");
      const channel = `channel-${randomUUID()}`;
      const key = `rabta:budget:{${channel}}`;
      onTestFinished(async () => {
        await redis.del(key);
        await redis.quit();
      });
      // So slow that the test's own time brings nothing.
      const budget = createBudget(redis, { [channel]: 0.001 });
      expect(await budget.take(channel, 1)).toMatchObject({ granted: 1 });
      const { at } = await redis.hgetall(key);
      await redis.hset(key, "at", Number(at) + 3_600_000);
      expect(await budget.take(channel, 1)).toMatchObject({ granted: 0 });
      expect(Number((await redis.hgetall(key)).left)).toBeGreaterThanOrEqual(0);
    },
  );
});
