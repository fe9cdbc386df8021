import { describe, expect, it } from "vitest";
import type { Update } from "../../conversations/engine/update.ts";
import type { Person, TelegramDouble } from "../doubles/telegram/index.ts";
import { channelOfATest, receiver } from "./channel-of-a-test.ts";

const textOf = ({ content }: Update) => (content.kind === "text" ? content.text : content.kind);
const said = (received: Update[], person?: Person) =>
  received.filter(({ address }) => !person || address.chat === String(person.id)).map(textOf);
const isQuiet = (telegram: TelegramDouble) => telegram.isPolled && telegram.pendingUpdates.length === 0;

/** A promise, and what fulfils it. */
const gate = () => Promise.withResolvers<void>();

describe("polling Telegram", () => {
  it("hands over what people do, and confirms it", async () => {
    const { telegram, channel } = await channelOfATest();
    const { received, receive } = receiver();
    const amina = telegram.user({ firstName: "Amina", languageCode: "ur" });
    amina.says("/start here");
    amina.sends({ sticker: "👍" });
    await channel.start(receive);
    await telegram.until(() => received.length === 2);
    amina.says("hello");
    await telegram.until(() => received.length === 3 && isQuiet(telegram));
    expect(received.map(({ content }) => content)).toEqual([
      { kind: "command", name: "start", argument: "here" },
      { kind: "unsupported", what: "sticker" },
      { kind: "text", text: "hello" },
    ]);
    expect(telegram.unmodelled).toEqual([]);
  });

  it("keeps the order of a chat, while chats go on beside each other", async () => {
    const { telegram, channel } = await channelOfATest();
    const hold = gate();
    const begun: string[] = [];
    const { received, receive } = receiver((update) => {
      begun.push(textOf(update));
      return update.address.chat === "1" ? hold.promise : undefined;
    });
    const amina = telegram.user({ id: 1, firstName: "Amina" });
    const bilal = telegram.user({ id: 2, firstName: "Bilal" });
    await channel.start(receive);
    amina.says("a1");
    amina.says("a2");
    bilal.says("b1");
    await telegram.until(() => begun.includes("b1"));
    // Amina's first is still under way, and Bilal is heard all the same.
    bilal.says("b2");
    await telegram.until(() => said(received, bilal).length === 2);
    expect(begun).toEqual(["a1", "b1", "b2"]);
    expect(telegram.pendingUpdates[0]).toMatchObject({ message: { text: "a1" } });
    hold.resolve();
    await telegram.until(() => isQuiet(telegram));
    expect(said(received, amina)).toEqual(["a1", "a2"]);
    expect(said(received, bilal)).toEqual(["b1", "b2"]);
  });

  it("tells what of a chat was in hand when something else of it came", async () => {
    const { telegram, channel } = await channelOfATest();
    const { received, receive } = receiver();
    const amina = telegram.user({ id: 1, firstName: "Amina" });
    const bilal = telegram.user({ id: 2, firstName: "Bilal" });
    amina.says("a1");
    bilal.says("b1");
    amina.says("a2");
    amina.says("a3");
    await channel.start(receive);
    await telegram.until(() => received.length === 4 && isQuiet(telegram));
    amina.says("a4");
    await telegram.until(() => received.length === 5);
    const idOf = (text: string) => received.find((update) => textOf(update) === text)?.id;
    const inHand = Object.fromEntries(received.map((update) => [textOf(update), update.inHand]));
    expect(inHand).toEqual({
      a1: undefined,
      b1: undefined,
      a2: [idOf("a1")],
      a3: [idOf("a1"), idOf("a2")],
      a4: undefined,
    });
  });

  it("tries an update again that could not be kept, does not confirm it before, and lets others pass", async () => {
    const { telegram, channel, waited, logged } = await channelOfATest();
    let failures = 4;
    const bilalWasHeard = gate();
    const { received, receive } = receiver(async (update) => {
      if (textOf(update) !== "a1") return;
      if (failures === 1) await bilalWasHeard.promise;
      if (failures-- > 0) throw new Error("no room");
    });
    const amina = telegram.user({ firstName: "Amina" });
    const bilal = telegram.user({ firstName: "Bilal" });
    await channel.start(receive);
    amina.says("a1");
    amina.says("a2");
    bilal.says("b1");
    await telegram.until(() => said(received, bilal).length === 1);
    expect(telegram.pendingUpdates.map(({ message }) => message)).toMatchObject([
      { text: "a1" },
      { text: "a2" },
      { text: "b1" },
    ]);
    bilalWasHeard.resolve();
    await telegram.until(() => isQuiet(telegram));
    expect(said(received, amina)).toEqual(["a1", "a2"]);
    expect(said(received, bilal)).toEqual(["b1"]);
    expect(waited.filter((ms) => ms >= 500 && ms !== 500).slice(0, 3)).toEqual([1000, 2000, 4000]);
    expect(logged.filter(({ level }) => level === "error")).toHaveLength(4);
  });

  it("leaves an update with Telegram that is not safe when it stops, for whoever comes next", async () => {
    const first = await channelOfATest();
    const { telegram } = first;
    const failed = gate();
    const amina = telegram.user({ firstName: "Amina" });
    amina.says("kept");
    amina.says("lost?");
    const one = receiver((update) => {
      if (textOf(update) === "kept") return;
      failed.resolve();
      throw new Error("no room");
    });
    await first.channel.start(one.receive);
    await failed.promise;
    await first.channel.stop();
    expect(said(one.received)).toEqual(["kept"]);
    const second = await channelOfATest({ token: telegram.token, apiRoot: telegram.apiRoot });
    const two = receiver();
    await second.channel.start(two.receive);
    await telegram.until(() => isQuiet(telegram));
    expect(said(two.received)).toEqual(["lost?"]);
  });

  it("waits at its end for the update under way, and confirms it", async () => {
    const { telegram, channel } = await channelOfATest();
    const [begun, hold] = [gate(), gate()];
    const { received, receive } = receiver(() => {
      begun.resolve();
      return hold.promise;
    });
    telegram.user({ firstName: "Amina" }).says("hello");
    await channel.start(receive);
    await begun.promise;
    const stopped = channel.stop();
    hold.resolve();
    await stopped;
    expect(said(received)).toEqual(["hello"]);
    expect(telegram.pendingUpdates).toEqual([]);
  });

  it("hears others although a chat's updates fill all that Telegram shows", async () => {
    const { telegram, channel, logged } = await channelOfATest();
    let isFull = true;
    const { received, receive } = receiver((update) => {
      if (isFull && textOf(update).startsWith("a")) throw new Error("no room");
    });
    const amina = telegram.user({ firstName: "Amina" });
    const bilal = telegram.user({ firstName: "Bilal" });
    for (let at = 0; at < 120; at++) amina.says(`a${at}`);
    bilal.says("b1");
    await channel.start(receive);
    await telegram.until(() => said(received, bilal).length === 1, 20_000);
    expect(said(received, amina)).toEqual([]);
    expect(logged.map(({ message }) => message)).toContain(
      "updates of failing or slow chats are confirmed before they are safe",
    );
    // They are not lost: they are still in hand.
    isFull = false;
    await telegram.until(() => said(received, amina).length === 120, 20_000);
    expect(said(received, amina)).toEqual(Array.from({ length: 120 }, (_, at) => `a${at}`));
  });

  it("hears others although a slow update stands before all that Telegram shows", async () => {
    const { telegram, channel } = await channelOfATest({ now: () => performance.now() * 100 });
    const hold = gate();
    const { received, receive } = receiver(({ address }) =>
      address.chat === "1" ? hold.promise : undefined,
    );
    const amina = telegram.user({ id: 1, firstName: "Amina" });
    amina.says("a large file");
    const others = Array.from({ length: 150 }, (_, at) =>
      telegram.user({ id: 100 + at, firstName: `B${at}` }),
    );
    for (const other of others) other.says("result");
    await channel.start(receive);
    await telegram.until(() => received.length === others.length);
    expect(said(received, amina)).toEqual([]);
    hold.resolve();
    await expect.poll(() => said(received, amina)).toEqual(["a large file"]);
    await telegram.until(() => isQuiet(telegram));
    expect(received).toHaveLength(151);
  });

  it("leaves with Telegram what it shows where the whole house is slow", async () => {
    const { telegram, channel, waited } = await channelOfATest({ now: () => performance.now() * 100 });
    const hold = gate();
    const { received, receive } = receiver(() => hold.promise);
    const people = Array.from({ length: 120 }, (_, at) => telegram.user({ firstName: `B${at}` }));
    for (const one of people) one.says("result");
    await channel.start(receive);
    // Long enough, by that clock, for each to be slow; Telegram was asked again since.
    await expect
      .poll(() => waited.filter((ms) => ms === 500).length, { timeout: 10_000 })
      .toBeGreaterThan(20);
    expect(telegram.pendingUpdates).toHaveLength(120);
    hold.resolve();
    await telegram.until(() => received.length === 120);
  });

  it("takes an update once that Telegram delivers twice, in whatever order", async () => {
    const { telegram, channel } = await channelOfATest();
    telegram.duplicateUpdates(true);
    telegram.reorder();
    const { received, receive } = receiver();
    const people = ["Amina", "Bilal", "Chand"].map((firstName) => telegram.user({ firstName }));
    for (const person of people) person.says(person.user.first_name);
    await channel.start(receive);
    await telegram.until(() => isQuiet(telegram));
    expect(said(received).toSorted()).toEqual(["Amina", "Bilal", "Chand"]);
  });

  it("answers a pressed button before the update is handled", async () => {
    const { telegram, channel } = await channelOfATest();
    const hold = gate();
    const { received, receive } = receiver(({ content }) =>
      content.kind === "choice" ? hold.promise : undefined,
    );
    const amina = telegram.user({ firstName: "Amina" });
    await channel.start(receive);
    amina.says("/start");
    await telegram.until(() => received.length === 1);
    await channel.send(String(amina.id), {
      kind: "text",
      text: "Which?",
      choices: [{ id: "t.0", label: "This" }],
    });
    const tap = amina.taps("This");
    await telegram.until(() => tap?.answer !== undefined);
    expect(received).toHaveLength(1);
    hold.resolve();
    await telegram.until(() => received.length === 2);
    expect(received[1]).toMatchObject({
      content: { kind: "choice", id: "t.0" },
      messageId: String(amina.chat.last?.id),
    });
    await telegram.until(() => isQuiet(telegram));
    expect(telegram.callsOf("answerCallbackQuery")).toHaveLength(1);
  });

  it("handles a button whose answer comes too late", async () => {
    const { telegram, channel, logged } = await channelOfATest();
    const { received, receive } = receiver();
    const amina = telegram.user({ firstName: "Amina" });
    amina.says("/start");
    await channel.send(String(amina.id), {
      kind: "text",
      text: "Which?",
      choices: [{ id: "t.0", label: "This" }],
    });
    amina.taps("This");
    telegram.advance(60_000);
    await channel.start(receive);
    await telegram.until(() => isQuiet(telegram));
    expect(received.map(textOf)).toEqual(["command", "choice"]);
    await expect.poll(() => logged.map(({ level }) => level)).toEqual(["debug"]);
  });

  it("passes over groups, edited messages, and who stops or comes back, without a word", async () => {
    const { telegram, channel, logged } = await channelOfATest();
    const { received, receive } = receiver();
    const amina = telegram.user({ firstName: "Amina" });
    const before = amina.says("a");
    amina.edits(before, "b");
    amina.blocks();
    amina.unblocks();
    telegram.group().joins(amina).says("/menu");
    await channel.start(receive);
    await telegram.until(() => isQuiet(telegram));
    expect(received.map(textOf)).toEqual(["a"]);
    expect(logged).toEqual([]);
  });
});
