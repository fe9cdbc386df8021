import { Redis } from "ioredis";
import { describe, expect, onTestFinished, test } from "vitest";
import { holdNumber } from "../../bot/channels/whatsapp-web/number.ts";

const url = process.env.TEST_REDIS_URL;

describe.runIf(url)("a WhatsApp number that several processes may have", () => {
  /** A process of ours, and what it did; the last is asked for with each look. */
  async function machine(prepare: () => Promise<void> = async () => {}) {
    // A database of its own: other tests hold the same number.
    const redis = new Redis(url ?? "", { db: 10 });
    const did: string[] = [];
    const logged: string[] = [];
    const log = (_: object, message: string) => void logged.push(message);
    const number = holdNumber({
      ...{ redis, prepare, log: { info: log, warn: log, error: log } },
      begin: () => void did.push("begin"),
      end: async () => void did.push("end"),
    });
    onTestFinished(async () => {
      await number.stop();
      await number.release();
      redis.disconnect();
    });
    return { redis, number, did, logged };
  }

  test("is let go of by who lost it, and taken again when it is free", async () => {
    const { redis, did } = await machine();
    await expect.poll(() => did, { timeout: 10_000 }).toEqual(["begin"]);
    await redis.set("rabta:lease:whatsapp-web", "another process", "PX", 2_500);
    await expect.poll(() => did, { timeout: 10_000 }).toEqual(["begin", "end"]);
    expect(await redis.get("rabta:lease:whatsapp-web")).toBe("another process");
    await expect.poll(() => did, { timeout: 10_000 }).toEqual(["begin", "end", "begin"]);
  });

  test("is begun with later where its session could not be fetched, and goes to another when it stops", async () => {
    let failures = 2;
    const one = await machine(async () => {
      if (failures-- > 0) throw new Error("Command timed out");
    });
    await expect.poll(() => one.did, { timeout: 10_000 }).toEqual(["begin"]);
    expect(one.logged).toEqual(["WhatsApp cannot be begun with; it will be tried again"]);
    const other = await machine();
    await one.number.stop();
    expect([one.did, other.did]).toEqual([["begin"], []]);
    await one.number.release();
    await expect.poll(() => other.did, { timeout: 10_000 }).toEqual(["begin"]);
  });
});
