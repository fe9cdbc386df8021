import Fastify from "fastify";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { layLine } from "../doubles/line.ts";
import { startTelegram } from "../doubles/telegram/index.ts";
import { channelOfATest, type Otherwise, receiver } from "./channel-of-a-test.ts";

const isAway =
  /^Telegram is not reached yet at http:\S+ \([^\n]+\), and is tried again; [^\n]*network, or TELEGRAM_API_ROOT\.$/;
const soon = { timeout: 10_000 };
const secret = "3vF-9sQx_27";

/** A channel before a Telegram that nobody gets through to until the line is whole. */
async function behindALine(otherwise: Otherwise = {}) {
  const telegram = await startTelegram({ webhook: { allowLocalHttp: true } });
  const line = await layLine(new URL(telegram.apiRoot));
  line.be("cut");
  onTestFinished(async () => {
    await line.close();
    await telegram.close();
  });
  const { channel, logged } = await channelOfATest({
    ...{ token: telegram.token, apiRoot: line.url },
    ...otherwise,
  });
  const told = (level: string) => logged.filter((one) => one.level === level).map(({ message }) => message);
  return { telegram, line, channel, told };
}

describe("a start while Telegram is away", () => {
  it("goes on, says so once, and is well as soon as Telegram answers", async () => {
    const { telegram, line, channel, told } = await behindALine();
    const { received, receive } = receiver();
    telegram.user({ firstName: "Amina" }).says("hello");
    await channel.start(receive);
    expect(channel.trouble?.()).toMatch(isAway);
    expect(told("warn")).toEqual([channel.trouble?.()]);
    line.be("whole");
    await telegram.until(() => received.length === 1);
    expect(channel.trouble?.()).toBeUndefined();
    expect([told("info"), told("error")]).toEqual([["Telegram is reached"], []]);
    expect(telegram.unmodelled).toEqual([]);
  });

  it.each(["500", "502", "429", "reset-before"] as const)("with %s too", async (kind) => {
    const { telegram, channel, logged, waited } = await channelOfATest();
    telegram.fault({ method: "getMe", times: 4, kind, retryAfter: 17 });
    await channel.start(receiver().receive);
    expect(channel.trouble?.()).toMatch(isAway);
    await telegram.until(() => telegram.isPolled);
    expect(logged.filter(({ level }) => level === "warn")).toHaveLength(1);
    expect(waited).toEqual(expect.arrayContaining(kind === "429" ? [17_000] : [500, 1000, 2000, 4000]));
  });

  it("that says later that the token is wrong: loudly, and nothing ends", async () => {
    const token = "7000000001:AAH-another_token_of_the_right_form";
    const { line, channel, told } = await behindALine({ token });
    await channel.start(receiver().receive);
    line.be("whole");
    await vi.waitFor(() => expect(told("error")).not.toEqual([]), soon);
    expect(told("error")).toEqual([expect.stringMatching(/^TELEGRAM_BOT_TOKEN is not one /)]);
    expect(channel.trouble?.()).toBe(told("error")[0]);
  });

  it("that says later that it does not take the webhook: likewise", async () => {
    const webhook = { secret, url: "ftp://chat.example/webhooks/telegram" };
    const { line, channel, told } = await behindALine({ webhook });
    await channel.start(receiver().receive);
    line.be("whole");
    await vi.waitFor(() => expect(told("error")).not.toEqual([]), soon);
    expect(channel.trouble?.()).toMatch(/^PUBLIC_URL makes the webhook ftp:/);
  });

  it("takes what an earlier run has it push, and sets the webhook when it answers", async () => {
    const url = "https://chat.example/webhooks/telegram";
    const { telegram, line, channel } = await behindALine({ webhook: { secret, url } });
    const server = Fastify();
    onTestFinished(async () => server.close());
    if (channel.routes) await server.register(channel.routes);
    const { received, receive } = receiver();
    await channel.start(receive);
    const chat = { id: 42, type: "private", first_name: "Amina" };
    const { statusCode } = await server.inject({
      ...{
        method: "POST",
        url: "/webhooks/telegram",
        headers: { "x-telegram-bot-api-secret-token": secret },
      },
      payload: { update_id: 1, message: { message_id: 1, date: 1, chat, text: "hello" } },
    });
    expect([statusCode, received.length]).toEqual([200, 1]);
    expect(telegram.callsOf("setWebhook")).toEqual([]);
    line.be("whole");
    await telegram.until(() => telegram.callsOf("setWebhook").length === 1);
  });

  it.each(["cut", "silent"] as const)("stops while it tries again, over a line that is %s", async (state) => {
    const { telegram, line, channel, told } = await behindALine({
      wait: (_, signal) => untilAborted(signal),
    });
    line.be(state);
    const started = channel.start(receiver().receive);
    if (state === "cut") await started;
    await channel.stop();
    await started;
    line.be("whole");
    expect(telegram.callsOf("getMe")).toEqual([]);
    expect([told("error"), told("info")]).toEqual([[], []]);
  });
});

const untilAborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));

it("that gives no updates any more says why, until it does", async () => {
  const { telegram, channel, line } = await behindALine();
  line.be("whole");
  await channel.start(receiver().receive);
  await telegram.until(() => telegram.isPolled);
  line.be("cut");
  await vi.waitFor(() => expect(channel.trouble?.()).toBeDefined(), soon);
  expect(channel.trouble?.()).toMatch(/^Telegram gives no updates \([^\n]+\)\.$/);
  line.be("whole");
  telegram.user({ firstName: "Amina" }).says("hello");
  await vi.waitFor(() => expect(channel.trouble?.()).toBeUndefined(), soon);
});
