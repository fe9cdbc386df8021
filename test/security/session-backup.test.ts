import { truncateSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { describe, expect, onTestFinished, test } from "vitest";
import { sessionBackup } from "../../bot/channels/whatsapp-web/session-backup.ts";
import { sealWith } from "../../bot/seal.ts";

test("what is sealed opens with the same secret for the same purpose, whole", () => {
  const plain = Buffer.from("the session of a number");
  const { seal, open } = sealWith("one secret", "sessions");
  const sealed = seal(plain);
  expect(sealed.includes("session")).toBe(false);
  expect(seal(plain).equals(sealed)).toBe(false);
  expect(open(sealed)?.equals(plain)).toBe(true);
  for (let at = 0; at < sealed.length; at++) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(open(changed)).toBeUndefined();
    expect(open(sealed.subarray(0, at))).toBeUndefined();
  }
  expect(sealWith("another secret", "sessions").open(sealed)).toBeUndefined();
  expect(sealWith("one secret", "something else").open(sealed)).toBeUndefined();
});

const url = process.env.TEST_REDIS_URL;
describe.runIf(url)("the session of a WhatsApp number in Redis", () => {
  const key = "rabta:whatsapp:session";

  /** A machine of ours, with the session of a number if it has one. */
  async function machine(redis: Redis, secret: string, session?: string) {
    const path = await mkdtemp(join(tmpdir(), "rabta-number-"));
    onTestFinished(() => rm(path, { recursive: true, force: true }));
    const file = join(path, "session", "Local State");
    if (session !== undefined) {
      await mkdir(join(path, "session"));
      await writeFile(file, session);
    }
    return { ...sessionBackup(redis, path, secret), file };
  }

  test("moves to a machine with the same API_KEY; another reads nothing of it, and is paired anew", async () => {
    // A database of its own: other tests keep the same key.
    const redis = new Redis(url ?? "", { db: 9 });
    onTestFinished(() => redis.quit().then(() => {}));
    const first = await machine(redis, "the API's key", "who reads this is the number");
    await first.save();
    const kept = await redis.getBuffer(key);
    expect(kept?.subarray(0, 2).toString("hex")).not.toBe("1f8b");
    expect(kept?.includes("the number")).toBe(false);
    const thief = await machine(redis, "a guessed key");
    expect(await thief.restore()).toBe(false);
    const second = await machine(redis, "the API's key");
    expect(await second.restore()).toBe(true);
    expect(await readFile(second.file, "utf8")).toBe("who reads this is the number");
    await redis.set(key, Buffer.from("1f8b08000000", "hex"));
    expect(await (await machine(redis, "the API's key")).restore()).toBe(false);
    await first.forget();
    expect(await redis.exists(key)).toBe(0);
  });

  test("is read again where the browser wrote while it was read", async () => {
    const redis = new Redis(url ?? "", { db: 8 });
    onTestFinished(() => redis.quit().then(() => {}));
    const here = await machine(redis, "the API's key", "whole");
    const end = performance.now() + 500;
    const write = () => {
      // Shorter and longer from one look to the next, until it stands still.
      truncateSync(here.file, performance.now() > end ? 5 : Math.floor(Math.random() * 100_000));
      if (performance.now() <= end) setImmediate(write);
    };
    write();
    await here.save();
    const there = await machine(redis, "the API's key");
    expect(await there.restore()).toBe(true);
    await here.forget();
  });
});
