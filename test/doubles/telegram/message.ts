import type { Chat } from "./chats.ts";
import type { StoredFile } from "./files.ts";
import type { FormattedText } from "./formatting/entity.ts";

export type Json = Record<string, unknown>;

/** A User as the Bot API shows one. */
export interface User {
  readonly id: number;
  readonly is_bot: boolean;
  readonly first_name: string;
  readonly last_name?: string;
  readonly username?: string;
  readonly language_code?: string;
}

/** What a message carries besides text: under which field, as which JSON, with which bytes. */
export interface Media {
  readonly field: "document" | "photo" | "sticker" | "voice" | "contact" | "location";
  readonly value: unknown;
  readonly file: StoredFile | undefined;
}

/** What a message is made of when it is written. */
export interface Draft {
  readonly text?: FormattedText | undefined;
  readonly caption?: FormattedText | undefined;
  readonly media?: Media | undefined;
  readonly inlineKeyboard?: readonly (readonly Json[])[] | undefined;
  /** A message that brought a keyboard under the input field cannot be edited afterwards. */
  readonly hasReplyKeyboard?: boolean;
  readonly topic?: number | undefined;
  readonly replyTo?: Message | undefined;
  readonly forwarded?: Message | undefined;
  readonly album?: string | undefined;
  readonly service?: Json | undefined;
  readonly isProtected?: boolean;
  /** The chat in whose name it is written. */
  readonly senderChat?: Json | undefined;
}

/** A message as the server keeps it. */
export interface Message {
  readonly id: number;
  readonly chat: Chat;
  readonly from: User;
  /** Milliseconds. */
  readonly at: number;
  readonly draft: Draft;
  text: FormattedText | undefined;
  caption: FormattedText | undefined;
  inlineKeyboard: readonly (readonly Json[])[] | undefined;
  editedAt: number | undefined;
  pinned: boolean;
  reactions: readonly string[];
}

/** A message as the Bot API shows it. @param depth a reply is shown without the reply that it answers */
export function messageJson(message: Message, depth = 0): Json {
  const { draft } = message;
  const json: Json = {
    message_id: message.id,
    from: message.from,
    chat: message.chat.json,
    date: Math.floor(message.at / 1000),
  };
  if (draft.senderChat) json.sender_chat = draft.senderChat;
  if (message.editedAt !== undefined) json.edit_date = Math.floor(message.editedAt / 1000);
  if (draft.topic !== undefined)
    Object.assign(json, { message_thread_id: draft.topic, is_topic_message: true });
  if (draft.replyTo && depth === 0) json.reply_to_message = messageJson(draft.replyTo, 1);
  if (draft.forwarded) {
    const { from, at } = draft.forwarded;
    json.forward_origin = { type: "user", date: Math.floor(at / 1000), sender_user: from };
  }
  if (draft.album !== undefined) json.media_group_id = draft.album;
  if (draft.isProtected) json.has_protected_content = true;
  if (draft.service) Object.assign(json, draft.service);
  if (draft.media) json[draft.media.field] = draft.media.value;
  addText(json, "text", "entities", message.text);
  addText(json, "caption", "caption_entities", message.caption);
  if (message.inlineKeyboard) json.reply_markup = { inline_keyboard: message.inlineKeyboard };
  return json;
}

function addText(json: Json, text: string, entities: string, value: FormattedText | undefined): void {
  if (value === undefined || value.text === "") return;
  json[text] = value.text;
  if (value.entities.length > 0) json[entities] = value.entities;
}
