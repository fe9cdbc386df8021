import type { Update } from "grammy/types";
import { describe, expect, it } from "vitest";
import { ReceivedUpdate } from "../../bot/channels/telegram/received.ts";
import { type Translation, translate } from "../../bot/channels/telegram/translate.ts";
import type { Content } from "../../conversations/engine/update.ts";

const amina = { id: 42, is_bot: false, first_name: "Amina", language_code: "ur" } as const;
const chat = { id: 42, type: "private", first_name: "Amina" } as const;
const base = { message_id: 7, date: 1_800_000_000, chat, from: amina } as const;
const group = { id: -100, type: "supergroup", title: "Desk" } as const;

const translated = (update: unknown): Translation => translate(ReceivedUpdate.parse(update));
const file = { file_id: "F", file_unique_id: "u" };

const contents: [string, object, Content][] = [
  ["text", { text: "mera result" }, { kind: "text", text: "mera result" }],
  ["text with spaces around it", { text: " a " }, { kind: "text", text: " a " }],
  ["a command", { text: "/menu" }, { kind: "command", name: "menu", argument: "" }],
  [
    "a command with a payload",
    { text: "/start a-b_c" },
    { kind: "command", name: "start", argument: "a-b_c" },
  ],
  [
    "a command by the bot's name",
    { text: "/Menu@RabtaBot x" },
    { kind: "command", name: "menu", argument: "x" },
  ],
  ["a command with lines", { text: "/help a\nb" }, { kind: "command", name: "help", argument: "a\nb" }],
  ["a path, which is no command", { text: "/etc/passwd" }, { kind: "text", text: "/etc/passwd" }],
  ["a slash alone", { text: "/" }, { kind: "text", text: "/" }],
  ["an Urdu word after a slash", { text: "/مینو" }, { kind: "text", text: "/مینو" }],
  [
    "a document",
    {
      document: { ...file, file_name: "a.pdf", mime_type: "application/pdf", file_size: 9 },
      caption: "proof",
    },
    {
      kind: "file",
      file: { handle: "F", name: "a.pdf", type: "application/pdf", bytes: 9 },
      caption: "proof",
    },
  ],
  [
    "a document of which nothing is known",
    { document: file },
    {
      kind: "file",
      file: { handle: "F", name: "file-7", type: "application/octet-stream", bytes: 0 },
      caption: "",
    },
  ],
  [
    "a photo, in its largest size",
    {
      photo: [
        { ...file, file_id: "S", width: 90, height: 60, file_size: 1 },
        { ...file, file_id: "L", width: 900, height: 600, file_size: 100 },
        { ...file, file_id: "M", width: 300, height: 200, file_size: 10 },
      ],
    },
    { kind: "file", file: { handle: "L", name: "photo-7.jpg", type: "image/jpeg", bytes: 100 }, caption: "" },
  ],
  [
    "one's own number, as Telegram writes it",
    { contact: { phone_number: "923001234567", first_name: "Amina", user_id: 42 } },
    { kind: "contact", phone: "+923001234567", own: true },
  ],
  [
    "one's own number with a plus",
    { contact: { phone_number: "+923001234567", first_name: "Amina", user_id: 42 } },
    { kind: "contact", phone: "+923001234567", own: true },
  ],
  [
    "a number of somebody else",
    { contact: { phone_number: "03001234567", first_name: "Bilal", user_id: 43 } },
    { kind: "contact", phone: "03001234567", own: false },
  ],
  [
    "a number of nobody on Telegram",
    { contact: { phone_number: "03001234567", first_name: "Bilal" } },
    { kind: "contact", phone: "03001234567", own: false },
  ],
  ["a sticker", { sticker: { ...file, emoji: "👍" } }, { kind: "unsupported", what: "sticker" }],
  [
    "a voice note, which a person could hear",
    { voice: { ...file, duration: 3 } },
    {
      ...{ kind: "unsupported", what: "voice" },
      file: { handle: "F", name: "voice-7.ogg", type: "audio/ogg", bytes: 0 },
    },
  ],
  [
    "a round video, which nobody could pass on",
    { video_note: { ...file, length: 240, duration: 3 } },
    { kind: "unsupported", what: "video_note" },
  ],
  ["a place", { location: { latitude: 1, longitude: 2 } }, { kind: "unsupported", what: "location" }],
  [
    "an animation, which carries a document as well",
    { animation: file, document: file },
    { kind: "unsupported", what: "animation" },
  ],
  [
    "a document that is not as documented",
    { document: { id: 5 } },
    { kind: "unsupported", what: "document" },
  ],
];

