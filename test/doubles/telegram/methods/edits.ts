import type { Fields } from "../fields.ts";
import type { FormattedText } from "../formatting/entity.ts";
import { captionText, messageText } from "../formatting/formatted-text.ts";
import { readMarkup } from "../keyboards.ts";
import { type Message, messageJson } from "../message.ts";
import { badRequest } from "../refusal.ts";
import { messageIn } from "./messages.ts";
import type { Method, Request } from "./method.ts";

const target = ["chat_id", "message_id", "reply_markup"];

export const editMessageText: Method = {
  name: "editMessageText",
  models: [...target, "text", "parse_mode", "entities", "link_preview_options"],
  run(request) {
    const text = messageText(request.fields);
    const message = editable(request);
    if (message.text === undefined) throw badRequest("There is no text in the message to edit");
    return edit(request, message, { text });
  },
};

export const editMessageCaption: Method = {
  name: "editMessageCaption",
  models: [...target, "caption", "parse_mode", "caption_entities"],
  run(request) {
    const caption = captionText(request.fields);
    const message = editable(request);
    if (!message.draft.media) throw badRequest("There is no caption in the message to edit");
    return edit(request, message, { caption });
  },
};

export const editMessageReplyMarkup: Method = {
  name: "editMessageReplyMarkup",
  models: target,
  run: (request) => edit(request, editable(request), {}),
};

/** Telegram lets a bot edit its own messages, at any age, but none that it forwarded or that brought a keyboard. */
function editable({ world, fields }: Request): Message {
  if (!fields.has("chat_id")) throw badRequest("Message identifier is not specified");
  const chat = world.chats.reachable(fields.raw.chat_id);
  const message = messageIn(chat, idOf(fields), "Message to edit not found");
  const { draft } = message;
  const isFixed = draft.hasReplyKeyboard || draft.forwarded || draft.service;
  if (message.from.id !== world.bot.id || isFixed) throw badRequest("Message can't be edited");
  return message;
}

/** Without a number the method is taken for one of an inline message, which this call is not. */
function idOf(fields: Fields): number {
  const id = fields.number("message_id");
  if (id === undefined) throw badRequest("Message identifier is not specified");
  return id;
}

/** Changes a message; a keyboard that is not given again is taken away. */
function edit(
  { world, fields }: Request,
  message: Message,
  change: { text?: FormattedText; caption?: FormattedText },
): object {
  const { inline } = readMarkup(fields, message.chat);
  const before = JSON.stringify([message.text, message.caption, message.inlineKeyboard]);
  const after = [change.text ?? message.text, change.caption ?? message.caption, inline];
  if (before === JSON.stringify(after))
    throw badRequest(
      "Message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message",
    );
  world.rates.take(message.chat);
  message.text = change.text ?? message.text;
  message.caption = change.caption ?? message.caption;
  message.inlineKeyboard = inline;
  message.editedAt = world.now();
  return messageJson(message);
}
