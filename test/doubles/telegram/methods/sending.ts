import type { Chat } from "../chats.ts";
import { type Markup, readMarkup } from "../keyboards.ts";
import { type Draft, type Message, messageJson } from "../message.ts";
import { badRequest, Unmodelled } from "../refusal.ts";
import type { Request } from "./method.ts";

/** The fields that every sending method shares. */
export const placeFields = [
  "chat_id",
  "message_thread_id",
  "reply_parameters",
  "disable_notification",
  "protect_content",
  "allow_paid_broadcast",
];

/** Sends what was made of a call, to where the call says. @returns the Message. @throws Refusal */
export function send(request: Request, content: Draft): object {
  return messageJson(post(request, content));
}

/** As `send`, for who needs the message itself. */
export function post(request: Request, content: Draft): Message {
  const { world, fields } = request;
  const chat = world.chats.reachable(fields.raw.chat_id);
  const topic = topicOf(request, chat);
  const replyTo = repliedMessage(request, chat);
  const markup = readMarkup(fields, chat);
  world.rates.take(chat, { isPaid: fields.flag("allow_paid_broadcast") });
  const message = world.chats.write(chat, world.bot, {
    ...content,
    topic,
    replyTo,
    inlineKeyboard: markup.inline,
    hasReplyKeyboard: markup.reply !== undefined || markup.removes === true || markup.forcesReply === true,
    isProtected: fields.flag("protect_content"),
  });
  showKeyboard(chat, markup);
  return message;
}

/** The topic that a call names. @throws Refusal 400 if there is none such, or it is closed to this bot */
export function topicOf(request: Request, chat: Chat): number | undefined {
  const id = request.fields.number("message_thread_id");
  if (id === undefined) return undefined;
  const topic = chat.topics.get(id);
  if (topic === undefined) throw badRequest("Message thread not found");
  if (topic.closed && !chat.botIsAdmin) throw badRequest("TOPIC_CLOSED");
  return id;
}

/** The message that is answered. @throws Refusal 400 if it is gone and the call insists on it */
export function repliedMessage(request: Request, chat: Chat): Message | undefined {
  const reply = request.fields.object("reply_parameters");
  if (reply === undefined) return undefined;
  const known = ["message_id", "allow_sending_without_reply"];
  const other = Object.keys(reply.raw).find((name) => !known.includes(name));
  if (other !== undefined) throw new Unmodelled(`reply_parameters.${other}`);
  const message = chat.messages.get(reply.requiredNumber("message_id"));
  if (message === undefined && !reply.flag("allow_sending_without_reply"))
    throw badRequest("Message to be replied not found");
  return message;
}

function showKeyboard(chat: Chat, markup: Markup): void {
  if (markup.reply) chat.keyboard = markup.reply;
  if (markup.removes) chat.keyboard = undefined;
}
