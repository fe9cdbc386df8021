import type { ChatAddress } from "../../api/contract/shared.ts";

/** A file that somebody sent: where its channel can fetch it again. */
export type ReceivedFile = { handle: string; name: string; type: string; bytes: number };

/** A file cannot be had from its messenger: it is too old, too large, or the messenger does not answer. */
export class FileUnavailable extends Error {
  override readonly name = "FileUnavailable";
}

/** The longest text that is read, in UTF-16 units: no question takes as much. WhatsApp takes six times that. */
export const longestText = 10_000;

/** What a person did, in no messenger's terms. */
export type Content =
  | { kind: "text"; text: string }
  /** `/menu` and its like; `argument` is the rest of the line. */
  | { kind: "command"; name: string; argument: string }
  /** A button: its id is the one that the drawn {@link Choice} carried. */
  | { kind: "choice"; id: string }
  | { kind: "file"; file: ReceivedFile; caption: string }
  /** A shared contact; `own` when the messenger vouches that it is the sender's own number. */
  | { kind: "contact"; phone: string; own: boolean }
  /** Something that the house cannot read: a sticker, a location; a voice note, which a person could hear. */
  | { kind: "unsupported"; what: string; file?: ReceivedFile }
  /** Not a person: something happened that this conversation waits for. */
  | { kind: "event"; name: string; data: Record<string, string> };

/** Something that happened in a chat, as a channel hands it over. */
export type Update = {
  /** The same whenever the messenger repeats it; unique within the chat. */
  id: string;
  address: ChatAddress;
  content: Content;
  /** The messenger's id of the message written, or of the message whose button was pressed. */
  messageId?: string;
  /** In a chat of several: who writes, by the messenger's own id of the chat with them alone. */
  author?: string;
  /** The messenger's id of the message that is quoted. */
  quoted?: string;
  /**
   * The offer that its writer had before them, where the channel knows it: of the message that is quoted, otherwise the
   * newest that was on its way when this came.
   */
  offer?: string;
  /** The ids of the chat's updates that were in hand when this came: its writer had not seen what they led to. */
  inHand?: readonly string[];
  /** The number of the person who writes, in E.164, where the messenger vouches that it is theirs. */
  phone?: string;
  /** A language that the messenger knows the person to use, as a BCP 47 tag. A guess, never a choice. */
  languageHint?: string;
};
