import type { DeskUpdate } from "../../desk/place.ts";
import { contentOf } from "./content.ts";
import type { Quoted, ReceivedMessage, ReceivedUpdate } from "./received.ts";

/** Where the desk is: Telegram's id of the chat, and what the bot is called there, once that is known. */
export type DeskChat = { chat: string; username?: string | undefined };

/** GroupAnonymousBot and Channel_Bot: from these comes what people write in the name of the group or of a channel. */
const noPersons = [1087968824, 136817688];

/**
 * What happened in the chat of the desk.
 * @returns nothing for what happened elsewhere, or what no person did
 */
export function deskUpdate(
  { update_id, message, edited_message: edited, callback_query: query }: ReceivedUpdate,
  { chat: desk, username }: DeskChat,
): DeskUpdate | undefined {
  const id = `tg:${update_id}`;
  if (query?.message && String(query.message.chat.id) === desk && query.data !== undefined) {
    const { message_id, ...where } = query.message;
    const pressed = { messageId: String(message_id), tap: query.id };
    const content = { kind: "choice", id: query.data } as const;
    return {
      id,
      from: String(query.from.id),
      ...threadOf(where),
      quoted: String(message_id),
      ...pressed,
      content,
    };
  }
  const written = message ?? edited;
  if (!written || String(written.chat.id) !== desk) return undefined;
  const messageId = String(written.message_id);
  const to = written.migrate_to_chat_id;
  if (to !== undefined) return { id, from: "", messageId, content: { kind: "moved", to: String(to) } };
  const { from, sender_chat: inNameOf } = written;
  const isAnonymous = inNameOf !== undefined && from !== undefined && noPersons.includes(from.id);
  if (!from || (from.is_bot && !isAnonymous) || isForAnother(written, username)) return undefined;
  const about = {
    ...{ id, from: String(from.id), messageId, ...(isAnonymous && { isAnonymous }) },
    ...{ ...threadOf(written), ...quotedOf(written, username) },
  };
  if (edited) {
    const text = edited.text ?? edited.caption;
    return text === undefined ? undefined : { ...about, content: { kind: "edited", text } };
  }
  const content = contentOf(written);
  if (content?.kind !== "unsupported" || !content.file) return content && { ...about, content };
  // A voice note, which staff can pass on, with what stands under it.
  return { ...about, content: { kind: "file", file: content.file, caption: written.caption ?? "" } };
}

/** `/close@ThatBot` is for that bot alone; how names are written makes no difference. */
function isForAnother({ text, caption = "" }: ReceivedMessage, username: string | undefined): boolean {
  const name = /^\s*\/\w+@(\w+)/.exec(text ?? caption)?.[1];
  return name !== undefined && username !== undefined && name.toLowerCase() !== username.toLowerCase();
}

type Where = { message_thread_id?: number | undefined; is_topic_message?: boolean | undefined };

/** In a group without topics the thread's number is that of the first message answered, which says nothing. */
const threadOf = ({ message_thread_id: thread, is_topic_message: isTopic }: Where) =>
  thread !== undefined && isTopic ? { thread: String(thread) } : {};

/** In a topic every message answers at least the one that opened it. */
function quotedOf(
  { reply_to_message: quoted, message_thread_id: thread }: Where & { reply_to_message?: Quoted | undefined },
  username: string | undefined,
): Pick<DeskUpdate, "quoted" | "quotesUs"> {
  if (!quoted || quoted.message_id === thread) return {};
  const isOurs = quoted.from?.is_bot === true && quoted.from.username === username;
  return { quoted: String(quoted.message_id), ...(isOurs && { quotesUs: true }) };
}
