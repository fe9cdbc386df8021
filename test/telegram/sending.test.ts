import { describe, expect, it } from "vitest";
import { DeliveryFailure } from "../../bot/channels/channel.ts";
import { escapeMarkup } from "../../conversations/engine/markup.ts";
import type { Message, TextMessage } from "../../conversations/engine/message.ts";
import { commandsOf, failureOf, withAmina } from "./channel-of-a-test.ts";
import { png } from "./pictures.ts";

const text = (words: string): Message => ({ kind: "text", text: words });

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

  it.each([
    ["a picture as a photo", 300, 200, "photo"],
    ["a picture that Telegram takes for no photo as a file", 2100, 100, "document"],
  ])("%s", async (_, width, height, kind) => {
    const { telegram, channel, amina } = await withAmina({ openDocument: async () => png(width, height) });
    const source = { path: "/v1/x", name: "figures.png", type: "image/png" } as const;
    await channel.send("42", { kind: "document", source, caption: "The <b>figures</b>" });
    expect(amina.chat.fromBot.map((one) => [one.kind, one.text])).toEqual([[kind, "The figures"]]);
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

  it("links that need a message of their own once, when the text below them has to be tried again", async () => {
    const { telegram, channel, amina } = await withAmina();
    await channel.send("42", text("old"));
    const long: TextMessage = {
      kind: "text",
      text: "Read it. ".repeat(450).trim(),
      links: [{ url: `mailto:${"x".repeat(100)}@university.example`, label: "Write to us" }],
      replaces: String(amina.chat.last?.id),
    };
    telegram.fault({ method: "editMessageText", times: 1, kind: "500" });
    expect(await failureOf(channel.send("42", long))).toMatchObject({ kind: "unreachable" });
    await channel.send("42", long);
    expect(amina.chat.fromBot).toMatchObject([
      { text: long.text, edited: true },
      { text: expect.stringContaining("Write to us") },
    ]);
    expect(telegram.unmodelled).toEqual([]);
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
