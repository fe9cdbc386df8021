import type { Files, StoredFile } from "./files.ts";
import type { Json, Media } from "./message.ts";
import { pictureSize } from "./picture.ts";

/** The Document of a file. */
export function documentMedia(file: StoredFile): Media {
  const value: Json = {
    file_id: file.fileId,
    file_unique_id: file.uniqueId,
    file_name: file.name,
    file_size: file.bytes.length,
  };
  if (file.mimeType !== undefined) value.mime_type = file.mimeType;
  return { field: "document", value, file };
}

/** The sizes of a photo: a thumbnail first and the photo itself last, as Telegram lists them. */
export function photoMedia(file: StoredFile, files: Files): Media {
  const size = pictureSize(file.bytes) ?? { width: 1, height: 1 };
  const scale = Math.min(1, 90 / Math.max(size.width, size.height));
  const small = files.keep("photo", { fileName: "thumbnail.jpg", mimeType: "image/jpeg", bytes: file.bytes });
  const thumbnail = { width: Math.ceil(size.width * scale), height: Math.ceil(size.height * scale) };
  return { field: "photo", value: [photoSize(small, thumbnail), photoSize(file, size)], file };
}

/** A voice message. */
export function voiceMedia(file: StoredFile, seconds: number): Media {
  const value = {
    file_id: file.fileId,
    file_unique_id: file.uniqueId,
    duration: seconds,
    mime_type: "audio/ogg",
    file_size: file.bytes.length,
  };
  return { field: "voice", value, file };
}

/** A sticker that stands for an emoji. */
export function stickerMedia(file: StoredFile, emoji: string): Media {
  const value = {
    file_id: file.fileId,
    file_unique_id: file.uniqueId,
    type: "regular",
    width: 512,
    height: 512,
    is_animated: false,
    is_video: false,
    emoji,
  };
  return { field: "sticker", value, file };
}

function photoSize(file: StoredFile, size: { width: number; height: number }): Json {
  return { file_id: file.fileId, file_unique_id: file.uniqueId, ...size, file_size: file.bytes.length };
}
