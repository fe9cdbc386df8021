import type { Files } from "./files.ts";
import { documentMedia, photoMedia, stickerMedia, voiceMedia } from "./media.ts";
import type { Json, Media, User } from "./message.ts";

/** What a person can send besides text. */
export type Belonging =
  | {
      readonly document: Uint8Array;
      readonly name: string;
      readonly mimeType?: string;
      readonly caption?: string;
    }
  | { readonly photo: Uint8Array; readonly caption?: string }
  | { readonly sticker: string }
  | { readonly voice: Uint8Array; readonly seconds: number }
  /** A phone number: one's own, as the button that asks for it shares it, or that of somebody else. */
  | { readonly contact: string; readonly of?: "somebody else" }
  | { readonly location: { readonly latitude: number; readonly longitude: number } };

/** Turns what a person sends into what the message carries. A person's app sends files of any size. */
export function mediaOf(what: Belonging, from: User, files: Files): Media {
  if ("document" in what) {
    const upload = { fileName: what.name, mimeType: what.mimeType, bytes: Buffer.from(what.document) };
    return documentMedia(files.keep("document", upload));
  }
  if ("photo" in what) {
    const upload = { fileName: "photo.jpg", mimeType: "image/jpeg", bytes: Buffer.from(what.photo) };
    return photoMedia(files.keep("photo", upload), files);
  }
  if ("sticker" in what) {
    const upload = { fileName: "sticker.webp", mimeType: "image/webp", bytes: Buffer.from("RIFF____WEBP") };
    return stickerMedia(files.keep("sticker", upload), what.sticker);
  }
  if ("voice" in what) {
    const upload = { fileName: "voice.oga", mimeType: "audio/ogg", bytes: Buffer.from(what.voice) };
    return voiceMedia(files.keep("voice", upload), what.seconds);
  }
  if ("location" in what) return { field: "location", value: { ...what.location }, file: undefined };
  const own = what.of === undefined;
  const contact: Json = { phone_number: what.contact, first_name: own ? from.first_name : "Somebody" };
  if (own) contact.user_id = from.id;
  return { field: "contact", value: contact, file: undefined };
}
