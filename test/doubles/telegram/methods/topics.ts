import type { Chat, Topic } from "../chats.ts";
import { stickerMedia } from "../media.ts";
import { badRequest } from "../refusal.ts";
import type { Method, Request } from "./method.ts";

/** The colours that a topic's icon may have. */
const colours = [7322096, 16766590, 13338331, 9367192, 16749490, 16478047];

/** Some of the icons that Telegram has for topics; a topic takes no other. */
const icons = ["📝", "❗️", "👀", "📁", "✅", "‼️", "🏁", "🔥", "💬"];
const iconId = (emoji: string) => `5${String(icons.indexOf(emoji)).padStart(18, "0")}`;

export const getForumTopicIconStickers: Method = {
  name: "getForumTopicIconStickers",
  models: [],
  run: ({ world }) =>
    icons.map((emoji) => {
      const upload = { fileName: "icon.webp", mimeType: "image/webp", bytes: Buffer.from("RIFF____WEBP") };
      const { value } = stickerMedia(world.files.keep("sticker", upload), emoji);
      return { ...Object(value), type: "custom_emoji", custom_emoji_id: iconId(emoji) };
    }),
};

/** @throws Refusal 400 for what is no icon of a topic */
function checkedIcon(given: string | undefined): string | undefined {
  if (given !== undefined && given !== "" && !icons.some((emoji) => iconId(emoji) === given))
    throw badRequest("STICKERSET_INVALID");
  return given;
}

export const createForumTopic: Method = {
  name: "createForumTopic",
  models: ["chat_id", "name", "icon_color", "icon_custom_emoji_id"],
  run(request) {
    const { world, fields } = request;
    const chat = forum(request, "create a topic");
    const name = checkedName(fields.text("name") ?? "");
    const iconColor = fields.number("icon_color") ?? 7322096;
    if (!colours.includes(iconColor)) throw badRequest("Invalid icon color specified");
    const service = { forum_topic_created: { name, icon_color: iconColor } };
    world.rates.take(chat);
    const { id } = world.chats.write(chat, world.bot, { service });
    const iconCustomEmojiId = checkedIcon(fields.text("icon_custom_emoji_id"));
    chat.topics.set(id, { id, name, closed: false, iconColor, iconCustomEmojiId });
    const icon = iconCustomEmojiId === undefined ? {} : { icon_custom_emoji_id: iconCustomEmojiId };
    return { message_thread_id: id, name, icon_color: iconColor, ...icon };
  },
};

export const editForumTopic: Method = {
  name: "editForumTopic",
  models: ["chat_id", "message_thread_id", "name", "icon_custom_emoji_id"],
  run(request) {
    const topic = topicToChange(request, "edit the topic");
    const given = request.fields.text("name");
    const name = given === undefined || given === "" ? topic.name : checkedName(given);
    const icon = checkedIcon(request.fields.text("icon_custom_emoji_id")) ?? topic.iconCustomEmojiId;
    if (name === topic.name && icon === topic.iconCustomEmojiId) throw badRequest("TOPIC_NOT_MODIFIED");
    topic.name = name;
    topic.iconCustomEmojiId = icon;
    return true;
  },
};

export const closeForumTopic = toggle("closeForumTopic", true);
export const reopenForumTopic = toggle("reopenForumTopic", false);

export const deleteForumTopic: Method = {
  name: "deleteForumTopic",
  models: ["chat_id", "message_thread_id"],
  run(request) {
    const { id } = topicToChange(request, "delete the topic");
    removeTopic(request.world.chats.find(request.fields.raw.chat_id), id);
    return true;
  },
};

/** Takes a topic away, with all its messages. */
export function removeTopic(chat: Chat, id: number): void {
  chat.topics.delete(id);
  for (const message of chat.messages.values()) {
    if (message.draft.topic === id || message.id === id) chat.messages.delete(message.id);
  }
}

function toggle(name: string, closed: boolean): Method {
  return {
    name,
    models: ["chat_id", "message_thread_id"],
    run(request) {
      const topic = topicToChange(request, `${closed ? "close" : "reopen"} the topic`);
      if (topic.closed === closed) throw badRequest("TOPIC_NOT_MODIFIED");
      topic.closed = closed;
      return true;
    },
  };
}

function forum({ world, fields }: Request, purpose: string): Chat {
  const chat = world.chats.reachable(fields.raw.chat_id);
  if (!chat.isForum) throw badRequest("The chat is not a forum");
  if (!chat.botIsAdmin) throw badRequest(`Not enough rights to ${purpose}`);
  return chat;
}

function topicToChange(request: Request, purpose: string): Topic {
  const topic = forum(request, purpose).topics.get(request.fields.requiredNumber("message_thread_id"));
  if (topic === undefined) throw badRequest("TOPIC_ID_INVALID");
  return topic;
}

/** Telegram's client library cuts a longer name in silence; here it is refused, so that it is seen. */
function checkedName(name: string): string {
  if (name.trim() === "") throw badRequest("Name must be non-empty");
  if ([...name].length > 128) throw badRequest("TOPIC_TITLE_TOO_LONG");
  return name.trim();
}
