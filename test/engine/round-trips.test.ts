import { randomUUID } from "node:crypto";
import { Redis } from "ioredis";
import { describe, expect, onTestFinished, test } from "vitest";
import { createEngine } from "../../conversations/engine/engine.ts";
import { redisStore } from "../../conversations/engine/stores/redis-store.ts";
import type { Entry } from "../../conversations/engine/stores/store.ts";
import { tap } from "../doubles/tap.ts";
import { tallyHouse } from "../durability/tally.ts";

const url = process.env.TEST_REDIS_URL;

/** An engine whose line to Redis is watched: which commands went out, and how many bytes. */
async function watched() {
  const commands: string[] = [];
  let bytes = 0;
  const line = await tap("redis", new URL(url!), ({ way, text }) => {
    if (way === "to") {
      bytes += text.length;
      commands.push(...[...text.matchAll(/\*\d+\r\n\$\d+\r\n(\w+)\r\n/g)].map(([, name = ""]) => name));
    }
    return true;
  });
  const redis = new Redis(line.url, { enableAutoPipelining: true });
  onTestFinished(async () => {
    redis.disconnect();
    await line.close();
  });
  const store = redisStore(redis);
  const sender = () => ({ id: "a sender", now: Date.now(), lease: 60_000 });
  const address = { channel: "test", chat: randomUUID() };
  let owed: Entry[] = [];
  const engine = createEngine({
    ...{ house: tallyHouse, store, sender },
    fitTo: (_, message) => [message],
    owe: (_, entries) => (owed = entries),
    wrong: (_, cause) => {
      throw cause;
    },
  });
  let turns = 0;
  /** One turn, until it is safe. @returns what it asked of Redis; its messages are acknowledged afterwards */
  async function turn() {
    commands.length = 0;
    bytes = 0;
    const id = String(turns++).padStart(4, "0");
    await engine.receive({ id, address, content: { kind: "text", text: "x" } });
    const cost = { commands: [...commands], bytes };
    const sequences = owed.map(({ sequence }) => sequence);
    await store.acknowledge(address, sequences, sender());
    return cost;
  }
  // The first turn tells Redis the scripts.
  await turn();
  return turn;
}

describe.runIf(url)("a turn on Redis", () => {
  test("is two round trips", async () => {
    const turn = await watched();
    expect((await turn()).commands).toEqual(["evalsha", "evalsha"]);
  });

  test("is no dearer late in a long dialogue than early", async () => {
    const turn = await watched();
    const costs: Awaited<ReturnType<typeof turn>>[] = [];
    for (let at = 0; at < 250; at++) costs.push(await turn());
    // The conversation begins anew every three answers; what is remembered of updates is full after 64.
    const [early, late] = [costs.slice(70, 73), costs.slice(238, 241)];
    expect(late.map(({ commands }) => commands)).toEqual(early.map(({ commands }) => commands));
    const bytes = (of: typeof costs) => of.reduce((sum, cost) => sum + cost.bytes, 0);
    // Numbers have a digit more.
    expect(bytes(late)).toBeLessThan(bytes(early) * 1.02);
  });
});
