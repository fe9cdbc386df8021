import { randomUUID } from "node:crypto";
import { expect, onTestFinished, test } from "vitest";
import { expandBroadcasts } from "../../api/records/expand-broadcasts.ts";
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

test("who waits for pages is woken until enough are ready; the rest are found at leisure", async () => {
  const { client, records } = await begun(8_000, "admissions");
  let found = 0;
  await expandBroadcasts(records, { found: () => found++ });
  expect(found).toBe(4);
  const { _sum, _count } = await client.broadcastPage.aggregate({ _sum: { count: true }, _count: true });
  expect(_sum.count).toBe(8_000);
  expect(_count).toBeGreaterThan(found);
});

test("an emergency goes before what began earlier, and does not wait until that is found", async () => {
  const { client, records } = await begun(1_500, "admissions", "emergency");
  const stop = new AbortController();
  await expandBroadcasts(records, { stop: stop.signal, found: () => stop.abort() });
  const pages = await client.broadcastPage.findMany({ select: { broadcast: { select: { topicId: true } } } });
  expect(pages).toEqual([{ broadcast: { topicId: "emergency" } }]);
});
