import type { DeskUpdate } from "../../desk/place.ts";
import { contentOf } from "./content.ts";
import type { ReceivedUpdate } from "./received.ts";

/**
 * What happened in the chat of the desk.
 * @param desk Telegram's id of that chat
 * @returns nothing for what happened elsewhere, or what no person did
 */
export function deskUpdate(
  { update_id, message, edited_message: edited, callback_query: query }: ReceivedUpdate,
  desk: string,
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
  if (!written.from || written.from.is_bot) return undefined;
  const about = { id, from: String(written.from.id), messageId, ...threadOf(written), ...quotedOf(written) };
  if (edited) {
    const text = edited.text ?? edited.caption;
    return text === undefined ? undefined : { ...about, content: { kind: "edited", text } };
  }
  const content = contentOf(written);
  if (content?.kind !== "unsupported" || !content.file) return content && { ...about, content };
  // A voice note, which staff can pass on, with what stands under it.
  return { ...about, content: { kind: "file", file: content.file, caption: written.caption ?? "" } };
}

type Where = { message_thread_id?: number | undefined; is_topic_message?: boolean | undefined };

/** In a group without topics the thread's number is that of the first message answered, which says nothing. */
const threadOf = ({ message_thread_id: thread, is_topic_message: isTopic }: Where) =>
  thread !== undefined && isTopic ? { thread: String(thread) } : {};

/** In a topic every message answers at least the one that opened it. */
const quotedOf = ({
  reply_to_message: quoted,
  message_thread_id: thread,
}: Where & { reply_to_message?: { message_id: number } | undefined }) =>
  quoted && quoted.message_id !== thread ? { quoted: String(quoted.message_id) } : {};
