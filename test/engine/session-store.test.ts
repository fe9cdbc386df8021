import { randomUUID } from "node:crypto";
import { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Message } from "../../conversations/engine/message.ts";
import { memoryStore } from "../../conversations/engine/stores/memory-store.ts";
import { redisStore } from "../../conversations/engine/stores/redis-store.ts";
import type { Commit, Sender, SessionStore } from "../../conversations/engine/stores/store.ts";
import { startRedis, type TestRedis } from "../redis.ts";

const text = (words: string): Message => ({ kind: "text", text: words });
const entry = (sequence: number) => ({ sequence, message: text(`message ${sequence}`) });
const chatOfTest = () => ({ channel: "web", chat: `${randomUUID()}:with:colons` });
const sender = (id: string, now = 1_000): Sender => ({ id, now, lease: 100 });
const commit = (version: number, sequences: number[] = [], deadline?: number): Commit => ({
  version,
  state: `state ${version + 1}`,
  entries: sequences.map(entry),
  deadline,
});

/** What every store promises, whatever it is made of. */
function promises(open: () => SessionStore): void {
  const store = open();
  afterAll(() => store.close());

  test("a chat nobody knows has version 0 and no state", async () => {
    expect(await store.load(chatOfTest())).toEqual({ version: 0, state: undefined });
  });

  test("what is committed is loaded", async () => {
    const address = chatOfTest();
    await store.commit(address, commit(0), sender("a"));
    expect(await store.load(address)).toEqual({ version: 1, state: "state 1" });
  });

  test("of two commits on the same version the second learns what the first left, and changes nothing", async () => {
    const address = chatOfTest();
    await store.commit(address, commit(0), sender("a"));
    const second = await store.commit(address, { ...commit(0, [1]), state: "lost" }, sender("b"));
    expect(second).toEqual({ kind: "conflict", stored: { version: 1, state: "state 1" } });
    expect(await store.load(address)).toEqual({ version: 1, state: "state 1" });
    expect(await store.commit(address, commit(1), sender("a"))).toEqual({ kind: "committed", entries: [] });
  });

  test("a turn of a chat that was lost meanwhile is kept, and the next goes on from there", async () => {
    const address = chatOfTest();
    expect(await store.commit(address, commit(7, [1]), sender("a"))).toMatchObject({ kind: "committed" });
    expect(await store.load(address)).toEqual({ version: 8, state: "state 8" });
    expect(await store.commit(address, commit(7), sender("b"))).toMatchObject({ kind: "conflict" });
  });

  test("whoever commits messages has them to send, in order", async () => {
    const first = await store.commit(chatOfTest(), commit(0, [1, 2, 10]), sender("a"));
    expect(first).toEqual({ kind: "committed", entries: [entry(1), entry(2), entry(10)] });
  });

  test("what is owed comes in its order, however much it is, and however long", async () => {
    const address = chatOfTest();
    const long = Array.from({ length: 30 }, (_, at) => ({
      sequence: at + 1,
      message: text(`${at} ☰ سلام `.repeat(100)),
    }));
    await store.commit(address, { ...commit(0), entries: long }, sender("dead"));
    const taken = await store.takeOver(1000, sender("b", 1_100));
    expect(taken.find(({ address: { chat } }) => chat === address.chat)?.entries).toEqual(long);
  });

  test("whoever commits again before its messages are sent has all of them to send", async () => {
    const address = chatOfTest();
    await store.commit(address, commit(0, [1]), sender("a"));
    const again = await store.commit(address, commit(1, [2]), sender("a"));
    expect(again).toEqual({ kind: "committed", entries: [entry(1), entry(2)] });
  });

  test("a chat that is owed nothing has no sender", async () => {
    const before = await store.owing(1_000);
    const address = chatOfTest();
    await store.commit(address, commit(0), sender("a"));
    expect(await store.renew(address, sender("a"))).toBe(false);
    expect((await store.owing(1_000)).chats).toBe(before.chats);
  });

  test("while one sends, another's messages are left to it, and come with its acknowledgement", async () => {
    const address = chatOfTest();
    await store.commit(address, commit(0, [1]), sender("a"));
    expect(await store.commit(address, commit(1, [2]), sender("b"))).toEqual({
      kind: "committed",
      entries: [],
    });
    expect(await store.acknowledge(address, [1], sender("a"))).toEqual([entry(2)]);
    expect(await store.acknowledge(address, [2], sender("a"))).toEqual([]);
    expect(await store.commit(address, commit(2, [3]), sender("b"))).toMatchObject({ entries: [entry(3)] });
  });

  test("a chat that is forgotten is as if it had never been", async () => {
    const address = chatOfTest();
    await store.commit(address, commit(0, [1], 500), sender("a"));
    await store.forget(address);
    expect(await store.load(address)).toEqual({ version: 0, state: undefined });
    expect(await store.takeOver(1000, sender("b", 9_000_000))).not.toContainEqual(
      expect.objectContaining({ address }),
    );
    expect(await store.overdue(1000, 9_000_000)).not.toContainEqual(address);
  });

  test("chats that are owed something are counted, and how long one waits whose sender died", async () => {
    const before = await store.owing(1_000);
    const address = chatOfTest();
    await store.commit(address, commit(0, [1]), sender("died", 1_000));
    expect((await store.owing(1_050)).chats).toBe(before.chats + 1);
    const { abandoned } = await store.owing(9_000_000);
    expect(abandoned).toBeGreaterThanOrEqual(9_000_000 - 1_100);
    expect(abandoned).toBeLessThanOrEqual(9_000_000);
    await store.acknowledge(address, [1], sender("died", 1_050));
    expect((await store.owing(1_050)).chats).toBe(before.chats);
  });

  test("an outbox whose sender died is taken over once its lease ran out, by one", async () => {
    const address = chatOfTest();
    await store.commit(address, commit(0, [1, 2]), sender("dead"));
    await store.acknowledge(address, [1], sender("dead"));
    expect(await store.takeOver(1000, sender("early", 1_099))).not.toContainEqual(
      expect.objectContaining({ address }),
    );
    const [one, two] = [
      await store.takeOver(1000, sender("b", 1_100)),
      await store.takeOver(1000, sender("c", 1_100)),
    ];
    expect(one).toContainEqual({ address, entries: [entry(2)] });
    expect(two).not.toContainEqual(expect.objectContaining({ address }));
  });

  test("no more outboxes are taken over at once than were asked for", async () => {
    const [one, other] = [chatOfTest(), chatOfTest()];
    await store.commit(one, commit(0, [1]), sender("dead"));
    await store.commit(other, commit(0, [1]), sender("dead"));
    expect(await store.takeOver(1, sender("b", 1_100))).toHaveLength(1);
  });

  test("an outbox that its sender emptied after all is taken over by nobody", async () => {
    const address = chatOfTest();
    await store.commit(address, commit(0, [1]), sender("slow"));
    await store.takeOver(1000, sender("dead", 1_100));
    await store.acknowledge(address, [1], sender("slow", 1_100));
    expect(await store.takeOver(1000, sender("b", 1_200))).not.toContainEqual(
      expect.objectContaining({ address }),
    );
  });

  test("whoever acknowledges is told all that is still owed; who lost the lease, nothing", async () => {
    const address = chatOfTest();
    await store.commit(address, commit(0, [1, 2, 3]), sender("slow"));
    expect(await store.acknowledge(address, [1], sender("slow"))).toEqual([entry(2), entry(3)]);
    await store.takeOver(1000, sender("b", 1_100));
    expect(await store.acknowledge(address, [2], sender("slow", 1_100))).toEqual([]);
    expect(await store.acknowledge(address, [], sender("b", 1_100))).toEqual([entry(3)]);
  });

  test("a commit finds an outbox left behind, and sends it first", async () => {
    const address = chatOfTest();
    await store.commit(address, commit(0, [1]), sender("dead"));
    const late = await store.commit(address, commit(1, [2]), sender("b", 1_100));
    expect(late).toEqual({ kind: "committed", entries: [entry(1), entry(2)] });
  });

  test("a lease is renewed by its holder, and lost to whoever took over", async () => {
    const address = chatOfTest();
    await store.commit(address, commit(0, [1]), sender("a"));
    expect(await store.renew(address, sender("a", 1_090))).toBe(true);
    expect(await store.renew(address, sender("b", 1_090))).toBe(false);
    expect(await store.takeOver(1000, sender("b", 1_100))).not.toContainEqual(
      expect.objectContaining({ address }),
    );
    expect(await store.takeOver(1000, sender("b", 1_190))).toContainEqual({ address, entries: [entry(1)] });
    expect(await store.renew(address, sender("a", 1_190))).toBe(false);
    expect(await store.acknowledge(address, [1], sender("a", 1_190))).toEqual([]);
    expect(await store.acknowledge(address, [1], sender("b", 1_190))).toEqual([]);
    expect(await store.takeOver(1000, sender("c", 9_000))).not.toContainEqual(
      expect.objectContaining({ address }),
    );
  });

  test("an outbox that is given back is anybody's at once, and only its holder gives it back", async () => {
    const address = chatOfTest();
    await store.commit(address, commit(0, [1]), sender("a"));
    await store.release(address, sender("b"));
    expect(await store.renew(address, sender("a"))).toBe(true);
    await store.release(address, sender("a"));
    expect(await store.renew(address, sender("a"))).toBe(false);
    expect(await store.takeOver(1000, sender("b"))).toContainEqual({ address, entries: [entry(1)] });
    // What was under way all the same counts as sent.
    await store.acknowledge(address, [1], sender("a"));
    expect(await store.acknowledge(address, [], sender("b"))).toEqual([]);
  });

  test("a deadline is told once it passed, not again for a minute, and not after a commit without one", async () => {
    const address = chatOfTest();
    await store.commit(address, commit(0, [], 5_000), sender("a"));
    expect(await store.overdue(1000, 4_999)).not.toContainEqual(address);
    expect(await store.overdue(1000, 5_000)).toContainEqual(address);
    expect(await store.overdue(1000, 5_001)).not.toContainEqual(address);
    expect(await store.overdue(1000, 65_001)).toContainEqual(address);
    await store.commit(address, commit(1), sender("a"));
    expect(await store.overdue(1000, 999_999)).not.toContainEqual(address);
  });

  test("a hundred commits at once on one version: one is kept", async () => {
    const address = chatOfTest();
    const all = await Promise.all(
      Array.from({ length: 100 }, (_, at) =>
        store.commit(address, { ...commit(0), state: `${at}` }, sender("a")),
      ),
    );
    const kept = all.flatMap(({ kind }, at) => (kind === "committed" ? [at] : []));
    expect(kept).toHaveLength(1);
    expect(await store.load(address)).toEqual({ version: 1, state: `${kept[0]}` });
  });
}

