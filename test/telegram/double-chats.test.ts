import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Person, startTelegram, type TelegramDouble } from "../doubles/telegram/index.ts";
import { type Answer, call, send } from "./bot-api.ts";

let telegram: TelegramDouble;
let amina: Person;
const hours = 60 * 60 * 1000;

beforeEach(async () => {
  telegram = await startTelegram();
  amina = telegram.user({ id: 42, firstName: "Amina" });
});
afterEach(async () => {
  await telegram.close();
  expect(telegram.unmodelled).toEqual([]);
});

function idOf(answer: Answer): number {
  const { result } = answer;
  if (typeof result === "object" && result && "message_id" in result) return Number(result.message_id);
  throw new Error(`No message in ${JSON.stringify(answer)}`);
}
const say = async (text: string, more: object = {}) =>
  await call(telegram, "sendMessage", { chat_id: 42, text, ...more });
const button = { inline_keyboard: [[{ text: "Go", callback_data: "x" }]] };

describe("people on the Bot API double", () => {
  it("cannot be written to before they write, nor after they block, and can again", async () => {
    expect((await say("x")).description).toBe("Bad Request: chat not found");
    amina.says("/start");
    amina.blocks();
    expect(await say("x")).toMatchObject({
      error_code: 403,
      description: "Forbidden: bot was blocked by the user",
    });
    amina.unblocks();
    expect((await say("x")).ok).toBe(true);
    amina.deactivates();
    expect(await say("x")).toMatchObject({ error_code: 403, description: "Forbidden: user is deactivated" });
    const { result } = await call(telegram, "getUpdates");
    expect(result).toMatchObject([
      { message: { text: "/start", entities: [{ type: "bot_command" }] } },
      { my_chat_member: { new_chat_member: { status: "kicked" } } },
      { my_chat_member: { new_chat_member: { status: "member" } } },
    ]);
  });

  it("send a text over 4096 in several messages, as the apps do", () => {
    amina.says("x".repeat(5000));
    expect(amina.chat.messages.map((one) => one.text.length)).toEqual([4096, 904]);
  });

  it("have a tap answered once, in time, and shortly", async () => {
    amina.says("/start");
    await say("x", { reply_markup: button });
    const tooOld = "Bad Request: query is too old and response timeout expired or query ID is invalid";
    const answer = (id: string | undefined, text = "ok") =>
      call(telegram, "answerCallbackQuery", { callback_query_id: id, text, show_alert: true });
    const tap = amina.taps("Go");
    expect((await answer(tap?.id, "x".repeat(201))).description).toBe("Bad Request: MESSAGE_TOO_LONG");
    expect((await answer(tap?.id)).ok).toBe(true);
    expect(tap?.answer).toMatchObject({ text: "ok", alert: true });
    expect((await answer(tap?.id)).description).toBe(tooOld);
    const late = amina.taps("Go");
    telegram.advance(15_001);
    expect((await answer(late?.id)).description).toBe(tooOld);
  });

  it("tap only what is there: the newest button of that label, or one of an older message", async () => {
    amina.says("/start");
    const older = idOf(await say("older", { reply_markup: button }));
    const newer = idOf(await say("newer", { reply_markup: button }));
    expect(amina.taps("Go")?.message.id).toBe(newer);
    expect(amina.taps({ message: older, row: 0, column: 0 })?.message.id).toBe(older);
    expect(() => amina.taps("Stop")).toThrow("No button");
    expect(() => amina.taps({ message: older, row: 1, column: 0 })).toThrow("No button");
    await call(telegram, "editMessageReplyMarkup", { chat_id: 42, message_id: newer });
    expect(amina.taps("Go")?.message.id).toBe(older);
  });
});

