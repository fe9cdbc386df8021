import { randomUUID } from "node:crypto";
import { expect, onTestFinished, test } from "vitest";
import { expandBroadcasts, restAfter } from "../../api/records/expand-broadcasts.ts";
import { demoNow, testDatabase } from "../database.ts";
import { crowd } from "./crowd.ts";

/** So many students in chats, and broadcasts to all of them that have begun, the first first. */
async function begun(students: number, ...topics: string[]) {
  const { database } = await testDatabase();
  onTestFinished(() => database.close());
  await database.client.chatLink.deleteMany();
  await crowd({ database }, students);
  for (const [n, topicId] of topics.entries())
    await database.client.broadcast.create({
      data: {
        ...{ reference: randomUUID(), topicId, segment: {}, state: "running" },
        startedAt: new Date(demoNow.getTime() + n),
      },
    });
  return { client: database.client, records: { database, now: () => demoNow } };
}

test("who waits for pages is woken until plenty are ready", async () => {
  const { client, records } = await begun(10_000, "admissions");
  const found: string[] = [];
  await expandBroadcasts(records, { found: (channel) => found.push(channel) });
  const pages = await client.broadcastPage.findMany({ select: { count: true } });
  const counts = pages.map(({ count }) => count);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(10_000);
  expect(Math.max(...counts)).toBe(1_000);
  expect(found.every((channel) => channel === "telegram")).toBe(true);
  expect(found.length).toBeGreaterThanOrEqual(7);
  expect(found.length).toBeLessThan(pages.length);
});

test("of two processes at the same broadcast neither finds anybody whom the other has found", async () => {
  const { client, records } = await begun(3_000, "admissions");
  await Promise.all([expandBroadcasts(records), expandBroadcasts(records)]);
  const pages = await client.broadcastPage.findMany({ select: { students: true, recipients: true } });
  const all = pages.flatMap(({ students }) => students);
  expect(all).toHaveLength(3_000);
  expect(new Set(all).size).toBe(3_000);
  for (const { students, recipients } of pages) expect(JSON.parse(recipients)).toHaveLength(students.length);
});

test("an emergency goes before what began earlier, and does not wait until that is found", async () => {
  const { client, records } = await begun(1_500, "admissions", "emergency");
  const stop = new AbortController();
  await expandBroadcasts(records, { stop: stop.signal, found: () => stop.abort() });
  const pages = await client.broadcastPage.findMany({ select: { broadcast: { select: { topicId: true } } } });
  expect(pages).toEqual([{ broadcast: { topicId: "emergency" } }]);
});

test.each([
  ["nobody is ready", [], 0],
  ["a few are", [["telegram", 3_000, true]], 0],
  ["more are than anybody needs soon", [["telegram", 6_000, true]], 500],
  ["plenty are", [["telegram", 8_000, true]], 1_000],
  [
    "plenty are, and nobody takes those of another channel",
    [
      ["telegram", 9_000, true],
      ["web", 10, false],
    ],
    1_000,
  ],
  [
    "plenty are, and another channel waits for more",
    [
      ["whatsapp-web", 9_000, true],
      ["telegram", 500, true],
    ],
    60,
  ],
] as [string, [string, number, boolean][], number][])(
  "after a page of 20 ms it rests, where %s, %j: %i ms",
  (_, channels, rest) => {
    const ready = channels.map(([channel, count, isSent]) => ({ channel, count, isSent, isNew: true }));
    expect(restAfter(ready, 20)).toBe(rest);
  },
);