describe("in memory", () => promises(memoryStore));

describe.runIf(process.env.TEST_REDIS_URL)("in Redis", () => {
  const open = () => new Redis(process.env.TEST_REDIS_URL ?? "", { enableAutoPipelining: true });
  promises(() => redisStore(open()));

  const redis = open();
  const store = redisStore(redis);
  afterAll(() => store.close());
  const keyOf = async ({ channel, chat }: ReturnType<typeof chatOfTest>) => {
    const [key = ""] = await redis.keys(`rabta:*:chat:${channel}:${chat}`);
    return key;
  };

  test("many chats at once, of several senders, each with what is its own", async () => {
    const addresses = Array.from({ length: 250 }, chatOfTest);
    // Some are short, and some longer than what is put together at once would usually be.
    const stateOf = (at: number) => `${at} ${"سلام ".repeat(at % 50 === 7 ? 20_000 : 1)}`;
    const committed = await Promise.all(
      addresses.map((address, at) =>
        store.commit(address, { ...commit(0, [1, 2]), state: stateOf(at) }, sender(at % 2 ? "a" : "b")),
      ),
    );
    expect(committed).toEqual(addresses.map(() => ({ kind: "committed", entries: [entry(1), entry(2)] })));
    const loaded = await Promise.all(addresses.map((address) => store.load(address)));
    expect(loaded).toEqual(addresses.map((_, at) => ({ version: 1, state: stateOf(at) })));
    const others = await Promise.all(addresses.map((address) => store.renew(address, sender("a"))));
    expect(others).toEqual(addresses.map((_, at) => at % 2 === 1));
    const rest = await Promise.all(
      addresses.map((address, at) => store.acknowledge(address, [1], sender(at % 2 ? "a" : "b"))),
    );
    expect(rest).toEqual(addresses.map(() => [entry(2)]));
  });

  test("a chat may be called anything", async () => {
    const address = { channel: "چینل", chat: `${randomUUID()} \r\n$3\r\n👩‍🏫` };
    await store.commit(address, commit(0, [1]), sender("a"));
    expect(await store.load(address)).toEqual({ version: 1, state: "state 1" });
    expect(await store.acknowledge(address, [1], sender("a"))).toEqual([]);
  });

  test("something foreign under one chat's key is that chat's trouble alone", async () => {
    const [spoilt, whole] = [chatOfTest(), chatOfTest()];
    await store.commit(spoilt, commit(0), sender("a"));
    const key = await keyOf(spoilt);
    await redis.set(key, "something foreign");
    const loaded = await Promise.allSettled([store.load(spoilt), store.load(whole)]);
    expect(loaded).toMatchObject([
      { status: "rejected", reason: { message: expect.stringContaining("WRONGTYPE") } },
      { status: "fulfilled", value: { version: 0 } },
    ]);
    const committed = await Promise.allSettled([
      store.commit(spoilt, commit(1, [1]), sender("a")),
      store.commit(whole, commit(0, [1]), sender("a")),
    ]);
    expect(committed).toMatchObject([
      { status: "rejected", reason: { message: expect.stringContaining("WRONGTYPE") } },
      { status: "fulfilled", value: { kind: "committed", entries: [entry(1)] } },
    ]);
    const sent = await Promise.allSettled([
      store.acknowledge(spoilt, [1], sender("a")),
      store.acknowledge(whole, [1], sender("a")),
    ]);
    expect(sent).toMatchObject([
      { status: "rejected", reason: { message: expect.stringContaining("WRONGTYPE") } },
      { status: "fulfilled", value: [] },
    ]);
    await redis.del(key);
  });

  test("a chat in which nobody writes is kept for longer than a login lasts", async () => {
    const address = chatOfTest();
    await store.commit(address, commit(0), sender("a"));
    const days = (await redis.ttl(await keyOf(address))) / (24 * 60 * 60);
    expect(Math.ceil(days)).toBe(40);
  });

  test("a chat that Redis has dropped is owed nothing, and counted no more once that is seen", async () => {
    const address = chatOfTest();
    await store.commit(address, commit(0, [1]), sender("dead"));
    await redis.del(await keyOf(address));
    const before = await store.owing(1_100);
    expect(await store.takeOver(1000, sender("b", 1_100))).not.toContainEqual(
      expect.objectContaining({ address }),
    );
    expect((await store.owing(1_100)).chats).toBeLessThan(before.chats);
  });
});

