import { randomUUID } from "node:crypto";
import { Redis } from "ioredis";
import { afterAll, describe, expect, test, vi } from "vitest";
import { memoryTranscript } from "../../bot/channels/web/memory-transcript.ts";
import { redisTranscript } from "../../bot/channels/web/redis-transcript.ts";
import { type Happening, mostEntries, type Transcript } from "../../bot/channels/web/transcript.ts";

const text = (words: string): Happening => ({ kind: "text", text: words });
const said = (id: string, words: string): Happening => ({ kind: "said", id, text: words });

/** What every transcript promises. */
function promises(transcript: Transcript): void {
  const chat = () => randomUUID();
  const kept = async (of: string, after?: string) =>
    (await transcript.read(of, after)).map(({ happening }) => happening);

  test("what was appended is read in order", async () => {
    const one = chat();
    for (const word of ["a", "b", "c"]) await transcript.append(one, text(word));
    expect(await kept(one)).toEqual([text("a"), text("b"), text("c")]);
    expect(await kept(chat())).toEqual([]);
  });

  test("reading after an entry gives what came later, also when that entry is gone", async () => {
    const one = chat();
    for (const word of ["a", "b"]) await transcript.append(one, text(word));
    const [first, second] = await transcript.read(one, undefined);
    expect(await kept(one, first?.id)).toEqual([text("b")]);
    await transcript.append(one, { kind: "forget" });
    await transcript.append(one, text("c"));
    expect(await kept(one, second?.id)).toEqual([{ kind: "forget" }, text("c")]);
  });

  test("one entry is found by its id, in its own chat only", async () => {
    const one = chat();
    await transcript.append(one, text("a"));
    const [entry] = await transcript.read(one, undefined);
    expect(await transcript.find(one, entry?.id ?? "")).toEqual(text("a"));
    expect(await transcript.find(chat(), entry?.id ?? "")).toBeUndefined();
  });

  test("only the newest entries are kept", async () => {
    const one = chat();
    await Promise.all(
      Array.from({ length: mostEntries + 5 }, (_, at) => transcript.append(one, text(`${at}`))),
    );
    const all = await kept(one);
    expect(all).toHaveLength(mostEntries);
    expect(all[0]).toEqual(text("5"));
  });

  test("a deletion takes what the student wrote away, and its repetition too", async () => {
    const [one, id] = [chat(), randomUUID()];
    await transcript.append(one, said(id, "secret"));
    await transcript.append(one, said(id, "secret"));
    await transcript.append(one, { kind: "delete", messageId: id });
    await transcript.append(one, said(id, "secret"));
    await transcript.append(one, said(randomUUID(), "harmless"));
    expect((await kept(one)).map(({ kind }) => kind)).toEqual(["delete", "said"]);
  });

  test("a log-out forgets everything before it", async () => {
    const one = chat();
    await transcript.append(one, text("private"));
    await transcript.append(one, { kind: "forget" });
    expect(await kept(one)).toEqual([{ kind: "forget" }]);
  });

  test("who follows a chat is told of its entries and of an answer under way, until they leave", async () => {
    const [one, signs] = [chat(), vi.fn()];
    const leave = await transcript.follow(one, signs);
    await transcript.append(one, text("a"));
    await vi.waitFor(() => expect(signs).toHaveBeenCalledWith("news"));
    await transcript.working(one);
    await vi.waitFor(() => expect(signs).toHaveBeenLastCalledWith("working"));
    await leave();
    signs.mockClear();
    // Another follower hears of the next entry; so would the one that left, had it not.
    const other = vi.fn();
    await transcript.follow(one, other);
    await transcript.append(one, text("b"));
    await vi.waitFor(() => expect(other).toHaveBeenCalledWith("news"));
    expect(signs).not.toHaveBeenCalled();
  });
}

describe("a transcript in memory", () => {
  promises(memoryTranscript(Date.now));

  test("forgets a chat that nobody wrote in for a day", async () => {
    let now = 1_000;
    const transcript = memoryTranscript(() => now);
    await transcript.append("one", text("a"));
    now += 24 * 60 * 60 * 1000 - 1;
    expect(await transcript.read("one", undefined)).toHaveLength(1);
    now += 1;
    expect(await transcript.read("one", undefined)).toEqual([]);
  });

  test("gives growing ids even when the clock goes back", async () => {
    let now = 5_000;
    const transcript = memoryTranscript(() => now);
    await transcript.append("one", text("a"));
    const [first] = await transcript.read("one", undefined);
    now = 4_000;
    await transcript.append("one", text("b"));
    expect(await transcript.read("one", first?.id)).toHaveLength(1);
  });
});

const url = process.env.TEST_REDIS_URL;
describe.runIf(url)("a transcript in Redis", () => {
  const redis = new Redis(url ?? "", { lazyConnect: true });
  const transcript = redisTranscript(redis, () => {});
  afterAll(async () => {
    await transcript.close();
    redis.disconnect();
  });
  promises(transcript);

  test("goes by itself within a day", async () => {
    const chat = randomUUID();
    await transcript.append(chat, said("x", "a"));
    await transcript.append(chat, { kind: "delete", messageId: "x" });
    const keys = await redis.keys(`*${chat}*`);
    expect(keys).toHaveLength(2);
    for (const key of keys) {
      const left = await redis.pttl(key);
      expect(left).toBeGreaterThan(24 * 60 * 60 * 1000 - 60_000);
      expect(left).toBeLessThanOrEqual(24 * 60 * 60 * 1000);
    }
  });

  test("a second process's entries are heard of", async () => {
    const [chat, signs] = [randomUUID(), vi.fn()];
    const other = redisTranscript(redis, () => {});
    await other.follow(chat, signs);
    await transcript.append(chat, text("a"));
    await vi.waitFor(() => expect(signs).toHaveBeenCalledWith("news"));
    await other.close();
  });

  test("a follower whose connection broke is told to look again", async () => {
    const [chat, signs, failures] = [randomUUID(), vi.fn(), vi.fn()];
    const named = new Redis(url ?? "", { connectionName: chat });
    const other = redisTranscript(named, failures);
    await other.follow(chat, signs);
    const clients = String(await redis.call("CLIENT", "LIST", "TYPE", "pubsub")).split("\n");
    const id = /id=(\d+)/.exec(clients.find((client) => client.includes(`name=${chat} `)) ?? "")?.[1];
    expect(await redis.call("CLIENT", "KILL", "ID", id ?? "")).toBe(1);
    await vi.waitFor(() => expect(signs).toHaveBeenCalledWith("news"), 5000);
    await other.close();
    named.disconnect();
  });
});
