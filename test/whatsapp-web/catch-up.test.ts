import { expect, test } from "vitest";
import type { Chat, Message } from "whatsapp-web.js";
import { createCatchUp } from "../../bot/channels/whatsapp-web/catch-up.ts";

const message = (id: string, timestamp: number) =>
  ({ id: { _serialized: id }, from: "923001234567@c.us", timestamp }) as Message;

/** A chat in which this stands unread. */
const chatWith = (...messages: Message[]) =>
  ({
    id: { _serialized: "923001234567@c.us" },
    unreadCount: messages.length,
    fetchMessages: async ({ limit = 0 }) => messages.slice(-limit),
  }) as unknown as Chat;

function catchingUp() {
  const told: string[] = [];
  return { told, ...createCatchUp(({ id }) => told.push(id._serialized)) };
}

test("what comes while the unread is read waits for it, and comes once", async () => {
  const { told, begin, came, read } = catchingUp();
  begin();
  came(message("two", 2));
  came(message("three", 3));
  await read([chatWith(message("one", 1), message("two", 2))]);
  came(message("four", 4));
  expect(told).toEqual(["one", "two", "three", "four"]);
});

test("a page that was loaded again before it got ready holds nothing up", async () => {
  const { told, begin, came, read } = catchingUp();
  begin();
  came(message("two", 2));
  begin();
  await read([chatWith(message("one", 1))]);
  came(message("three", 3));
  expect(told).toEqual(["one", "two", "three"]);
});

test("what comes while a page is loaded again waits for its reading, too", async () => {
  const { told, begin, came, read } = catchingUp();
  begin();
  const first = read([chatWith(message("one", 1))]);
  begin();
  await first;
  came(message("three", 3));
  expect(told).toEqual(["one"]);
  await read([chatWith(message("two", 2))]);
  expect(told).toEqual(["one", "two", "three"]);
});
