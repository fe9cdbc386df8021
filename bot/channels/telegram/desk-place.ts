import { type Api, GrammyError, InputFile } from "grammy";
import type { ReceivedFile } from "../../../conversations/engine/update.ts";
import {
  type DeskMessage,
  type DeskPlace,
  type DeskUpdate,
  type Icon,
  PlaceMoved,
  ThreadGone,
} from "../../desk/place.ts";
import { DeliveryFailure } from "../channel.ts";
import { failureOf, isRefused } from "./failures.ts";
import { formatted } from "./formatted.ts";
import { keyboardOf } from "./keyboard.ts";
import type { TelegramLog } from "./log.ts";
import { fileName } from "./perform.ts";
import { photoOrFile } from "./photo.ts";
import { methodOf, textLength } from "./render.ts";

export type TelegramDeskOptions = {
  api: Api;
  chat: string;
  fetchFile: (file: ReceivedFile) => Promise<Uint8Array>;
  log: TelegramLog;
};

/** The desk's place, and what this channel hands over to it. */
export type TelegramDesk = DeskPlace & {
  /** What the bot is called in commands and addresses, once it is known. */
  username: string | undefined;
  receive(update: DeskUpdate): Promise<void>;
};

/**
 * Icons by the emoji that Telegram's stickers for topics stand for:
 * https://core.telegram.org/bots/api#getforumtopiciconstickers
 */
const emojiOf: Record<Icon, string> = {
  waiting: "❗️",
  "in-review": "👀",
  "document-needed": "📁",
  approved: "✅",
  rejected: "‼️",
  over: "🏁",
  urgent: "🔥",
};

/** A topic that was deleted by hand, in Telegram's words. */
const topicGone =
  /message thread not found|TOPIC_ID_INVALID|TOPIC_DELETED|message to (?:be replied|reply) not found/i;
const noTopics = /not a forum|not enough rights to (?:create|edit) (?:a|the) topic/i;

