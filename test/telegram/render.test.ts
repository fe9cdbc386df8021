import { describe, expect, it } from "vitest";
import { keyboardOf } from "../../bot/channels/telegram/keyboard.ts";
import { render } from "../../bot/channels/telegram/render.ts";
import { escapeMarkup } from "../../conversations/engine/markup.ts";
import type { TextMessage } from "../../conversations/engine/message.ts";

const said = (text: string, more: Omit<Partial<TextMessage>, "kind" | "text"> = {}): TextMessage => ({
  kind: "text",
  text,
  ...more,
});
const quiet = { link_preview_options: { is_disabled: true } };

describe("a text as a call of the Bot API", () => {
  it.each([
    ["plain", "Hello", "Hello", []],
    [
      "bold, italic, code",
      "<b>a</b> <i>b</i> <code>22P-123456</code>",
      "a b 22P-123456",
      [
        { type: "bold", offset: 0, length: 1 },
        { type: "italic", offset: 2, length: 1 },
        { type: "code", offset: 4, length: 10 },
      ],
    ],
    [
      "one within another",
      "<b>a<i>b</i></b>",
      "ab",
      [
        { type: "bold", offset: 0, length: 1 },
        { type: "bold", offset: 1, length: 1 },
        { type: "italic", offset: 1, length: 1 },
      ],
    ],
    [
      "code, in which nothing else can stand",
      "<b><code>x</code></b>",
      "x",
      [{ type: "code", offset: 0, length: 1 }],
    ],
    ["an emoji counts two", "👩‍🏫 <b>Tutor</b>", "👩‍🏫 Tutor", [{ type: "bold", offset: 6, length: 5 }]],
    ["Urdu", "خوش آمدید <b>رابطہ</b>", "خوش آمدید رابطہ", [{ type: "bold", offset: 10, length: 5 }]],
    [
      "what looks like markup",
      `<b>${escapeMarkup("<b>*_`[x](y)&lt;&amp;")}</b>`,
      "<b>*_`[x](y)&lt;&amp;",
      [{ type: "bold", offset: 0, length: 21 }],
    ],
  ])("%s", (_, markup, text, entities) => {
    expect(render(42, said(markup))).toEqual([
      { method: "sendMessage", payload: { chat_id: 42, text, entities, ...quiet } },
    ]);
  });

  it("asks for the number with a keyboard in the place of letters, and takes it away", () => {
    const choices = [{ id: "t.0", label: "Share" }];
    const ways = [{ id: "t.back", label: "Back" }];
    const asks = said("Your number?", { choices, ways, expects: "phone", replaces: "17" });
    const payload = { chat_id: 42, text: "Your number?", entities: [], ...quiet };
    const keyboard = [[{ text: "Share", request_contact: true }], [{ text: "Back" }]];
    const reply_markup = { keyboard, one_time_keyboard: true, resize_keyboard: true };
    expect(render(42, asks)).toEqual([{ method: "sendMessage", payload: { ...payload, reply_markup } }]);
    expect(render(42, said("Your number?", { settles: "phone" }))).toEqual([
      { method: "sendMessage", payload: { ...payload, reply_markup: { remove_keyboard: true } } },
    ]);
  });

  it("takes the place of a message", () => {
    expect(render(42, said("Now", { replaces: "17" }))).toEqual([
      {
        method: "editMessageText",
        payload: { chat_id: 42, message_id: 17, text: "Now", entities: [], ...quiet },
      },
    ]);
  });

  it("puts links, choices and ways under each other", () => {
    const message = said("Log in", {
      links: [{ url: "https://chat.university.example/login/x", label: "Log in" }],
      choices: [{ id: "t.0", label: "Log in here in the chat" }],
      ways: [
        { id: "t.back", label: "⬅ Back" },
        { id: "t.menu", label: "☰ Menu" },
      ],
    });
    expect(render(42, message)[0]).toHaveProperty("payload.reply_markup", {
      inline_keyboard: [
        [{ text: "Log in", url: "https://chat.university.example/login/x" }],
        [{ text: "Log in here in the chat", callback_data: "t.0" }],
        [
          { text: "⬅ Back", callback_data: "t.back" },
          { text: "☰ Menu", callback_data: "t.menu" },
        ],
      ],
    });
  });

  it.each([
    "http://localhost:3000/login/x",
    "http://127.0.0.1:3000/login/x",
    "http://[::1]:3000/login/x",
    "http://rabta/login/x",
    "ftp://university.example/x",
    "no address",
  ])("writes %s into the text, for Telegram would refuse the button and all with it", (url) => {
    expect(render(42, said("<b>Log in</b>", { links: [{ url, label: "Log in" }] }))).toEqual([
      {
        method: "sendMessage",
        payload: {
          chat_id: 42,
          text: `Log in\n\nLog in: ${url}`,
          entities: [{ type: "bold", offset: 0, length: 6 }],
          ...quiet,
        },
      },
    ]);
  });

  it("writes a number and an e-mail address into the text, where a tap opens them", () => {
    const links = [
      { url: "tel:+923335001000", label: "📞 \u2068+923335001000\u2069" },
      { url: "mailto:tutor1@rabta.example", label: "Write" },
      { url: "https://lms.aiou.edu.pk", label: "Open the LMS" },
    ];
    expect(render(42, said("Your tutor", { links }))).toMatchObject([
      {
        payload: {
          text: "Your tutor\n\n📞 \u2068+923335001000\u2069\nWrite: tutor1@rabta.example",
          reply_markup: { inline_keyboard: [[{ text: "Open the LMS", url: "https://lms.aiou.edu.pk" }]] },
        },
      },
    ]);
  });

  it("sends an address before a text that has no room for it, and keeps the buttons under the text", () => {
    const links = [{ url: "http://localhost/x", label: "Log in" }];
    const calls = render(42, said("x".repeat(4096), { links, choices: [{ id: "t.0", label: "Go" }] }));
    expect(calls).toMatchObject([
      { method: "sendMessage", payload: { text: "Log in: http://localhost/x" } },
      { method: "sendMessage", payload: { text: "x".repeat(4096), reply_markup: {} } },
    ]);
    expect(calls[0]).not.toHaveProperty("payload.reply_markup");
  });
});

