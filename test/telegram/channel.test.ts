import { describe, expect, it } from "vitest";
import { channelOfATest, receiver } from "./channel-of-a-test.ts";

describe("the start", () => {
  it("registers the commands in the languages that Telegram tells apart", async () => {
    const { telegram, channel } = await channelOfATest();
    await channel.start(receiver().receive);
    const menu = (language: string) => telegram.profile.commands(undefined, language)[0]?.description;
    await telegram.until(() => menu("") && menu("ur"));
    expect([menu(""), menu("ur")]).toEqual(["Open the menu", "مینو کھولیں"]);
    expect(telegram.unmodelled).toEqual([]);
  });

  it("does not wait for the commands, which come when Telegram takes them", async () => {
    const { telegram, channel } = await channelOfATest();
    telegram.fault({ method: "setMyCommands", times: 5, kind: "429", retryAfter: 30 });
    await channel.start(receiver().receive);
    expect(telegram.profile.commands(undefined, "ur")).toEqual([]);
    await telegram.until(() => telegram.profile.commands(undefined, "ur").length === 1);
  });

  it("waits out a passing trouble", async () => {
    const { telegram, channel } = await channelOfATest();
    telegram.fault({ method: "getMe", times: 2, kind: "502" });
    await channel.start(receiver().receive);
    await telegram.until(() => telegram.isPolled);
  });

  it.each([
    ["one of the right form", "7000000001:AAH-another_token_of_the_right_form"],
    ["one that was never any", "12:ab"],
  ])("says in one sentence that the token is wrong: %s", async (_, token) => {
    const { channel } = await channelOfATest({ token });
    await expect(channel.start(receiver().receive)).rejects.toThrow(
      /^TELEGRAM_BOT_TOKEN is not one that http:\S+ knows; .* looks like \d+:[^\n]+\.$/,
    );
  });
});

it("who blocks the bot, and who begins again, is told", async () => {
  const told: unknown[] = [];
  const { telegram, channel } = await channelOfATest({
    receipts: {
      receipt: () => {},
      reachable: (address, isReachable) => void told.push([address, isReachable]),
    },
  });
  await channel.start(receiver().receive);
  const amina = telegram.user({ id: 42, firstName: "Amina" });
  amina.says("/start");
  amina.blocks();
  await telegram.until(() => told.length === 1);
  amina.unblocks();
  await telegram.until(() => told.length === 2);
  const address = { channel: "telegram", chat: "42" };
  expect(told).toEqual([
    [address, false],
    [address, true],
  ]);
});
