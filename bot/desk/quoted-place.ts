import { escapeMarkup, type Markup } from "../../conversations/engine/markup.ts";
import type { Update } from "../../conversations/engine/update.ts";
import type { Channel } from "../channels/channel.ts";
import { fitMessage } from "../delivery/fit.ts";
import type { DeskMessage, DeskPlace, DeskUpdate } from "./place.ts";

/** What a button's action is called as a command. */
const commandOf: Record<string, string> = {
  take: "claim",
  reveal: "show",
  saved: "reply",
  "ask-for-document": "document",
  "hand-back": "bot",
  sure: "approve",
};

/** Under a message of staff's that is on its way, as on Telegram. */
const taken = "👌";

/** So many messages of ours are known when they are quoted, the newest. */
const mostOwn = 5_000;

/** A button as it is written; what it is about goes along where nothing is quoted. */
function written(id: string): string {
  const [kind, action = "", about = ""] = id.split(":");
  if (kind === "cast") return `${action} ${about}`;
  const name = action.replace("/", " ");
  return commandOf[name] ?? name;
}

/** The desk's place, and what its channel hands over to it. */
export type QuotedPlace = DeskPlace & {
  /** @param reworded what somebody has made of an earlier message of theirs, which the update tells again */
  receive(update: Update, reworded?: string): Promise<void>;
};

/**
 * The desk in an ordinary chat: a group, or the number of a shared phone. A thread is the message that it begins with;
 * staff quote it, or anything under it, and use commands instead of buttons.
 * @param channel the messenger
 * @param chat the messenger's id of the chat
 * @param options `ids`: as what a message is known when it is quoted, and what to quote it by
 */
export function quotedPlace(
  channel: Pick<Channel, "name" | "can" | "send" | "sendFile" | "react" | "fetchFile">,
  chat: string,
  { ids = { known: (id: string) => id, quoting: (id: string): string | undefined => id } } = {},
): QuotedPlace {
  let listener: (update: DeskUpdate) => Promise<void> = async () => {};
  const own = new Set<string>();

  /** An id of a message of ours. Remembered as long as the process lives; the oldest is forgotten first. */
  function remembered(id: string): string {
    own.add(id);
    const [oldest] = own;
    if (own.size > mostOwn && oldest !== undefined) own.delete(oldest);
    return id;
  }

  async function put(
    to: string,
    { text, file, choices = [] }: DeskMessage,
    quotes?: string,
  ): Promise<string> {
    const ways = choices.map(({ id }) => `<code>/${escapeMarkup(written(id))}</code>`);
    const whole: Markup = ways.length > 0 ? `${text}\n\n${ways.join(" · ")}` : text;
    const quoted = quotes === undefined ? undefined : ids.quoting(quotes);
    if (file) return remembered(ids.known((await channel.sendFile?.(to, file, whole, quoted)) ?? ""));
    let first = "";
    for (const part of fitMessage({ kind: "text", text: whole }, channel.can)) {
      const more = quoted !== undefined && part.kind === "text" ? { quotes: quoted } : {};
      const id = await channel.send(to, { ...part, ...more });
      if (id !== undefined) first ||= remembered(ids.known(id));
    }
    return first;
  }

  const place: DeskPlace = {
    channel: channel.name,
    chat,
    perMinute: 20,
    quotesOnly: true,
    textLength: channel.can.textLength,
    listen(receive) {
      listener = receive;
    },
    open: async () => undefined,
    change: async () => {},
    send: (thread, message) => put(place.chat, message, message.answers ?? thread),
    // What stands there stays; what changed comes below it.
    edit: async () => {},
    async mark(messageId) {
      const marked = ids.quoting(messageId);
      if (marked !== undefined) await channel.react?.(place.chat, marked, taken);
    },
    answerTap: async () => {},
    tellAlone: async (person, text) => void (await put(person, { text })),
    fetchFile: channel.fetchFile,
  };
  return Object.assign(place, {
    receive: ({ id, address, author, quoted, messageId = id, content }: Update, reworded?: string) =>
      listener({
        id,
        from: author ?? address.chat,
        messageId: ids.known(messageId),
        content: reworded === undefined ? content : { kind: "edited", text: reworded },
        ...(quoted && { quoted, ...(own.has(quoted) && { quotesUs: true }) }),
      }),
  });
}