describe("an update of Telegram's becomes one of ours", () => {
  it.each(contents)("%s", (_, part, content) => {
    expect(translated({ update_id: 900, message: { ...base, ...part } })).toEqual({
      kind: "update",
      update: {
        id: "tg:900",
        address: { channel: "telegram", chat: "42" },
        content,
        messageId: "7",
        languageHint: "ur",
      },
    });
  });

  it("a pressed button is a choice of the message that it stands under, and waits for an answer", () => {
    const update = {
      update_id: 901,
      callback_query: {
        id: "4382",
        from: amina,
        chat_instance: "1",
        data: "abc.0",
        message: { ...base, from: { id: 7, is_bot: true, first_name: "Rabta" }, text: "Which?" },
      },
    } satisfies Update;
    expect(translated(update)).toEqual({
      kind: "update",
      tap: "4382",
      update: {
        id: "tg:901",
        address: { channel: "telegram", chat: "42" },
        content: { kind: "choice", id: "abc.0" },
        messageId: "7",
        languageHint: "ur",
      },
    });
  });

  it("a button of a message too old to be shown still says where it stands", () => {
    const message = { chat, message_id: 7, date: 0 } as const;
    const callback_query = { id: "1", from: amina, chat_instance: "1", data: "x", message };
    expect(translated({ update_id: 1, callback_query })).toMatchObject({ kind: "update", tap: "1" });
  });

  it("no language of the app gives no hint", () => {
    const { language_code: _, ...from } = amina;
    const translation = translated({ update_id: 1, message: { ...base, from, text: "hello" } });
    expect(translation.kind === "update" && "languageHint" in translation.update).toBe(false);
  });
});

const member = (status: string) => ({ status, user: { id: 7, is_bot: true, first_name: "Rabta" } });
const others: [string, object, Translation][] = [
  [
    "a message in a group",
    { message: { ...base, chat: group, text: "hi" } },
    { kind: "ignored", why: "a group" },
  ],
  [
    "a button in a group, which is answered",
    {
      callback_query: {
        id: "9",
        from: amina,
        chat_instance: "1",
        data: "x",
        message: { ...base, chat: group },
      },
    },
    { kind: "ignored", why: "a group", tap: "9" },
  ],
  [
    "a button of a game",
    { callback_query: { id: "9", from: amina, chat_instance: "1", game_short_name: "g", message: base } },
    { kind: "ignored", why: "a button of no message of ours", tap: "9" },
  ],
  [
    "another bot",
    { message: { ...base, from: { ...amina, is_bot: true }, text: "hi" } },
    { kind: "ignored", why: "another bot" },
  ],
  [
    "an edited message",
    { edited_message: { ...base, edit_date: 1, text: "hi" } },
    { kind: "ignored", why: "an edited message" },
  ],
  [
    "somebody who stops the bot",
    {
      my_chat_member: {
        chat,
        from: amina,
        date: 1,
        old_chat_member: member("member"),
        new_chat_member: member("kicked"),
      },
    },
    { kind: "membership", chat: "42", status: "blocked" },
  ],
  [
    "somebody who comes back",
    {
      my_chat_member: {
        chat,
        from: amina,
        date: 1,
        old_chat_member: member("kicked"),
        new_chat_member: member("member"),
      },
    },
    { kind: "membership", chat: "42", status: "unblocked" },
  ],
  [
    "something pinned",
    { message: { ...base, pinned_message: base } },
    { kind: "unknown", what: "a message with pinned_message" },
  ],
  ["a kind that nobody knows yet", { telepathy: { thought: "?" } }, { kind: "unknown", what: "telepathy" }],
  ["a message that is none", { message: { text: 5 } }, { kind: "unknown", what: "message" }],
  ["an update of nothing", {}, { kind: "unknown", what: "nothing" }],
];

describe("what needs no answer of ours", () => {
  it.each(others)("%s", (_, part, expected) => {
    expect(translated({ update_id: 900, ...part })).toEqual(expected);
  });
});
