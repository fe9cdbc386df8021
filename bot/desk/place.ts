import type { Markup } from "../../conversations/engine/markup.ts";
import type { Choice, Link } from "../../conversations/engine/message.ts";
import type { Content, ReceivedFile } from "../../conversations/engine/update.ts";

/** How a thread looks in a list of threads. */
export type Icon = "waiting" | "in-review" | "document-needed" | "approved" | "rejected" | "over" | "urgent";

/** What a thread is called, its icon, and whether it is done with. */
export type Topic = { name: string; icon: Icon; closed: boolean };

/** Something to show to staff. */
export type DeskMessage = {
  text: Markup;
  choices?: Choice[];
  links?: Link[];
  /** The messenger's id of the message that it answers. */
  answers?: string;
  /** Its reader is to answer it: a messenger that can opens the input field for that. */
  asks?: true;
  /** Goes along, with the text as its caption. */
  file?: { name: string; type: string; bytes: Uint8Array };
};

/** Something that somebody wrote, pressed or changed in a chat of the desk. */
export type DeskUpdate = {
  /** The same whenever the messenger repeats it. */
  id: string;
  /** Who: the messenger's id of the person, which is that of their own chat with the house too. */
  from: string;
  /** It was written in no person's name, as administrators of a group of Telegram's can. */
  isAnonymous?: true;
  thread?: string;
  /** The message that is quoted. */
  quoted?: string;
  /** The house itself has written the quoted message. */
  quotesUs?: true;
  messageId: string;
  content: Content | { kind: "edited"; text: string } | { kind: "moved"; to: string };
  /** A pressed button waits to be answered under this id. */
  tap?: string;
};

/** So many characters fit into what only the presser of a button sees: https://core.telegram.org/bots/api#answercallbackquery */
export const alertLength = 200;

/**
 * A chat where staff work on requests, in one messenger. A sending throws a DeliveryFailure as a channel's does, or
 * {@link ThreadGone}, or {@link PlaceMoved}.
 */
export type DeskPlace = {
  readonly channel: string;
  /** The messenger's id of the chat; it changes when the messenger moves the chat. */
  chat: string;
  /** It may be written to so often in a minute, all threads together. */
  readonly perMinute: number;
  /** What the house has said there can be put in another form. */
  readonly edits?: true;
  /** It has neither topics nor buttons: a request is meant by quoting it, and what is done with it is written. */
  readonly quotesOnly?: true;
  /** The longest text, in UTF-16 units after markup is taken away. */
  readonly textLength: number;
  /** Told of everything that is written there, before it is acknowledged. Set once, before the channel starts. */
  listen(receive: (update: DeskUpdate) => Promise<void>): void;
  /** Makes a thread. @returns its id; undefined where a thread is the message that it begins with */
  open(topic: Topic): Promise<string | undefined>;
  /** Names a thread anew, changes its icon, closes or opens it. */
  change(thread: string, before: Topic | undefined, topic: Topic): Promise<void>;
  /** Sends a message into a thread; without one, into the chat itself. @returns the messenger's id of it */
  send(thread: string | undefined, message: DeskMessage): Promise<string>;
  /** Puts a message of the house's own in place of an earlier one; what cannot be changed stays as it is. */
  edit(messageId: string, message: DeskMessage): Promise<void>;
  /** Shows that a message was taken and sent on. Never throws. */
  mark(messageId: string): Promise<void>;
  /** Answers a pressed button: with a text only who pressed it sees, or with nothing. Never throws. */
  answerTap(tap: string, text?: string): Promise<void>;
  /** An address that opens a conversation in a chat of one's own; undefined where there is none for now. Never throws. */
  ownChat?(flow: string): Promise<string | undefined>;
  /** Tells one person alone. Throws as sending does. */
  tellAlone(person: string, text: Markup): Promise<void>;
  /** The bytes of a file that was sent there. */
  fetchFile(file: ReceivedFile): Promise<Uint8Array>;
};

/** Somebody has deleted the thread by hand. */
export class ThreadGone extends Error {
  override readonly name = "ThreadGone";
}

/** The messenger goes on with the chat under another id. */
export class PlaceMoved extends Error {
  override readonly name = "PlaceMoved";
  readonly to: string;

  constructor(to: string) {
    super(`the chat goes on as ${to}`);
    this.to = to;
  }
}
