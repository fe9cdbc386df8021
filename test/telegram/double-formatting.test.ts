import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Person, startTelegram, type TelegramDouble } from "../doubles/telegram/index.ts";
import { call } from "./bot-api.ts";

let telegram: TelegramDouble;
let amina: Person;

beforeAll(async () => {
  telegram = await startTelegram();
  amina = telegram.user({ id: 42, firstName: "Amina" });
  amina.says("/start");
});
afterAll(async () => await telegram.close());

const send = (text: string, more: object) => call(telegram, "sendMessage", { chat_id: 42, text, ...more });

describe("HTML as Telegram reads it", () => {
  it.each([
    [
      "<b>a</b> <i>b</i>",
      "a b",
      [
        { type: "bold", offset: 0, length: 1 },
        { type: "italic", offset: 2, length: 1 },
      ],
    ],
    [
      "<b>a<u>b</u></b>",
      "ab",
      [
        { type: "bold", offset: 0, length: 2 },
        { type: "underline", offset: 1, length: 1 },
      ],
    ],
    ["&lt;b&gt; &amp; &quot;&#1575;&#x627;", '<b> & "اا', []],
    ["&nbsp;&copy;", "&nbsp;&copy;", []],
    ["😀<code>x</code>", "😀x", [{ type: "code", offset: 2, length: 1 }]],
    [
      '<pre><code class="language-sql">x</code></pre>',
      "x",
      [{ type: "pre", offset: 0, length: 1, language: "sql" }],
    ],
    [
      '<a href="https://aiou.edu.pk/?a=1&amp;b=2">x</a>',
      "x",
      [{ type: "text_link", offset: 0, length: 1, url: "https://aiou.edu.pk/?a=1&b=2" }],
    ],
    ['<a href="nowhere">x</a>', "x", []],
    ['<span class="tg-spoiler">x</span>', "x", [{ type: "spoiler", offset: 0, length: 1 }]],
    ["<blockquote expandable>x</blockquote>", "x", [{ type: "expandable_blockquote", offset: 0, length: 1 }]],
    ["<B>x</b>", "x", [{ type: "bold", offset: 0, length: 1 }]],
    ["  <b> x </b>\n", " x", [{ type: "bold", offset: 0, length: 2 }]],
    ["<b></b>x", "x", []],
  ])("%s", async (html, text, entities) => {
    expect(await send(html, { parse_mode: "HTML" })).toMatchObject({ ok: true, result: { text } });
    expect(amina.chat.last?.entities).toEqual(entities);
  });

  it.each([
    ["a < b", 'Unsupported start tag "" at byte offset 2'],
    ["<br>", 'Unsupported start tag "br" at byte offset 0'],
    ["ہ<p>x</p>", 'Unsupported start tag "p" at byte offset 2'],
    ["<b>x", `Can't find end tag corresponding to start tag "b"`],
    ["<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'],
    ["x</b>", "Unexpected end tag at byte offset 1"],
    ["<b>x</b", "Unclosed end tag at byte offset 4"],
    ["<b", "Unclosed start tag at byte offset 0"],
    ['<span class="red">x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
    ["<a href=x/y>x</a>", "Unexpected end of name token at byte offset 8"],
    ['<a "x">x</a>', 'Empty attribute name in the tag "a" at byte offset 0'],
    ['<tg-emoji emoji-id="x">x</tg-emoji>', "Invalid custom emoji identifier specified"],
  ])("refuses %s", async (html, reason) => {
    const answer = await send(html, { parse_mode: "HTML" });
    expect(answer.description).toBe(`Bad Request: can't parse entities: ${reason}`);
  });

  it("counts the limit after the markup is gone", async () => {
    const bold = `<b>${"x".repeat(4096)}</b>`;
    expect((await send(bold, { parse_mode: "HTML" })).ok).toBe(true);
    expect((await send(`${bold}y`, { parse_mode: "HTML" })).description).toBe(
      "Bad Request: message is too long",
    );
    expect((await send("<b></b>", { parse_mode: "HTML" })).description).toBe(
      "Bad Request: text must be non-empty",
    );
  });
});

describe("MarkdownV2 as Telegram reads it", () => {
  it.each([
    ["*a* _b_ __c__ ~d~ ||e||", "a b c d e", ["bold", "italic", "underline", "strikethrough", "spoiler"]],
    ["`a_b`", "a_b", ["code"]],
    ["```sql\nx\n```", "x", ["pre"]],
    ["[x](https://aiou.edu.pk/a\\)b)", "x", ["text_link"]],
    ["1\\. a\\-b\\!", "1. a-b!", []],
    [">a\n>b\nc", "a\nb\nc", ["blockquote"]],
    [">a||", "a", ["expandable_blockquote"]],
    ["*_x_*", "x", ["bold", "italic"]],
  ])("%s", async (markdown, text, types) => {
    expect(await send(markdown, { parse_mode: "MarkdownV2" })).toMatchObject({ ok: true, result: { text } });
    expect(amina.chat.last?.entities.map((one) => one.type)).toEqual(types);
  });

  it.each([
    ["a.b", "Character '.' is reserved and must be escaped with the preceding '\\'"],
    ["22P-123456", "Character '-' is reserved and must be escaped with the preceding '\\'"],
    ["*a", "Can't find end of Bold entity at byte offset 0"],
    ["[a](b", "Can't find end of a URL at byte offset 4"],
  ])("refuses %s", async (markdown, reason) => {
    const answer = await send(markdown, { parse_mode: "MarkdownV2" });
    expect(answer.description).toBe(`Bad Request: can't parse entities: ${reason}`);
  });
});

describe("text without markup", () => {
  it("refuses entities that are not within the text", async () => {
    const bold = (offset: number, length: number) =>
      send("Salam", { entities: [{ type: "bold", offset, length }] });
    expect((await bold(0, 5)).ok).toBe(true);
    expect((await bold(3, 3)).description).toContain("ends after the end of the text");
    expect((await bold(9, 1)).description).toContain("begins after the end of the text");
    expect((await bold(-1, 1)).description).toContain("incorrect offset -1");
    expect((await send("😀", { entities: [{ type: "bold", offset: 1, length: 1 }] })).ok).toBe(false);
    expect((await send("x", { entities: [{ type: "loud", offset: 0, length: 1 }] })).ok).toBe(false);
  });

  it("keeps isolates, drops embeddings, and blanks control characters", async () => {
    await send("\u2066 22P-123456\u2069\u202b\ta\r\n", {});
    expect(amina.chat.last?.text).toBe("\u2066 22P-123456\u2069 a");
  });

  it("finds commands and links by itself", async () => {
    await send("See https://aiou.edu.pk/x, /help or @aiou_bot", {});
    expect(amina.chat.last?.entities.map((one) => one.type)).toEqual(["url", "bot_command", "mention"]);
  });

  it("shows <b> as it is written when no parse mode is set", async () => {
    await send("<b>*x*</b>", {});
    expect(amina.chat.last).toMatchObject({ text: "<b>*x*</b>", entities: [] });
  });
});
