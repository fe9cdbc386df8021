import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Person, startTelegram, type TelegramDouble } from "../doubles/telegram/index.ts";
import { call } from "./bot-api.ts";

let telegram: TelegramDouble;
let amina: Person;

beforeEach(async () => {
  telegram = await startTelegram();
  amina = telegram.user({ id: 42, firstName: "Amina" });
  amina.says("/start");
});
afterEach(async () => await telegram.close());

const inline = (...buttons: object[]) => ({ inline_keyboard: [buttons] });
const button = (more: object = { callback_data: "x" }) => ({ text: "Go", ...more });
const say = { chat_id: 42, text: "Salam" };

describe("the Bot API double refuses to send, with Telegram's words", () => {
  const refusals: [string, string, object, string][] = [
    ["an unknown field", "sendMessage", { ...say, txt: 1 }, 'unknown parameter "txt" in sendMessage'],
    ["a missing text", "sendMessage", { chat_id: 42 }, "message text is empty"],
    ["a missing chat", "sendMessage", { text: "x" }, "chat_id is empty"],
    ["an empty text", "sendMessage", { ...say, text: "" }, "message text is empty"],
    ["a blank text", "sendMessage", { ...say, text: " \n" }, "text must be non-empty"],
    ["a text over 4096", "sendMessage", { ...say, text: "x".repeat(4097) }, "message is too long"],
    ["4096 counted in UTF-16", "sendMessage", { ...say, text: "😀".repeat(2049) }, "message is too long"],
    ["a mistyped text", "sendMessage", { ...say, text: 5 }, 'parameter "text" must be of type String'],
    ["a missing parameter", "sendChatAction", { chat_id: 42 }, 'parameter "action" is required'],
    ["an unknown chat", "sendMessage", { ...say, chat_id: 7 }, "chat not found"],
    [
      "an unknown chat action",
      "sendChatAction",
      { chat_id: 42, action: "dance" },
      "wrong parameter action in request",
    ],
    [
      "a nested field missing",
      "sendMessage",
      { ...say, reply_markup: inline({ callback_data: "x" }) },
      `can't parse inline keyboard button: Can't find field "text"`,
    ],
    [
      "a nested field of the wrong type",
      "sendMessage",
      { ...say, reply_markup: inline({ text: 1, callback_data: "x" }) },
      `can't parse inline keyboard button: Field "text" must be of type String`,
    ],
    [
      "a nested field unknown",
      "sendMessage",
      { ...say, reply_markup: inline(button({ callback_data: "x", colour: "red" })) },
      `can't parse inline keyboard button: Unknown field "colour"`,
    ],
    [
      "callback_data of 65 bytes",
      "sendMessage",
      { ...say, reply_markup: inline(button({ callback_data: "ۃ".repeat(33) })) },
      "BUTTON_DATA_INVALID",
    ],
    [
      "empty callback_data",
      "sendMessage",
      { ...say, reply_markup: inline(button({ callback_data: "" })) },
      "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ],
    [
      "a button that does nothing",
      "sendMessage",
      { ...say, reply_markup: inline(button({})) },
      "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ],
    [
      "an inline button without a label",
      "sendMessage",
      { ...say, reply_markup: inline({ text: "", callback_data: "x" }) },
      "inline keyboard button text must be non-empty",
    ],
    [
      "a keyboard button without a label",
      "sendMessage",
      { ...say, reply_markup: { keyboard: [[{ text: " " }]] } },
      "keyboard button text must be non-empty",
    ],
    [
      "101 buttons",
      "sendMessage",
      { ...say, reply_markup: { inline_keyboard: Array(101).fill([button()]) } },
      "reply markup is too long",
    ],
    [
      "a link without a host",
      "sendMessage",
      { ...say, reply_markup: inline(button({ url: "http://localhost/x" })) },
      "inline keyboard button URL 'http://localhost/x' is invalid: Wrong HTTP URL",
    ],
    [
      "a link of another scheme",
      "sendMessage",
      { ...say, reply_markup: inline(button({ url: "ftp://a.pk" })) },
      "inline keyboard button URL 'ftp://a.pk' is invalid: Unsupported URL protocol",
    ],
    [
      "a reply to nothing",
      "sendMessage",
      { ...say, reply_parameters: { message_id: 9999 } },
      "message to be replied not found",
    ],
    ["a thread that is none", "sendMessage", { ...say, message_thread_id: 5 }, "message thread not found"],
  ];

  it.each(refusals)("%s", async (_what, method, payload, description) => {
    const answer = await call(telegram, method, payload);
    expect(answer.description).toContain(`Bad Request: ${description}`);
    expect(answer).toMatchObject({ ok: false, error_code: 400 });
    expect(telegram.calls.at(-1)?.answer).toEqual(answer);
    expect(amina.chat.fromBot).toEqual([]);
    expect(telegram.unmodelled).toEqual([]);
  });

  it("accepts what is just within the limits", async () => {
    const reply_markup = { inline_keyboard: Array(100).fill([button({ callback_data: "x".repeat(64) })]) };
    const answer = await call(telegram, "sendMessage", {
      chat_id: 42,
      text: "😀".repeat(2048),
      reply_markup,
    });
    expect(answer.ok).toBe(true);
    expect(amina.chat.last?.buttons).toHaveLength(100);
  });
});
