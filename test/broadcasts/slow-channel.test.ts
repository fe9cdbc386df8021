import { expect, onTestFinished, test } from "vitest";
import { expandBroadcasts } from "../../api/records/expand-broadcasts.ts";
import type { Channel } from "../../bot/channels/channel.ts";
import { createBroadcaster } from "../../bot/delivery/broadcasts.ts";
import { createBudget } from "../../bot/delivery/budget.ts";
import { createPauses } from "../../bot/delivery/pauses.ts";
import { repeat } from "../../bot/repeat.ts";
import { demoNow } from "../database.ts";
import { testUniversity } from "../university.ts";
import { announcer, channelOf, crowd } from "./crowd.ts";

/** A broadcast to so many, found and not sent yet, and a worker that sends so many a second. */
async function broadcastTo(count: number, rate: number) {
  const university = await testUniversity({ now: demoNow });
  onTestFinished(() => university.close());
  const { client } = university.database;
  await client.chatLink.deleteMany();
  await crowd(university, count);
  const call = await announcer(university);
  const texts = [{ language: "en" as const, body: "Dear {name}, hello." }];
  const { reference } = await call().createBroadcast({ body: { topic: "admissions", texts } });
  await call().actOnBroadcast({ params: { reference }, body: { action: "submit" } });
  await expandBroadcasts({ database: university.database, now: () => demoNow });
  return {
    client,
    look: () => call().broadcast({ params: { reference } }),
    work(send: Channel["send"], inFlight = 50): void {
      const step = createBroadcaster({
        ...{ api: university.api, channel: channelOf(send), pauses: createPauses(), inFlight },
        ...{ budget: createBudget(undefined, { telegram: rate }), log: { warn: () => {}, error: () => {} } },
      });
      const running = repeat(step, 0, () => {});
      onTestFinished(() => running.stop());
    },
  };
}

test("who says stop during a long page is heeded before the next second's worth", async () => {
  const rate = 10;
  const { client, look, work } = await broadcastTo(60, rate);
  let sent = 0;
  work(async () => {
    // All say it while the first message is on its way.
    if (++sent === 1)
      await client.$executeRaw`
        INSERT INTO subscriptions (student_id, topic_id, subscribed)
        SELECT student_id, 'admissions', false FROM chat_links`;
    return undefined;
  }, 1);
  await expect.poll(async () => (await look()).state, { timeout: 10_000 }).toBe("finished");
  expect(sent).toBe(rate);
  expect(await look()).toMatchObject({ sent: rate, leftOut: 60 - rate });
});

test("one chat that does not answer does not hold up those after it", async () => {
  const { look, work } = await broadcastTo(200, 100);
  const others = Promise.withResolvers<void>();
  let sent = 0;
  work(async () => {
    if (++sent === 1) await others.promise;
    return undefined;
  });
  await expect.poll(async () => (await look()).sent, { timeout: 10_000 }).toBe(199);
  others.resolve();
  await expect.poll(async () => (await look()).state, { timeout: 10_000 }).toBe("finished");
});
