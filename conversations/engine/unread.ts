import type { Run } from "./run.ts";
import type { Content } from "./update.ts";

/** The answers to what the house cannot read: each says what can be done here instead. */
export type Unread =
  | "unreadable"
  | "unreadable-voice"
  | "unreadable-video"
  | "unreadable-sticker"
  | "unreadable-location"
  | "unreadable-contact"
  | "unreadable-file"
  | "talk-unsendable"
  | "unreadable-file-yet";

/** By what messengers call it. */
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

/** What can be done with something that is not in words, and that nobody here takes. */
export function unread(run: Run, content: Extract<Content, { kind: "unsupported" | "file" }>): Unread {
  const { openQuestion } = run;
  const awaitsWords = openQuestion?.detail === true || openQuestion?.freeText === true;
  if (content.kind === "file") {
    if (content.file.type.startsWith("video/")) return "unreadable-video";
    if (takesFilesLater(run)) return "unreadable-file-yet";
    return awaitsWords ? "unreadable" : "unreadable-file";
  }
  if (content.file) return "unreadable-voice";
  if (openQuestion?.person) return "talk-unsendable";
  // Whoever is asked for a street need not be told how to begin changing the address.
  return (!awaitsWords && kinds[content.what]) || "unreadable";
}

/** What is under way asks for documents at its end. */
const takesFilesLater = ({ house, top }: Run): boolean =>
  house.flows[top?.flow ?? ""]?.parts.slots.some(({ question }) => question.files) ?? false;
