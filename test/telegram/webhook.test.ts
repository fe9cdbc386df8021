import Fastify from "fastify";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Receive } from "../../bot/channels/channel.ts";
import { createRoom, type Room } from "../../bot/channels/room.ts";
import { channelOfATest, receiver } from "./channel-of-a-test.ts";

const secret = "3vF-9sQx_27";

/** A server with the webhook of a channel, on a port of its own, and the Telegram that posts to it. */
async function withWebhook(room?: Room) {
  const server = Fastify();
  let port = 0;
  const webhook = {
    secret,
    ...(room && { room }),
    get url() {
      return `http://127.0.0.1:${port}/webhooks/telegram`;
    },
  };
  const all = await channelOfATest({
    webhook,
    telegram: { webhook: { allowLocalHttp: true, retryAfter: 1 } },
  });
  onTestFinished(async () => server.close());
  if (all.channel.routes) await server.register(all.channel.routes);
  await server.listen({ host: "127.0.0.1", port: 0 });
  const address = server.server.address();
  port = typeof address === "object" && address ? address.port : 0;
  /** Posts as somebody would who is not Telegram. */
  const post = (payload: string, headers: Record<string, string> = {}) =>
    server.inject({
      method: "POST",
      url: "/webhooks/telegram",
      headers: { "content-type": "application/json", ...headers },
      payload,
    });
  const start = (receive: Receive) => all.channel.start(receive);
  return { ...all, post, start, known: { "x-telegram-bot-api-secret-token": secret } };
}

describe("the webhook", () => {
  it("takes what Telegram posts, button and all", async () => {
    const { telegram, channel, start } = await withWebhook();
    const { received, receive } = receiver();
    const amina = telegram.user({ id: 42, firstName: "Amina" });
    await start(receive);
    amina.says("/start");
    await telegram.until(() => received.length === 1);
    await channel.send("42", { kind: "text", text: "Which?", choices: [{ id: "t.0", label: "This" }] });
    const tap = amina.taps("This");
    await telegram.until(() => tap?.answer && received.length === 2 && telegram.pendingUpdates.length === 0);
    expect(received[1]).toMatchObject({ content: { kind: "choice", id: "t.0" } });
    expect(telegram.callsOf("getUpdates")).toEqual([]);
    expect(telegram.undelivered).toEqual([]);
    expect(telegram.unmodelled).toEqual([]);
  });

  it("lets Telegram post again what could not be kept", async () => {
    const { telegram, start } = await withWebhook();
    let failures = 2;
    const { received, receive } = receiver(() => {
      if (failures-- > 0) throw new Error("no room");
    });
    await start(receive);
    telegram.user({ firstName: "Amina" }).says("hello");
    await telegram.until(() => received.length === 1 && telegram.pendingUpdates.length === 0);
    expect(failures).toBe(-1);
  });

  it("sends away at once what finds no room, and takes it when it comes again", async () => {
    const away: string[] = [];
    const { telegram, start, post, known } = await withWebhook(
      createRoom((channel) => away.push(channel), { most: 1, few: 1, patience: 1_000 }),
    );
    const [hold, begun] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const { received, receive } = receiver(() => {
      begun.resolve();
      return hold.promise;
    });
    await start(receive);
    telegram.user({ firstName: "Amina" }).says("first");
    await begun.promise;
    const chat = { id: 42, type: "private", first_name: "Sara" };
    const update = { update_id: 9_000, message: { message_id: 1, date: 1, chat, text: "hello" } };
    const answered = await post(JSON.stringify(update), known);
    expect([answered.statusCode, answered.headers["retry-after"]]).toEqual([503, "1"]);
    expect(away).toEqual(["telegram"]);
    hold.resolve();
    await telegram.until(() => telegram.pendingUpdates.length === 0);
    expect((await post(JSON.stringify(update), known)).statusCode).toBe(200);
    expect(received.map(({ content }) => content)).toEqual([
      { kind: "text", text: "first" },
      { kind: "text", text: "hello" },
    ]);
  });

  it("answers only when the update is safe", async () => {
    const { start, post, known } = await withWebhook();
    const hold = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    const order: string[] = [];
    await start(async () => {
      begun.resolve();
      await hold.promise;
      order.push("safe");
    });
    const chat = { id: 42, type: "private", first_name: "Amina" };
    const message = { message_id: 1, date: 1, chat, text: "hello" };
    const posted = post(JSON.stringify({ update_id: 1, message }), known).then(({ statusCode }) => {
      order.push(`answered ${statusCode}`);
    });
    await begun.promise;
    hold.resolve();
    await posted;
    expect(order).toEqual(["safe", "answered 200"]);
  });

  it.each([
    ["no secret", {}],
    ["a wrong one", { "x-telegram-bot-api-secret-token": "3vF-9sQx_28" }],
    ["one that only begins right", { "x-telegram-bot-api-secret-token": `${secret}x` }],
    ["an empty one", { "x-telegram-bot-api-secret-token": "" }],
  ])(
    "turns away whoever has %s, before reading what they sent",
    async (_, headers: Record<string, string>) => {
      const { start, post } = await withWebhook();
      const { received, receive } = receiver();
      await start(receive);
      for (const body of ['{"update_id":1}', "{no JSON", " ".repeat(2 * 1024 * 1024)]) {
        expect((await post(body, headers)).statusCode).toBe(401);
      }
      expect(received).toEqual([]);
    },
  );

  it("refuses what is no update, however it came by the secret", async () => {
    const { start, post, known } = await withWebhook();
    await start(receiver().receive);
    expect((await post("{no JSON", known)).statusCode).toBe(400);
    expect((await post("[]", known)).statusCode).toBe(400);
    expect((await post('{"update_id":"1"}', known)).statusCode).toBe(400);
    expect((await post(`"${"x".repeat(1024 * 1024)}"`, known)).statusCode).toBe(413);
  });

  it("acknowledges a kind that nobody knows, and tells it once", async () => {
    const { start, post, known, logged } = await withWebhook();
    const { received, receive } = receiver();
    await start(receive);
    for (const id of [1, 2, 3]) {
      const update = { update_id: id, telepathy: { thought: "?" } };
      expect((await post(JSON.stringify(update), known)).statusCode).toBe(200);
    }
    expect(received).toEqual([]);
    expect(logged.map(({ details }) => details)).toEqual([{ update: 1, what: "telepathy" }]);
  });

  it("takes nothing before the start and after the end, and waits there for what is under way", async () => {
    const { channel, start, post, known } = await withWebhook();
    const update = (id: number) => {
      const chat = { id: 42, type: "private", first_name: "Amina" };
      return JSON.stringify({ update_id: id, message: { message_id: id, date: 1, chat, text: "hello" } });
    };
    expect((await post(update(1), known)).statusCode).toBe(503);
    const [begun, hold] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    await start(() => {
      begun.resolve();
      return hold.promise;
    });
    const posted = post(update(2), known);
    await begun.promise;
    const stopped = channel.stop();
    expect((await post(update(3), known)).statusCode).toBe(503);
    hold.resolve();
    await stopped;
    expect((await posted).statusCode).toBe(200);
  });

  it("that Telegram does not want stops the start with one sentence", async () => {
    const { channel } = await channelOfATest({
      webhook: { secret, url: "http://chat.example/webhooks/telegram" },
    });
    await expect(channel.start(receiver().receive)).rejects.toThrow(
      /^PUBLIC_URL makes the webhook http:\S+, which Telegram does not take \(.*HTTPS.*\); [^\n]+\.$/,
    );
  });
});