describe("messages on the Bot API double", () => {
  beforeEach(() => void amina.says("/start"));

  it("are not edited to what they are already, the keyboard counted in", async () => {
    const message_id = idOf(await say("x", { reply_markup: button }));
    const edit = (more: object) =>
      call(telegram, "editMessageText", { chat_id: 42, message_id, text: "x", ...more });
    expect((await edit({ reply_markup: button })).description).toContain("message is not modified");
    expect((await edit({ text: "<b></b>x", parse_mode: "HTML", reply_markup: button })).ok).toBe(false);
    expect((await edit({})).ok).toBe(true);
    expect(amina.chat.last?.buttons).toEqual([]);
  });

  it("are deleted within 48 hours, the person's too, and no later", async () => {
    const old = idOf(await say("old"));
    telegram.advance(48 * hours + 1);
    const password = amina.says("secret").id;
    const del = (message_id: number) => call(telegram, "deleteMessage", { chat_id: 42, message_id });
    expect((await del(password)).ok).toBe(true);
    expect((await del(password)).description).toBe("Bad Request: message to delete not found");
    expect((await del(old)).description).toBe("Bad Request: message can't be deleted for everyone");
    const fresh = idOf(await say("fresh"));
    expect((await call(telegram, "deleteMessages", { chat_id: 42, message_ids: [fresh, 9999] })).ok).toBe(
      true,
    );
    expect(amina.chat.messages.map((one) => one.text)).toEqual(["/start", "old"]);
  });

  it("are forwarded, copied, pinned and reacted to", async () => {
    const message_id = amina.says("Salam").id;
    const there = { chat_id: 42, message_id };
    const forwarded = await call(telegram, "forwardMessage", { ...there, from_chat_id: 42 });
    expect(forwarded.result).toMatchObject({ text: "Salam", forward_origin: { sender_user: { id: 42 } } });
    expect((await call(telegram, "copyMessage", { ...there, from_chat_id: 42 })).ok).toBe(true);
    expect((await call(telegram, "pinChatMessage", there)).ok).toBe(true);
    const reaction = [{ type: "emoji", emoji: "👍" }];
    expect((await call(telegram, "setMessageReaction", { ...there, reaction })).ok).toBe(true);
    expect(amina.chat.messages.find((one) => one.id === message_id)).toMatchObject({
      pinned: true,
      reactions: ["👍"],
    });
  });

  it("can be sent by GET, urlencoded, and multipart", async () => {
    const url = `${telegram.apiRoot}/bot${telegram.token}/sendMessage`;
    const fields = {
      chat_id: "42",
      text: "Salam",
      reply_markup: JSON.stringify(button),
      disable_notification: "true",
    };
    expect((await send(`${url}?${new URLSearchParams(fields)}`)).ok).toBe(true);
    expect((await send(url, { method: "POST", body: new URLSearchParams(fields) })).ok).toBe(true);
    const wrong = new URLSearchParams({ ...fields, disable_notification: "perhaps" });
    expect((await send(url, { method: "POST", body: wrong })).description).toContain(
      "must be of type Boolean",
    );
    const junk = { method: "POST", headers: { "content-type": "application/json" }, body: "{" };
    expect((await send(url, junk)).description).toBe("Bad Request: can't parse JSON object");
    expect(amina.chat.fromBot.map((one) => one.buttons.flat().length)).toEqual([1, 1]);
  });
});

describe("a forum on the Bot API double", () => {
  it("keeps topics, from opening to deletion", async () => {
    const desk = telegram.group({ title: "Desk", forum: true });
    const staff = desk.joins(telegram.user({ firstName: "Bilal" }));
    const topicCall = (method: string, more: object) => call(telegram, method, { chat_id: desk.id, ...more });
    const long = await topicCall("createForumTopic", { name: "x".repeat(129) });
    expect(long.error_code).toBe(400);
    await topicCall("createForumTopic", { name: "22P-123456" });
    const topic = desk.chat.topics[0]?.id ?? 0;
    const there = { message_thread_id: topic };
    expect((await topicCall("sendMessage", { ...there, text: "Name correction" })).ok).toBe(true);
    expect(staff.says("On it", { topic })).toMatchObject({ topic, replyTo: topic });
    const { result } = await call(telegram, "getUpdates");
    expect(result).toMatchObject([
      {
        message: {
          text: "On it",
          message_thread_id: topic,
          is_topic_message: true,
          chat: { is_forum: true },
        },
      },
    ]);
    expect((await topicCall("closeForumTopic", there)).ok).toBe(true);
    expect((await topicCall("closeForumTopic", there)).description).toBe("Bad Request: TOPIC_NOT_MODIFIED");
    expect((await topicCall("editForumTopic", { ...there, name: "done" })).ok).toBe(true);
    expect(desk.chat.topics).toEqual([{ id: topic, name: "done", closed: true }]);
    desk.deletesTopic(topic);
    expect((await topicCall("sendMessage", { ...there, text: "x" })).description).toBe(
      "Bad Request: message thread not found",
    );
    expect((await topicCall("reopenForumTopic", there)).description).toBe("Bad Request: TOPIC_ID_INVALID");
    desk.kicksBot();
    expect((await topicCall("sendMessage", { text: "x" })).error_code).toBe(403);
  });

  it("tells a bot that is no administrator only commands and answers to itself", async () => {
    const group = telegram.group({ botIsAdmin: false });
    const bilal = group.joins(telegram.user({ firstName: "Bilal" }));
    const { id } = group;
    const message_id = idOf(await call(telegram, "sendMessage", { chat_id: id, text: "Salam" }));
    bilal.says("chatter");
    bilal.says("/help");
    bilal.says("hello bot", { replyTo: message_id });
    expect(telegram.pendingUpdates).toMatchObject([
      { message: { text: "/help" } },
      { message: { text: "hello bot" } },
    ]);
    expect((await call(telegram, "createForumTopic", { chat_id: id, name: "x" })).error_code).toBe(400);
    expect(
      (await call(telegram, "deleteMessage", { chat_id: id, message_id: message_id + 1 })).error_code,
    ).toBe(400);
  });
});
