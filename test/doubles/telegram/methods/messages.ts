import type { Chat } from "../chats.ts";
import { captionText, messageText } from "../formatting/formatted-text.ts";
import type { Message } from "../message.ts";
import { badRequest } from "../refusal.ts";
import type { Method, Request } from "./method.ts";
import { placeFields, post, send } from "./sending.ts";

const text = ["text", "parse_mode", "entities", "link_preview_options", "reply_markup"];

export const sendMessage: Method = {
  name: "sendMessage",
  models: [...placeFields, ...text],
  run: (request) => send(request, { text: messageText(request.fields) }),
};

export const forwardMessage: Method = {
  name: "forwardMessage",
  models: [
    "chat_id",
    "message_thread_id",
    "from_chat_id",
    "message_id",
    "disable_notification",
    "protect_content",
  ],
  run(request) {
    const source = sourceMessage(request, "Message to forward not found");
    if (source.draft.service) throw badRequest("Message can't be forwarded");
    const { caption, draft } = source;
    return send(request, {
      text: source.text,
      caption,
      media: draft.media,
      forwarded: draft.forwarded ?? source,
    });
  },
};

export const copyMessage: Method = {
  name: "copyMessage",
  models: [
    ...placeFields,
    "from_chat_id",
    "message_id",
    "caption",
    "parse_mode",
    "caption_entities",
    "reply_markup",
  ],
  run(request) {
    const source = sourceMessage(request, "Message to copy not found");
    if (source.draft.service) throw badRequest("Message can't be copied");
    const caption = request.fields.has("caption") ? captionText(request.fields) : source.caption;
    return { message_id: post(request, { text: source.text, caption, media: source.draft.media }).id };
  },
};

function sourceMessage({ world, fields }: Request, absent: string): Message {
  const chat = world.chats.find(fields.raw.from_chat_id);
  return messageIn(chat, fields.requiredNumber("message_id"), absent);
}

/** A message that is still there. @throws Refusal 400 with Telegram's words for this method */
export function messageIn(chat: Chat, id: number, absent: string): Message {
  const message = chat.messages.get(id);
  if (message === undefined) throw badRequest(absent);
  return message;
}
