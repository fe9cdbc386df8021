import type { Content } from "../../../conversations/engine/update.ts";
import { writtenCommand } from "../written-command.ts";
import type { ReceivedMessage } from "./received.ts";

/** Kinds of messages that a person sends and the house cannot read, by their field in Telegram's Message. */
const unreadable = [
  // Before anything else: an animation also carries a document, and a venue a location.
  "animation",
  "venue",
  "sticker",
  "voice",
  "video_note",
  "location",
  "poll",
  "dice",
  "story",
  "game",
  "paid_media",
  "live_photo",
  "checklist",
  "document",
  "photo",
  "video",
  "audio",
  "contact",
];

/**
 * What a message says.
 * @returns nothing for what no person wrote (something was pinned, a timer set)
 */
export function contentOf(message: ReceivedMessage): Content | undefined {
  if (message.text !== undefined) return written(message.text);
  if ("animation" in message) return { kind: "unsupported", what: "animation" };
  if (message.contact) return shared(message.contact, message.from?.id);
  const file = attached(message);
  if (file) return { kind: "file", file, caption: message.caption ?? "" };
  const what = unreadable.find((name) => name in message);
  if (what === undefined) return undefined;
  const { voice, message_id } = message;
  const spoken = voice && {
    ...fileOf(voice, message_id),
    name: `voice-${message_id}.ogg`,
    type: "audio/ogg",
  };
  return { kind: "unsupported", what, ...(spoken && { file: spoken }) };
}

function written(text: string): Content {
  const command = writtenCommand(text);
  return command ? { kind: "command", ...command } : { kind: "text", text };
}

/** Telegram itself fills in whose number it is; one's own comes in international form, with or without the plus. */
function shared(contact: NonNullable<ReceivedMessage["contact"]>, from: number | undefined): Content {
  const own = contact.user_id !== undefined && contact.user_id === from;
  const phone = own ? contact.phone_number.replace(/^\+?/, "+") : contact.phone_number;
  return { kind: "contact", phone, own };
}

function attached({ document, photo = [], video, audio, message_id }: ReceivedMessage) {
  const largest = photo.toSorted((one, other) => other.width * other.height - one.width * one.height)[0];
  if (largest) {
    const { file_id: handle, file_size: bytes = 0 } = largest;
    return { handle, name: `photo-${message_id}.jpg`, type: "image/jpeg", bytes };
  }
  const file = document ?? video ?? audio;
  return file && fileOf(file, message_id);
}

const fileOf = (
  { file_id, file_name, mime_type, file_size }: NonNullable<ReceivedMessage["document"]>,
  message: number,
) => ({
  handle: file_id,
  name: file_name ?? `file-${message}`,
  type: mime_type ?? "application/octet-stream",
  bytes: file_size ?? 0,
});
