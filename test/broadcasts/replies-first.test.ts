import { expect, test } from "vitest";
import { expandBroadcasts } from "../../api/records/expand-broadcasts.ts";
import { createBroadcaster } from "../../bot/delivery/broadcasts.ts";
import { createBudget } from "../../bot/delivery/budget.ts";
import { createOutbox } from "../../bot/delivery/outbox.ts";
import { createPauses } from "../../bot/delivery/pauses.ts";
import { memoryStore } from "../../conversations/engine/stores/memory-store.ts";
import { demoNow } from "../database.ts";
import { testUniversity } from "../university.ts";
import { announcer, channelOf, crowd } from "./crowd.ts";

test("a reply goes out while a broadcast waits for its pace: it is not queued behind it", async () => {
  const university = await testUniversity({ now: demoNow });
  const stopping = new AbortController();
  try {
    await university.database.client.chatLink.deleteMany();
    await crowd(university, 200);
    const call = await announcer(university);
    const texts = [{ language: "en" as const, body: "Dear {name}, hello." }];
    const { reference } = await call().createBroadcast({ body: { topic: "exams", texts } });
    await call().actOnBroadcast({ params: { reference }, body: { action: "submit" } });
    await expandBroadcasts({ database: university.database, now: () => demoNow });
    const order: string[] = [];
    const channel = channelOf(async (chat) => {
      order.push(chat);
      return "1";
    });
    const log = { warn: () => {}, error: () => {} };
    const pauses = createPauses();
    const step = createBroadcaster({
      ...{ api: university.api, channel, budget: createBudget(undefined, { telegram: 5 }), pauses, log },
    });
    const sending = step(stopping.signal);
    await expect.poll(() => order.length, { timeout: 10_000 }).toBeGreaterThan(0);
    const store = memoryStore();
    const sender = () => ({ id: "test", now: Date.now(), lease: 10_000 });
    const outbox = createOutbox({ channels: new Map([["telegram", channel]]), store, sender, pauses, log });
    outbox.owe({ channel: "telegram", chat: "student" }, [
      { sequence: 1, message: { kind: "text", text: "Your grades" } },
    ]);
    await outbox.idle();
    expect(order).toContain("student");
    // Far from all of the 200 had gone, and the rest goes on.
    expect(order.length).toBeLessThan(150);
    stopping.abort();
    await sending;
    expect((await call().broadcast({ params: { reference } })).state).toBe("running");
  } finally {
    stopping.abort();
    await university.close();
  }
});
