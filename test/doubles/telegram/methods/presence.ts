import { badRequest } from "../refusal.ts";
import { listedValues } from "../specification.ts";
import { messageIn } from "./messages.ts";
import type { Method } from "./method.ts";
import { topicOf } from "./sending.ts";

const actions = new Set(
  "typing upload_photo record_video upload_video record_voice upload_voice upload_document choose_sticker find_location record_video_note upload_video_note".split(
    " ",
  ),
);
const emoji = new Set(listedValues("ReactionTypeEmoji", "emoji"));

export const sendChatAction: Method = {
  name: "sendChatAction",
  models: ["chat_id", "message_thread_id", "action"],
  run(request) {
    const action = request.fields.text("action") ?? "";
    if (!actions.has(action)) throw badRequest("Wrong parameter action in request");
    const chat = request.world.chats.reachable(request.fields.raw.chat_id);
    topicOf(request, chat);
    chat.actions.push(action);
    return true;
  },
};

export const answerCallbackQuery: Method = {
  name: "answerCallbackQuery",
  models: ["callback_query_id", "text", "show_alert", "url", "cache_time"],
  run({ world, fields }) {
    const text = fields.text("text") ?? "";
    const answer = { text, alert: fields.flag("show_alert"), url: fields.text("url") };
    world.callbacks.answer(fields.text("callback_query_id") ?? "", answer);
    return true;
  },
};

export const setMessageReaction: Method = {
  name: "setMessageReaction",
  models: ["chat_id", "message_id", "reaction", "is_big"],
  run({ world, fields }) {
    const chat = world.chats.reachable(fields.raw.chat_id);
    const message = messageIn(chat, fields.requiredNumber("message_id"), "Message to react not found");
    const reactions = fields.objects("reaction").map((one) => one.text("emoji") ?? "");
    if (reactions.length > 1) throw badRequest("REACTIONS_TOO_MANY");
    if (reactions.some((one) => !emoji.has(one))) throw badRequest("REACTION_INVALID");
    message.reactions = reactions;
    return true;
  },
};

export const pinChatMessage: Method = {
  name: "pinChatMessage",
  models: ["chat_id", "message_id", "disable_notification"],
  run({ world, fields }) {
    const chat = world.chats.reachable(fields.raw.chat_id);
    const message = messageIn(chat, fields.requiredNumber("message_id"), "Message to pin not found");
    if (!chat.isPrivate && !chat.botIsAdmin)
      throw badRequest("Not enough rights to manage pinned messages in the chat");
    message.pinned = true;
    return true;
  },
};

export const unpinChatMessage: Method = {
  name: "unpinChatMessage",
  models: ["chat_id", "message_id"],
  run({ world, fields }) {
    const chat = world.chats.reachable(fields.raw.chat_id);
    if (!chat.isPrivate && !chat.botIsAdmin)
      throw badRequest("Not enough rights to manage pinned messages in the chat");
    const pinned = [...chat.messages.values()].filter((one) => one.pinned);
    const id = fields.number("message_id") ?? pinned.at(-1)?.id;
    const message = pinned.find((one) => one.id === id);
    if (message === undefined) throw badRequest("Message to unpin not found");
    message.pinned = false;
    return true;
  },
};
