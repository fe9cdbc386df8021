import type { Update } from "../../../conversations/engine/update.ts";
import type { DeskUpdate } from "../../desk/place.ts";
import { contentOf } from "./content.ts";
import { type DeskChat, deskUpdate } from "./desk-update.ts";
import type { ReceivedMessage, ReceivedUpdate } from "./received.ts";

/** What an update of Telegram's is to us. `tap`: a button was pressed, and waits to be answered under this id. */
export type Translation =
  | { kind: "update"; update: Update; tap?: string }
  /** Something in the chat of the desk. */
  | { kind: "desk"; update: DeskUpdate; chat: string }
  /** Somebody stopped the bot, or began again. */
  | { kind: "membership"; chat: string; status: "blocked" | "unblocked" }
  /** Nothing to answer: a group, another bot. */
  | { kind: "ignored"; why: string; tap?: string }
  /** Something that this channel has never heard of. */
  | { kind: "unknown"; what: string };

/** Fields that messages of every kind have; the others tell which kind it is. */
const common = new Set(
  "message_id from sender_chat date chat caption reply_to_message via_bot message_thread_id".split(" "),
);

/**
 * Turns an update of Telegram's into one of ours. Only private chats with the bot, and the desk's, are answered.
 * @param desk where the desk is, and what the bot is called there
 */
export function translate(received: ReceivedUpdate, desk?: DeskChat): Translation {
  const inDesk = desk && deskUpdate(received, desk);
  if (inDesk) return { kind: "desk", update: inDesk, chat: desk.chat };
  const { update_id, message, callback_query: query, my_chat_member: membership } = received;
  if (message) return translateMessage(update_id, message);
  if (query) return translateTap(update_id, query);
  if (membership) {
    if (membership.chat.type !== "private") return { kind: "ignored", why: "a group" };
    const status = membership.new_chat_member.status === "kicked" ? "blocked" : "unblocked";
    return { kind: "membership", chat: String(membership.chat.id), status };
  }
  // Whoever edits what they said has been answered already; the new wording changes nothing.
  if ("edited_message" in received) return { kind: "ignored", why: "an edited message" };
  return { kind: "unknown", what: Object.keys(received).find((name) => name !== "update_id") ?? "nothing" };
}

function translateMessage(id: number, message: ReceivedMessage): Translation {
  const { chat, from, message_id } = message;
  if (chat.type !== "private") return { kind: "ignored", why: "a group" };
  if (from?.is_bot) return { kind: "ignored", why: "another bot" };
  const content = contentOf(message);
  if (!content) {
    const what = Object.keys(message).find((name) => !common.has(name)) ?? "nothing";
    return { kind: "unknown", what: `a message with ${what}` };
  }
  return { kind: "update", update: updateOf(id, chat.id, message_id, from?.language_code, content) };
}

function translateTap(id: number, query: NonNullable<ReceivedUpdate["callback_query"]>): Translation {
  const { id: tap, message, data, from } = query;
  if (!message || data === undefined) return { kind: "ignored", why: "a button of no message of ours", tap };
  if (message.chat.type !== "private") return { kind: "ignored", why: "a group", tap };
  const content = { kind: "choice", id: data } as const;
  const update = updateOf(id, message.chat.id, message.message_id, from.language_code, content);
  return { kind: "update", update, tap };
}

function updateOf(
  id: number,
  chat: number,
  message: number,
  languageHint: string | undefined,
  content: Update["content"],
): Update {
  return {
    id: `tg:${id}`,
    address: { channel: "telegram", chat: String(chat) },
    content,
    messageId: String(message),
    ...(languageHint !== undefined && { languageHint }),
  };
}
