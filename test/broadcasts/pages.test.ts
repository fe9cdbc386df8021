import { randomUUID } from "node:crypto";
import { expect, onTestFinished, test } from "vitest";
import type { BroadcastTopic } from "../../api/contract/broadcasts.ts";
import { failuresOf } from "../../api/records/broadcast-reports.ts";
import { expandBroadcasts } from "../../api/records/expand-broadcasts.ts";
import { type Channel, DeliveryFailure } from "../../bot/channels/channel.ts";
import { createBroadcaster } from "../../bot/delivery/broadcasts.ts";
import { createBudget } from "../../bot/delivery/budget.ts";
import { createPauses } from "../../bot/delivery/pauses.ts";
import { plain } from "../../conversations/engine/markup.ts";
import { demoNow } from "../database.ts";
import { hurried } from "../hurried.ts";
import { testUniversity } from "../university.ts";
import { announcer, channelOf, crowd } from "./crowd.ts";

/** A university whose only chats are those of a crowd, and a broadcast to it that has been sent off. */
async function broadcastTo(count: number) {
  const university = await testUniversity({ engine: "pglite", now: demoNow });
  onTestFinished(() => university.close());
  const { client } = university.database;
  await client.chatLink.deleteMany();
  await crowd(university, count);
  const call = await announcer(university);
  return {
    ...university,
    client,
    student: (n: number) => ({ registrationNumber: `40A-${String(n).padStart(6, "0")}` }),
    link: (n: number) => ({ chat: `chat-40A-${String(n).padStart(6, "0")}` }),
    async send(topic: BroadcastTopic = "admissions", body = "Dear {name}, hello.") {
      const texts = [{ language: "en" as const, body }];
      const { reference } = await call().createBroadcast({ body: { topic, texts } });
      await call().actOnBroadcast({ params: { reference }, body: { action: "submit" } });
      await expandBroadcasts({ database: university.database, now: () => new Date(university.clock.now) });
      return () => call().broadcast({ params: { reference } });
    },
    /** @returns the chats that a worker would write to now */
    async chatsOnNextPage(): Promise<string[]> {
      const { page } = await university.api.leaseBroadcastPages({ body: { channel: "telegram" } });
      const recipients: [string][] = JSON.parse(page?.recipients ?? "[]");
      return recipients
        .filter((_, place) => !page?.notNow.includes(place))
        .map(([chat]) => chat)
        .sort();
    },
  };
}

test("says who was not reached, although whole stretches of pages are of students who are not there any more", async () => {
  const { client, database, send, student } = await broadcastTo(1);
  const { reference } = await (await send())();
  const { students, ...page } = await client.broadcastPage.findFirstOrThrow({
    omit: { id: true, quiet: true },
  });
  const failed = { ...page, failed: 1, reasons: { 0: "blocked" } };
  const gone = Array.from({ length: 45 }, () => ({ ...failed, students: [randomUUID()] }));
  await client.broadcastPage.createMany({ data: gone });
  await client.broadcastPage.create({ data: { ...failed, students } });
  const found: unknown[] = [];
  for await (const failure of failuresOf({ database }, reference)) found.push(failure);
  expect(found).toEqual([{ ...student(0), channel: "telegram", reason: "blocked" }]);
});

test("goes to no chat that its student has logged out of, that is over, or where we are blocked", async () => {
  const { client, link, send, chatsOnNextPage } = await broadcastTo(4);
  await client.chatLink.updateMany({ where: link(0), data: { revokedAt: demoNow } });
  await client.chatLink.updateMany({ where: link(1), data: { expiresAt: demoNow } });
  await client.chatLink.updateMany({ where: link(2), data: { blockedAt: demoNow } });
  const look = await send();
  expect(await look()).toMatchObject({ recipients: 1, total: 1 });
  expect(await chatsOnNextPage()).toEqual([link(3).chat]);
});

test("goes to no chat that is over, or was logged out of, by the time that it is its turn", async () => {
  const { client, clock, link, send, chatsOnNextPage } = await broadcastTo(3);
  await send();
  clock.now = new Date(demoNow.getTime() + 2_000);
  await client.chatLink.updateMany({ where: link(0), data: { revokedAt: clock.now } });
  await client.chatLink.updateMany({ where: link(1), data: { expiresAt: clock.now } });
  expect(await chatsOnNextPage()).toEqual([link(2).chat]);
});

test("goes to the chat that its student has chosen, and to no other", async () => {
  const { client, student, link, send, chatsOnNextPage } = await broadcastTo(1);
  const { id, studentId } = await client.chatLink.findFirstOrThrow({ where: link(0) });
  const newer = { studentId, channel: "telegram", chat: "newer", tokenHash: randomUUID() };
  await client.chatLink.create({
    data: { ...newer, createdAt: new Date("2029-01-01"), expiresAt: new Date("2030-01-01") },
  });
  await client.student.update({ where: student(0), data: { preferredChatLinkId: id } });
  await send();
  expect(await chatsOnNextPage()).toEqual([link(0).chat]);
});

test.each([
  ["an emergency wakes", "emergency", 1],
  ["anything else lets sleep", "admissions", 0],
] as const)("%s whoever has quiet hours now", async (_, topic, woken) => {
  const { client, student, send, chatsOnNextPage } = await broadcastTo(1);
  // It is two in the afternoon in Pakistan.
  await client.student.update({ where: student(0), data: { quietFrom: 13 * 60, quietTo: 15 * 60 } });
  await send(topic);
  expect(await chatsOnNextPage()).toHaveLength(woken);
});

test("what has gone out of a long message does not go again when the next part has to", async () => {
  const { api, send } = await broadcastTo(1);
  const words = Array.from({ length: 300 }, (_, n) => `word${n}`);
  const look = await send("admissions", words.join(" "));
  const heard: string[] = [];
  let fails = 2;
  const whole = channelOf(async (_, message) => {
    if (heard.length > 0 && fails-- > 0) throw new DeliveryFailure("unreachable", "502");
    heard.push(message.kind === "text" ? plain(message.text) : "");
    return "1";
  });
  const channel: Channel = { ...whole, can: { ...whole.can, textLength: 1_000 } };
  const { now, wait } = hurried();
  const step = createBroadcaster({
    ...{ api, channel, budget: createBudget(undefined, {}), pauses: createPauses(now, wait) },
    log: { warn: () => {}, error: () => {} },
  });
  await step(new AbortController().signal);
  expect(heard.length).toBeGreaterThan(1);
  expect(heard.join(" ").match(/word\d+/g)).toEqual(words);
  expect(await look()).toMatchObject({ state: "finished", sent: 1, failed: 0 });
});
