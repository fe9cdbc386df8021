import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { DeliveryFailure } from "../../bot/channels/channel.ts";
import { escapeMarkup } from "../../conversations/engine/markup.ts";
import type { Message } from "../../conversations/engine/message.ts";
import type { Fault } from "../doubles/telegram/index.ts";
import { channelOfATest, commandsOf, type Otherwise } from "./channel-of-a-test.ts";

/** A channel that sends, and somebody who has written to it. */
async function withAmina(otherwise: Otherwise = {}) {
  const all = await channelOfATest(otherwise);
  const amina = all.telegram.user({ id: 42, firstName: "Amina" });
  amina.says("/start");
  return { ...all, amina };
}

const text = (words: string): Message => ({ kind: "text", text: words });

/** @returns the failure that sending throws. @throws when it throws none */
async function failureOf(sending: Promise<void>): Promise<DeliveryFailure> {
  const error = await sending.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof DeliveryFailure) return error;
  throw new Error(`no DeliveryFailure but ${inspect(error)}`);
}

describe("Telegram shows what is sent", () => {
  it.each([
    "<b>*bold*</b> & _more_ `x` [a](b) \\ {$ } &amp; &lt;",
    "👩‍🏫🇵🇰 emoji, ۲۲P-۱۲۳۴۵۶ and \u2068اردو\u2069",
    "Robert'); DROP TABLE students;--",
    "O’Brien-Ñuñez ".repeat(290).trim(),
  ])("exactly, whatever characters a name has: %s", async (name) => {
    const { telegram, channel, amina } = await withAmina();
    await channel.send("42", text(`👋 <b>${escapeMarkup(name)}</b>`));
    expect(amina.chat.last?.text).toBe(`👋 ${name}`);
    expect(amina.chat.last?.entities).toContainEqual({ type: "bold", offset: 3, length: name.length });
    expect(telegram.unmodelled).toEqual([]);
  });

  it("buttons, whose ids come back, and a link", async () => {
    const { telegram, channel, amina } = await withAmina();
    await channel.send("42", {
      kind: "text",
      text: "Which?",
      choices: [{ id: "0123456789abcdef.0", label: "Spring 2026" }],
      ways: [{ id: "0123456789abcdef.back", label: "⬅ Back" }],
      links: [{ url: "https://chat.university.example/login/x", label: "Log in" }],
    });
    expect(amina.chat.last?.buttons).toEqual([
      [{ label: "Log in", data: undefined, url: "https://chat.university.example/login/x" }],
      [{ label: "Spring 2026", data: "0123456789abcdef.0", url: undefined }],
      [{ label: "⬅ Back", data: "0123456789abcdef.back", url: undefined }],
    ]);
    expect(telegram.unmodelled).toEqual([]);
  });

  it("a message in place of another", async () => {
    const { telegram, channel, amina } = await withAmina();
    await channel.send("42", { kind: "text", text: "Which?", choices: [{ id: "t.0", label: "This" }] });
    const replaces = String(amina.chat.last?.id);
    await channel.send("42", { kind: "text", text: "This <b>it is</b>", replaces });
    expect(amina.chat.fromBot).toHaveLength(1);
    expect(amina.chat.last).toMatchObject({ text: "This it is", buttons: [], edited: true });
    // The same once more, as after a lost answer: done already.
    await channel.send("42", { kind: "text", text: "This <b>it is</b>", replaces });
    expect(amina.chat.fromBot).toHaveLength(1);
    expect(telegram.unmodelled).toEqual([]);
  });

  it("a new message where the old one is gone, or is not ours", async () => {
    const { channel, amina } = await withAmina();
    await channel.send("42", text("old"));
    const gone = amina.chat.last?.id ?? 0;
    amina.deletes(gone);
    await channel.send("42", { kind: "text", text: "one", replaces: String(gone) });
    const [hers] = amina.chat.messages;
    await channel.send("42", { kind: "text", text: "two", replaces: String(hers?.id) });
    await channel.send("42", { kind: "text", text: "three", replaces: "of another messenger" });
    expect(amina.chat.fromBot.map((message) => message.text)).toEqual(["one", "two", "three"]);
  });

  it.each(["result-card-2026-spring.pdf", 'نتیجہ; "بہار"\r\nx: y/2026.pdf'])(
    "a document, byte for byte: %s",
    async (name) => {
      const bytes = Uint8Array.from({ length: 70_000 }, (_, at) => (at * 7919) % 256);
      const opened: object[] = [];
      const { telegram, channel, amina } = await withAmina({
        openDocument: async (source) => {
          opened.push(source);
          return bytes;
        },
      });
      const source = { path: "/v1/card.pdf", token: "secret", name, type: "application/pdf" } as const;
      await channel.send("42", { kind: "document", source, caption: "Your <b>card</b>" });
      expect(opened).toEqual([source]);
      expect(amina.chat.last).toMatchObject({ kind: "document", text: "Your card" });
      expect(amina.chat.last?.file?.bytes.equals(bytes)).toBe(true);
      expect(amina.chat.last?.file?.name).toBe(name.replace(/[;"\r\n/]+/g, "-"));
      expect(amina.chat.last?.file?.mimeType).toBe("application/pdf");
      expect(telegram.unmodelled).toEqual([]);
    },
  );

  it("nothing of a document that the university does not give", async () => {
    const failure = new DeliveryFailure("unreachable", "the API did not answer");
    const { channel, amina } = await withAmina({ openDocument: () => Promise.reject(failure) });
    const source = { path: "/v1/x", token: "", name: "x.pdf", type: "application/pdf" } as const;
    expect(await failureOf(channel.send("42", { kind: "document", source, caption: "" }))).toBe(failure);
    expect(amina.chat.fromBot).toEqual([]);
  });

  it("a password no longer, and is content when it is gone already", async () => {
    const { channel, amina } = await withAmina();
    const { id } = amina.says("demo-pass-1");
    const messageId = String(id);
    await channel.send("42", { kind: "delete", messageId });
    await channel.send("42", { kind: "delete", messageId });
    expect(amina.chat.messages.map((message) => message.text)).toEqual(["/start"]);
  });

  it("that an answer is being written", async () => {
    const { telegram, channel, amina } = await withAmina();
    await channel.working?.("42");
    expect(amina.chat.actions).toEqual(["typing"]);
    telegram.fault({ method: "sendChatAction", times: 1, kind: "500" });
    await channel.working?.("42");
  });
});

describe("the commands of a chat", () => {
  const commands = (telegram: Awaited<ReturnType<typeof withAmina>>["telegram"]) =>
    telegram.profile.commands({ type: "chat", chat_id: 42 }, "");

  it("follow its language, Roman Urdu too", async () => {
    const { telegram, channel } = await withAmina();
    await channel.send("42", { kind: "language", language: "ur-Latn" });
    expect(commands(telegram)).toEqual(commandsOf("ur-Latn"));
    expect(telegram.unmodelled).toEqual([]);
  });

  it("come later where Telegram asks for a pause, and hold nothing up", async () => {
    const { telegram, channel } = await withAmina();
    telegram.fault({ method: "setMyCommands", times: 2, kind: "429", retryAfter: 40 });
    await channel.send("42", { kind: "language", language: "en" });
    await channel.send("42", { kind: "language", language: "ur" });
    await telegram.until(() => commands(telegram).length > 0);
    expect(commands(telegram)).toEqual(commandsOf("ur"));
  });
});

describe("why something was not sent", () => {
  it("blocked: by somebody who stopped the bot, or left Telegram, or never wrote", async () => {
    const { telegram, channel, amina } = await withAmina();
    amina.blocks();
    expect(await failureOf(channel.send("42", text("x")))).toMatchObject({ kind: "blocked" });
    const bilal = telegram.user({ id: 43, firstName: "Bilal" });
    bilal.says("/start");
    bilal.deactivates();
    expect(await failureOf(channel.send("43", text("x")))).toMatchObject({ kind: "blocked" });
    expect(await failureOf(channel.send("44", text("x")))).toMatchObject({ kind: "blocked" });
  });

  it("slow-down: this chat alone, until several are told so at once", async () => {
    let now = 0;
    const { telegram, channel } = await withAmina({ now: () => now });
    const send = async (chat: string) => {
      telegram.fault({ method: "sendMessage", times: 1, kind: "429", retryAfter: 7 });
      const { kind, retryAfter, scope } = await failureOf(channel.send(chat, text("x")));
      return { kind, retryAfter, scope };
    };
    const alone = { kind: "slow-down", retryAfter: 7, scope: "chat" };
    expect(await send("42")).toEqual(alone);
    expect(await send("42")).toEqual(alone);
    expect(await send("43")).toEqual(alone);
    expect(await send("44")).toEqual({ ...alone, scope: "channel" });
    now += 7_000;
    expect(await send("45")).toEqual(alone);
  });

  it.each<Fault["kind"]>(["500", "502", "reset-before", "reset-after"])("unreachable: %s", async (kind) => {
    const { telegram, channel } = await withAmina();
    telegram.fault({ method: "sendMessage", times: 1, kind });
    expect(await failureOf(channel.send("42", text("x")))).toMatchObject({ kind: "unreachable" });
  });

  it("unreachable: nobody there; and neither the token nor the text is in what is told", async () => {
    const { telegram, channel } = await withAmina();
    await telegram.close();
    const failure = await failureOf(channel.send("42", text("your marks")));
    expect(failure).toMatchObject({ kind: "unreachable" });
    expect(failure.message).toContain("ECONNREFUSED");
    expect(inspect(failure, { depth: 9 })).not.toMatch(/your marks|AAH-double/);
  });

  it("unreachable: a token that Telegram no longer takes, which the operator can set right", async () => {
    const { channel } = await withAmina({ token: "7000000001:AAH-another_token_of_the_right_form" });
    const failure = await failureOf(channel.send("42", text("x")));
    expect(failure.kind).toBe("unreachable");
    expect(failure.message).toContain("TELEGRAM_BOT_TOKEN");
  });

  it("refused: what Telegram will never take; and its text is not in what is told", async () => {
    const { channel } = await withAmina();
    expect(await failureOf(channel.send("42", text("")))).toMatchObject({ kind: "refused" });
    const long = await failureOf(channel.send("42", text("x".repeat(4097))));
    expect(long.kind).toBe("refused");
    expect(inspect(long, { depth: 9 })).not.toContain("xxxx");
    const choices = [{ id: "x".repeat(65), label: "A" }];
    expect(await failureOf(channel.send("42", { kind: "text", text: "?", choices }))).toMatchObject({
      kind: "refused",
    });
    expect(await failureOf(channel.send("not a chat", text("x")))).toMatchObject({ kind: "refused" });
  });

  it("refused: a document larger than Telegram takes, without trying", async () => {
    const bytes = new Uint8Array(50 * 1024 * 1024 + 1);
    const { telegram, channel } = await withAmina({ openDocument: async () => bytes });
    const source = { path: "/v1/x", token: "", name: "x.pdf", type: "application/pdf" } as const;
    const failure = await failureOf(channel.send("42", { kind: "document", source, caption: "" }));
    expect(failure.kind).toBe("refused");
    expect(telegram.callsOf("sendDocument")).toEqual([]);
  });
});
