import type { Run } from "./run.ts";
import type { Content } from "./update.ts";

/** What is said to what the house cannot read: what can be done with it here. */
export type Unread =
  | "unreadable"
  | "unreadable-voice"
  | "unreadable-video"
  | "unreadable-sticker"
  | "unreadable-location"
  | "unreadable-contact"
  | "unreadable-file";

/** What messengers call it. */
const kinds: { readonly [what: string]: Unread } = {
  sticker: "unreadable-sticker",
  animation: "unreadable-sticker",
  dice: "unreadable-sticker",
  video_note: "unreadable-video",
  ptv: "unreadable-video",
  location: "unreadable-location",
  venue: "unreadable-location",
  contact: "unreadable-contact",
  contacts: "unreadable-contact",
  vcard: "unreadable-contact",
  multi_vcard: "unreadable-contact",
};

/**
 * Tells what can be done with something that is not in words.
 * @returns nothing where the open question takes it, or a person does
 */
export function unread(
  run: Run,
  content: Extract<Content, { kind: "unsupported" | "contact" | "file" }>,
): Unread | undefined {
  const { openQuestion, mayPassOn, session } = run;
  switch (content.kind) {
    case "unsupported":
      if (!content.file) return kinds[content.what] ?? "unreadable";
      return openQuestion?.person || mayPassOn ? undefined : "unreadable-voice";
    case "contact":
      return session.offer?.phone ? undefined : "unreadable-contact";
    case "file":
      if (openQuestion?.files || mayPassOn || content.caption.trim() !== "") return undefined;
      return content.file.type.startsWith("video/") ? "unreadable-video" : "unreadable-file";
  }
}
