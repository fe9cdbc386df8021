import { Redis } from "ioredis";
import { expect, onTestFinished, test } from "vitest";
import { createWindow } from "../../bot/channels/whatsapp-cloud/window.ts";

const url = process.env.TEST_REDIS_URL;

test.each([
  ["in memory", undefined],
  ["in Redis", url],
])("a service window is open from somebody's message until Meta says otherwise, %s", async (_, at) => {
  const redis = at === undefined ? undefined : new Redis(at);
  onTestFinished(() => redis?.disconnect());
  const window = createWindow(redis, Date.now);
  const chat = crypto.randomUUID();
  expect(await window.isOpen(chat)).toBe(false);
  expect([await window.open(chat), await window.open(chat), await window.isOpen(chat)]).toEqual([
    true,
    false,
    true,
  ]);
  await window.close(chat);
  expect(await window.isOpen(chat)).toBe(false);
  expect(await window.open(chat)).toBe(true);
  await window.close(chat);
});
