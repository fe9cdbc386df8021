import { randomUUID } from "node:crypto";
import { Redis } from "ioredis";
import { describe, expect, test } from "vitest";
import { taking } from "./taking.ts";

const url = process.env.TEST_REDIS_URL;
describe.runIf(url)("a password", () => {
  test("is in no key of Redis, and in nothing that the operator is told", async () => {
    const redis = new Redis(url ?? "");
    const { student, receive, told } = await taking({ redis });
    const id = randomUUID();
    const password = `pass-${randomUUID()}`;
    await student.post({ kind: "text", text: "written before" });
    await student.post({ id, kind: "text", text: password, secret: true });
    receive.mockRejectedValue(new Error("away"));
    await student.post({ id, kind: "text", text: password, secret: true });
    const everything = await dump(redis, student.chat);
    expect(everything).toContain("written before");
    expect(everything).not.toContain(password);
    expect(JSON.stringify(told)).not.toContain(password);
    redis.disconnect();
  });

  test("that was written as any words is in no key of Redis once it is deleted, even if it is posted again", async () => {
    const redis = new Redis(url ?? "");
    const { student, channel } = await taking({ redis });
    const posted = { id: randomUUID(), kind: "text", text: `pass-${randomUUID()}` };
    await student.post(posted);
    expect(await dump(redis, student.chat)).toContain(posted.text);
    await channel.send(student.chat, { kind: "delete", messageId: posted.id });
    await student.post(posted);
    expect(await dump(redis, student.chat)).not.toContain(posted.text);
    redis.disconnect();
  });
});

/** Every key of a chat with all that it holds. */
async function dump(redis: Redis, chat: string): Promise<string> {
  const keys = await redis.keys(`*${chat}*`);
  const held = await Promise.all(
    keys.map(async (key) => {
      const type = await redis.type(key);
      if (type === "stream") return redis.xrange(key, "-", "+");
      if (type === "set") return redis.smembers(key);
      if (type === "string") return redis.get(key);
      if (type === "hash") return redis.hgetall(key);
      throw new Error(`${key} is a ${type}, which nobody looked into`);
    }),
  );
  return JSON.stringify([keys, held]);
}