describe("a keyboard", () => {
  const labels = (texts: string[], as: "choices" | "ways" = "choices") =>
    keyboardOf(said("?", { [as]: texts.map((label, at) => ({ id: `t.${at}`, label })) })).map((row) =>
      row.map(({ text }) => text),
    );

  it.each([
    ["two short ones beside each other", ["Yes", "No"], [["Yes", "No"]]],
    [
      "long ones under each other",
      ["Course Registration", "My Tutors"],
      [["Course Registration"], ["My Tutors"]],
    ],
    ["never three in a row", ["A", "B", "C"], [["A", "B"], ["C"]]],
    ["a label of several lines as one line", ["a\n b"], [["a b"]]],
    ["a label that is nothing but blanks", [" \n"], [["…"]]],
  ])("%s", (_, given, rows) => {
    expect(labels(given)).toEqual(rows);
  });

  it("keeps the ways out in one row while they can be read there", () => {
    expect(labels(["⬅ Back", "☰ Menu", "🙋 Help"], "ways")).toEqual([["⬅ Back", "☰ Menu", "🙋 Help"]]);
    expect(labels(["⬅ Back", "☰ Menu", "🙋 Talk to a person"], "ways")).toEqual([
      ["⬅ Back", "☰ Menu"],
      ["🙋 Talk to a person"],
    ]);
  });

  it("cuts a label between characters, never through one", () => {
    const [[label = ""] = []] = labels(["👩‍🏫".repeat(150)]);
    expect(label).toBe(`${"👩‍🏫".repeat(99)}…`);
  });
});

describe("other messages as calls of the Bot API", () => {
  const source = { path: "/v1/x.pdf", token: "s", name: "x.pdf", type: "application/pdf" } as const;

  it("a document with a caption, and with none", () => {
    expect(render(42, { kind: "document", source, caption: "Your <b>card</b>" })).toEqual([
      {
        method: "sendDocument",
        source,
        payload: {
          chat_id: 42,
          caption: "Your card",
          caption_entities: [{ type: "bold", offset: 5, length: 4 }],
        },
      },
    ]);
    expect(render(42, { kind: "document", source, caption: "" })).toEqual([
      { method: "sendDocument", source, payload: { chat_id: 42 } },
    ]);
  });

  it("a picture as a photo", () => {
    const picture = { ...source, name: "x.png", type: "image/png" } as const;
    expect(render(42, { kind: "document", source: picture, caption: "" })).toEqual([
      { method: "sendPhoto", source: picture, payload: { chat_id: 42 } },
    ]);
  });

  it("a deletion, a language, and nothing to forget", () => {
    expect(render(42, { kind: "delete", messageId: "9" })).toEqual([
      { method: "deleteMessage", payload: { chat_id: 42, message_id: 9 } },
    ]);
    expect(render(42, { kind: "language", language: "ur-Latn" })).toEqual([
      { method: "setMyCommands", chat: 42, language: "ur-Latn" },
    ]);
    expect(render(42, { kind: "forget" })).toEqual([]);
  });
});
