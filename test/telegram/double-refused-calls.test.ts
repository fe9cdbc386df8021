import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Person, startTelegram, type TelegramDouble } from "../doubles/telegram/index.ts";
import { call, send } from "./bot-api.ts";

let telegram: TelegramDouble;
let amina: Person;

beforeEach(async () => {
  telegram = await startTelegram();
  amina = telegram.user({ id: 42, firstName: "Amina" });
  amina.says("/start");
});
afterEach(async () => await telegram.close());

const say = { chat_id: 42, text: "Salam" };

describe("the Bot API double refuses, elsewhere than in sending,", () => {
  const refusals: [string, string, object, string][] = [
    [
      "editing what is not there",
      "editMessageText",
      { ...say, message_id: 9999 },
      "message to edit not found",
    ],
    ["editing nothing named", "editMessageText", { ...say }, "message identifier is not specified"],
    [
      "editing what a person wrote",
      "editMessageText",
      { ...say, message_id: 101 },
      "message can't be edited",
    ],
    [
      "deleting what is not there",
      "deleteMessage",
      { chat_id: 42, message_id: 9999 },
      "message to delete not found",
    ],
    [
      "deleting nothing",
      "deleteMessages",
      { chat_id: 42, message_ids: [] },
      "message identifiers are not specified",
    ],
    [
      "answering a tap that never was",
      "answerCallbackQuery",
      { callback_query_id: "1" },
      "query is too old and response timeout expired or query ID is invalid",
    ],
    [
      "an unknown file id",
      "sendPhoto",
      { chat_id: 42, photo: "AgACnothing" },
      "wrong file identifier/HTTP URL specified",
    ],
    ["getting an unknown file", "getFile", { file_id: "nothing" }, "invalid file_id"],
    [
      "a caption over 1024",
      "sendDocument",
      { chat_id: 42, document: "x", caption: "x".repeat(1025) },
      "message caption is too long",
    ],
    [
      "an upload that did not come",
      "sendDocument",
      { chat_id: 42, document: "attach://x" },
      "there is no document in the request",
    ],
    [
      "a topic where there are none",
      "createForumTopic",
      { chat_id: 42, name: "x" },
      "the chat is not a forum",
    ],
    [
      "a reaction that is none",
      "setMessageReaction",
      { chat_id: 42, message_id: 101, reaction: [{ type: "emoji", emoji: "🧮" }] },
      "REACTION_INVALID",
    ],
    [
      "forwarding what is not there",
      "forwardMessage",
      { chat_id: 42, from_chat_id: 42, message_id: 9999 },
      "message to forward not found",
    ],
    [
      "an upper-case command",
      "setMyCommands",
      { commands: [{ command: "Start", description: "x" }] },
      "BOT_COMMAND_INVALID",
    ],
    [
      "101 commands",
      "setMyCommands",
      { commands: Array(101).fill({ command: "a", description: "x" }) },
      "BOT_COMMANDS_TOO_MUCH",
    ],
    [
      "a command over 32",
      "setMyCommands",
      { commands: [{ command: "a".repeat(33), description: "x" }] },
      "command length must not exceed 32",
    ],
    [
      "a command undescribed",
      "setMyCommands",
      { commands: [{ command: "a", description: "" }] },
      "command description must be non-empty",
    ],
    [
      "a description over 256",
      "setMyCommands",
      { commands: [{ command: "a", description: "x".repeat(257) }] },
      "command description length must not exceed 256",
    ],
    [
      "a language of three letters",
      "setMyCommands",
      { commands: [], language_code: "urd" },
      "invalid language code specified",
    ],
    [
      "a scope that is none",
      "setMyCommands",
      { commands: [], scope: { type: "everybody" } },
      "can't parse BotCommandScope: Unsupported type specified",
    ],
    [
      "a webhook without TLS",
      "setWebhook",
      { url: "http://example.org/hook" },
      "bad webhook: An HTTPS URL must be provided for webhook",
    ],
    [
      "a webhook on another port",
      "setWebhook",
      { url: "https://example.org:3000/" },
      "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
    ],
    [
      "a secret of other characters",
      "setWebhook",
      { url: "https://example.org/", secret_token: "a b" },
      "secret token contains unallowed characters",
    ],
  ];

  it.each(refusals)("%s", async (_what, method, payload, description) => {
    const answer = await call(telegram, method, payload);
    expect(answer.description).toContain(`Bad Request: ${description}`);
    expect(answer).toMatchObject({ ok: false, error_code: 400 });
    expect(telegram.calls.at(-1)?.answer).toEqual(answer);
    expect(amina.chat.fromBot).toEqual([]);
    expect(telegram.unmodelled).toEqual([]);
  });
});

describe("the Bot API double knows its bot", () => {
  it("401 for another bot's token, 404 for what is no token, 404 for an unknown method", async () => {
    const url = (token: string, method: string) => `${telegram.apiRoot}/bot${token}/${method}`;
    expect(await send(url("123456789:AAbbccddeeffgghhiijjkkllmmnnoopp_qq", "getMe"))).toEqual({
      ok: false,
      error_code: 401,
      description: "Unauthorized",
    });
    expect(await send(url("secret", "getMe"))).toMatchObject({ error_code: 404, description: "Not Found" });
    expect(await send(url(telegram.token, "sendMesage"))).toMatchObject({
      error_code: 404,
      description: "Not Found: method not found",
    });
  });

  it("answers loudly what it does not model, and keeps it", async () => {
    expect(await call(telegram, "sendDice", { chat_id: 42 })).toMatchObject({ error_code: 501 });
    expect(await call(telegram, "sendMessage", { ...say, message_effect_id: "1" })).toMatchObject({
      error_code: 501,
    });
    expect(telegram.unmodelled).toHaveLength(2);
    expect(telegram.unmodelled[0]).toContain("sendDice");
  });
});