describe.runIf(process.env.TEST_REDIS_URL)("in a Redis of its own, to which things are done", () => {
  let server: TestRedis;
  let redis: Redis;
  let store: SessionStore;
  beforeAll(async () => {
    server = (await startRedis())!;
    redis = new Redis(server.url);
    store = redisStore(redis);
  });
  afterAll(async () => {
    await store?.close();
    await server?.stop();
  });

  test("a server that has forgotten the scripts is told them again", async () => {
    const address = chatOfTest();
    await store.commit(address, commit(0), sender("a"));
    await redis.script("FLUSH");
    expect(await store.load(address)).toEqual({ version: 1, state: "state 1" });
    await redis.script("FLUSH");
    const second = { ...commit(1, [1]), state: "دوسری حالت" };
    expect(await store.commit(address, second, sender("a"))).toMatchObject({ kind: "committed" });
    expect(await store.load(address)).toEqual({ version: 2, state: "دوسری حالت" });
    await redis.script("FLUSH");
    expect(await store.acknowledge(address, [1], sender("a"))).toEqual([]);
  });

  test("what is wrong with the server itself is said as Redis says it, so that the line is laid anew", async () => {
    const address = chatOfTest();
    await redis.config("SET", "maxmemory", "1");
    try {
      const refusal = { name: "ReplyError", message: expect.stringMatching(/^OOM/) };
      await expect(store.commit(address, commit(0), sender("a"))).rejects.toMatchObject(refusal);
      await expect(store.check()).rejects.toMatchObject(refusal);
    } finally {
      await redis.config("SET", "maxmemory", "0");
    }
    expect(await store.commit(address, commit(0), sender("a"))).toMatchObject({ kind: "committed" });
  });
});