/** The desk in a group of Telegram's: a topic a request, or, where the group has no topics, messages that answer. */
export function telegramDesk({ api, chat, fetchFile, log }: TelegramDeskOptions): TelegramDesk {
  let listener: (update: DeskUpdate) => Promise<void> = async () => {};
  let hasTopics = true;
  let stickers: Promise<Map<string, string>> | undefined;

  /** Makes a call; its error is the desk's, or delivery's. */
  async function call<T>(make: () => Promise<T>): Promise<T> {
    try {
      return await make();
    } catch (error) {
      if (error instanceof GrammyError) {
        const { migrate_to_chat_id: to } = error.parameters;
        if (to !== undefined) throw new PlaceMoved(String(to));
        if (isRefused(error) && topicGone.test(error.description)) throw new ThreadGone();
      }
      // Whoever takes us out of the group takes the work from us, not the threads.
      const failure = failureOf(error, "chat");
      if (failure?.kind === "blocked") throw new DeliveryFailure("unreachable", failure.message);
      throw failure ?? error;
    }
  }

  /** The sticker of an icon; where Telegram has none, the topic keeps what it has. */
  async function stickerOf(icon: Icon): Promise<{ icon_custom_emoji_id?: string }> {
    stickers ??= api
      .getForumTopicIconStickers()
      .then((all) => new Map(all.map(({ emoji = "", custom_emoji_id = "" }) => [emoji, custom_emoji_id])));
    const known = await stickers.catch((error: unknown) => {
      stickers = undefined;
      log.debug({ cause: failureOf(error)?.message ?? error }, "no icons for topics are known yet");
      return new Map<string, string>();
    });
    const id = known.get(emojiOf[icon]) ?? known.get(emojiOf[icon].replace("\ufe0f", ""));
    return id ? { icon_custom_emoji_id: id } : {};
  }

  /** What is so already is no failure. */
  async function unlessSo(change: () => Promise<unknown>): Promise<void> {
    await call(async () => {
      try {
        await change();
      } catch (error) {
        if (!(isRefused(error) && /TOPIC_NOT_MODIFIED/.test(error.description))) throw error;
      }
    });
  }

  /** Where a message goes: into its topic, or as an answer to the message that its thread begins with. */
  function place(thread: string | undefined, answers: string | undefined) {
    const topic = hasTopics && thread !== undefined ? { message_thread_id: Number(thread) } : {};
    const answered = answers ?? (hasTopics ? undefined : thread);
    const reply = answered !== undefined && {
      reply_parameters: { message_id: Number(answered), allow_sending_without_reply: answers !== undefined },
    };
    return { ...topic, ...reply };
  }

  const markupOf = ({ choices = [], links = [] }: DeskMessage) => {
    const inline_keyboard = keyboardOf({ kind: "text", text: "", choices, links });
    return inline_keyboard.length > 0 ? { reply_markup: { inline_keyboard } } : {};
  };

  const desk: TelegramDesk = {
    username: undefined,
    receive: (update) => listener(update),
    channel: "telegram",
    chat,
    perMinute: 20,
    edits: true,
    textLength,
    listen(receive) {
      listener = receive;
    },
    async open({ name, icon }) {
      const sticker = await stickerOf(icon);
      try {
        const topic = await call(() => api.createForumTopic(desk.chat, name, sticker));
        hasTopics = true;
        return String(topic.message_thread_id);
      } catch (error) {
        if (!(error instanceof DeliveryFailure && noTopics.test(error.message))) throw error;
        hasTopics = false;
        return undefined;
      }
    },
    async change(thread, before, { name, icon, closed }) {
      if (!hasTopics) return;
      const id = Number(thread);
      if (before?.closed === true && !closed) await unlessSo(() => api.reopenForumTopic(desk.chat, id));
      if (before?.name !== name || before.icon !== icon) {
        const look = { name, ...(await stickerOf(icon)) };
        await unlessSo(() => api.editForumTopic(desk.chat, id, look));
      }
      if (closed && before?.closed !== true) await unlessSo(() => api.closeForumTopic(desk.chat, id));
    },
    async send(thread, message) {
      const where = place(thread, message.answers);
      const { text, entities } = formatted(message.text);
      const sent = await call<{ message_id: number }>(() => {
        if (!message.file) {
          const markup = message.asks
            ? { reply_markup: { force_reply: true as const, selective: true } }
            : markupOf(message);
          const other = { entities, link_preview_options: { is_disabled: true }, ...markup };
          return api.sendMessage(desk.chat, text, { ...where, ...other });
        }
        const { name, type, bytes } = message.file;
        const file = new InputFile(bytes, fileName(name));
        const caption = text === "" ? {} : { caption: text, caption_entities: entities };
        const other = { ...where, ...caption };
        const asFile = () => api.sendDocument(desk.chat, file, other);
        const method = methodOf(type);
        if (method !== "sendPhoto") return api[method](desk.chat, file, other);
        return photoOrFile<{ message_id: number }>(() => api.sendPhoto(desk.chat, file, other), asFile);
      });
      return String(sent.message_id);
    },
    async edit(messageId, message) {
      const { text, entities } = formatted(message.text);
      const other = { entities, link_preview_options: { is_disabled: true }, ...markupOf(message) };
      await call(async () => {
        try {
          await api.editMessageText(desk.chat, Number(messageId), text, other);
        } catch (error) {
          if (isRefused(error) && /message is not modified/i.test(error.description)) return;
          // With its topic the message has gone.
          if (isRefused(error) && /message to edit not found/i.test(error.description))
            throw new ThreadGone();
          throw error;
        }
      });
    },
    async mark(messageId) {
      await api
        .setMessageReaction(desk.chat, Number(messageId), [{ type: "emoji", emoji: "👌" }])
        .catch((error: unknown) =>
          log.debug({ cause: failureOf(error)?.message ?? error }, "a message of staff's was not marked"),
        );
    },
    async answerTap(tap, text) {
      await api
        .answerCallbackQuery(tap, text === undefined ? {} : { text, show_alert: true })
        .catch((error: unknown) =>
          log.debug({ cause: failureOf(error)?.message ?? error }, "a pressed button was not answered"),
        );
    },
    async ownChat(flow) {
      try {
        desk.username ??= (await api.getMe()).username;
        return `https://t.me/${desk.username}?start=${flow}`;
      } catch (error) {
        log.debug({ cause: failureOf(error)?.message ?? error }, "the bot's own name is not known yet");
        return undefined;
      }
    },
    async tellAlone(person, markup) {
      const { text, entities } = formatted(markup);
      try {
        await api.sendMessage(person, text, { entities });
      } catch (error) {
        throw failureOf(error) ?? error;
      }
    },
    fetchFile,
  };
  return desk;
}
