import { randomUUID } from "node:crypto";
import { Redis } from "ioredis";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { WebChannelOptions } from "../../bot/channels/web/index.ts";
import { type Listener, listen, type ServerSent } from "./listen.ts";
import { type Served, served } from "./served.ts";
import { visitor } from "./visitor.ts";

const open: (Served | Redis)[] = [];
const listeners: Listener[] = [];
afterEach(async () => {
  for (const listener of listeners.splice(0)) await listener.stop();
  for (const one of open.splice(0)) await (one instanceof Redis ? one.disconnect() : one.close());
});

async function started(options: Partial<WebChannelOptions> = {}) {
  const server = await served(options);
  open.push(server);
  await server.channel.start(async () => {});
  const url = await server.listen();
  const student = await visitor(server.app);
  const follow = async (lastEventId?: string) => {
    const listener = await listen(url, student.cookie, lastEventId);
    listeners.push(listener);
    return listener;
  };
  const say = (text: string) => server.channel.send(student.chat, { kind: "text", text });
  return { ...server, url, student, follow, say };
}

const textOf = ({ data }: ServerSent) => (data as { text?: string }).text;

describe("a page that follows its chat", () => {
  test("gets what was said before, then `ready`, then what is said", async () => {
    const { follow, say, student } = await started();
    await say("before");
    const page = await follow();
    expect((await page.untilReady()).map(textOf)).toEqual(["before"]);
    await say("after");
    expect(textOf(await page.next("message"))).toBe("after");
    await student.post({ kind: "text", text: "mine" });
    expect((await page.next("message")).data).toMatchObject({ kind: "said", text: "mine" });
  });

  test("is told whether the chat is still empty, so that somebody greets", async () => {
    const { follow, say } = await started();
    expect((await (await follow()).next("ready")).data).toEqual({ empty: true });
    await say("a");
    expect((await (await follow()).next("ready")).data).toEqual({ empty: false });
  });

  test("goes on after the last event that it had", async () => {
    const { follow, say } = await started();
    for (const text of ["a", "b", "c"]) await say(text);
    const [first] = await (await follow()).untilReady();
    expect((await (await follow(first?.id)).untilReady()).map(textOf)).toEqual(["b", "c"]);
  });

  test("gets everything where its last event is none of ours", async () => {
    const { follow, say } = await started();
    await say("a");
    expect(await (await follow("') or 1=1")).untilReady()).toHaveLength(1);
  });

  test("shares its chat with the browser's other tabs, and with nobody else", async () => {
    const { follow, say, app, url } = await started();
    const [one, two] = [await follow(), await follow()];
    const stranger = await listen(url, (await visitor(app)).cookie);
    listeners.push(stranger);
    await say("private");
    expect(textOf(await one.next("message"))).toBe("private");
    expect(textOf(await two.next("message"))).toBe("private");
    expect(await stranger.untilReady()).toEqual([]);
  });

  test("sees that an answer is being written", async () => {
    const { follow, channel, student } = await started();
    const page = await follow();
    await page.untilReady();
    await channel.working?.(student.chat);
    expect((await page.next("working")).id).toBeUndefined();
  });

  test("sees an edit, a button pressed, a message taken away, the language, and a log-out", async () => {
    const { follow, channel, student } = await started();
    const page = await follow();
    const told = async () => (await page.next("message")).data;
    await channel.send(student.chat, { kind: "text", text: "new", replaces: "5-0" });
    expect(await told()).toEqual({ at: expect.any(Number), kind: "text", text: "new", replaces: "5-0" });
    await student.post({ kind: "choice", choice: "t.1", message: "5-0" });
    expect(await told()).toMatchObject({ kind: "pressed", id: "5-0", choice: "t.1" });
    for (const message of [
      { kind: "delete", messageId: "x" },
      { kind: "language", language: "ur" },
      { kind: "forget" },
    ] as const) {
      await channel.send(student.chat, message);
      expect(await told()).toMatchObject(message);
    }
  });

  test("is refused without a cookie", async () => {
    const { app } = await started();
    expect((await app.inject({ url: "/chat/events" })).json()).toMatchObject({
      status: 401,
      code: "no-chat",
    });
  });

  test("is let go when the channel stops, so that the server can close", async () => {
    const { follow, channel } = await started();
    const page = await follow();
    await page.untilReady();
    await channel.stop();
    await expect(page.next("message")).rejects.toThrow("the stream ended");
  });

  test("hears a heartbeat when nothing happens", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      const { follow } = await started();
      const page = await follow();
      await page.untilReady();
      const beat = page.next("beat");
      await vi.waitFor(() => expect(vi.getTimerCount()).toBeGreaterThan(0));
      await vi.advanceTimersByTimeAsync(15_000);
      expect((await beat).data).toEqual({});
    } finally {
      vi.useRealTimers();
    }
  });
});

const redisUrl = process.env.TEST_REDIS_URL;
describe.runIf(redisUrl)("with Redis", () => {
  test("a page hears what another process sends, and survives that process", async () => {
    const redis = () => {
      const one = new Redis(redisUrl ?? "");
      open.push(one);
      return one;
    };
    const { follow, student } = await started({ redis: redis() });
    const other = await served({ redis: redis() });
    open.push(other);
    const page = await follow();
    await page.untilReady();
    const text = randomUUID();
    await other.channel.send(student.chat, { kind: "text", text });
    expect(textOf(await page.next("message"))).toBe(text);
    await other.channel.working?.(student.chat);
    await page.next("working");
  });

  test("a Redis that is away is a messenger that is unreachable, and worth trying again", async () => {
    const redis = new Redis(redisUrl ?? "");
    const server = await served({ redis });
    open.push(server);
    redis.disconnect();
    await expect(server.channel.send("a", { kind: "text", text: "a" })).rejects.toMatchObject({
      name: "DeliveryFailure",
      kind: "unreachable",
    });
    await expect(server.channel.working?.("a")).resolves.toBeUndefined();
  });
});
