import type { Fields } from "../fields.ts";
import type { StoredFile } from "../files.ts";
import { captionText } from "../formatting/formatted-text.ts";
import { documentMedia, photoMedia, voiceMedia } from "../media.ts";
import { type Media, messageJson } from "../message.ts";
import { badRequest, Unmodelled } from "../refusal.ts";
import type { Method, Request } from "./method.ts";
import { placeFields, repliedMessage, send, topicOf } from "./sending.ts";

const caption = ["caption", "parse_mode", "caption_entities"];

export const sendDocument: Method = {
  name: "sendDocument",
  models: [...placeFields, ...caption, "document", "disable_content_type_detection", "reply_markup"],
  run: (request) => sendFile(request, "document"),
};

export const sendPhoto: Method = {
  name: "sendPhoto",
  models: [...placeFields, ...caption, "photo", "reply_markup"],
  run: (request) => sendFile(request, "photo"),
};

export const sendVoice: Method = {
  name: "sendVoice",
  models: [...placeFields, ...caption, "voice", "duration", "reply_markup"],
  run: (request) => sendFile(request, "voice"),
};

export const sendMediaGroup: Method = {
  name: "sendMediaGroup",
  models: [...placeFields, "media"],
  run(request) {
    const { world, fields } = request;
    const items = fields.objects("media");
    if (items.length < 2) throw badRequest("There are too few messages to send as an album");
    if (items.length > 10) throw badRequest("Too many messages to send as an album");
    const kinds = new Set(items.map((item) => albumKind(item)));
    if (kinds.size > 1) throw badRequest("Document can't be mixed with other media types");
    const contents = items.map((item) => ({
      caption: captionText(item),
      media: mediaOf(request, albumKind(item), item.text("media") ?? ""),
    }));
    const chat = world.chats.reachable(fields.raw.chat_id);
    const topic = topicOf(request, chat);
    const replyTo = repliedMessage(request, chat);
    world.rates.take(chat, { count: items.length });
    const album = `${13_000_000_000_000_000 + chat.messages.size}`;
    return contents.map((content) =>
      messageJson(world.chats.write(chat, world.bot, { ...content, topic, replyTo, album })),
    );
  },
};

export const getFile: Method = {
  name: "getFile",
  models: ["file_id"],
  run({ world, fields }) {
    const file = world.files.downloadable(fields.requiredText("file_id"));
    return {
      file_id: file.fileId,
      file_unique_id: file.uniqueId,
      file_size: file.bytes.length,
      file_path: file.path,
    };
  },
};

function sendFile(request: Request, kind: "document" | "photo" | "voice"): object {
  const given = request.fields.text(kind) ?? "";
  return send(request, { caption: captionText(request.fields), media: mediaOf(request, kind, given) });
}

function albumKind(item: Fields): "document" | "photo" {
  const type = item.text("type");
  if (type === "document" || type === "photo") return type;
  throw new Unmodelled(`albums with ${type}`);
}

function mediaOf(request: Request, kind: "document" | "photo" | "voice", given: string): Media {
  const file = fileOf(request, kind, given);
  if (kind === "voice") return voiceMedia(file, request.fields.number("duration") ?? 0);
  return kind === "photo" ? photoMedia(file, request.world.files) : documentMedia(file);
}

/** A file that is uploaded with the call, or one that was sent before. */
function fileOf(
  { world, uploads }: Request,
  kind: "document" | "photo" | "voice",
  given: string,
): StoredFile {
  if (/^https?:\/\//i.test(given)) throw new Unmodelled("files that Telegram fetches by URL");
  if (!given.startsWith("attach://") && given !== "") return world.files.again(kind, given);
  const upload = uploads.get(given.slice("attach://".length));
  if (upload === undefined) throw badRequest(`There is no ${kind} in the request`);
  return world.files.accept(kind, upload);
}
