import type { FastifyPluginAsync } from "fastify";
import type { Markup } from "../../conversations/engine/markup.ts";
import type { DocumentSource, Message } from "../../conversations/engine/message.ts";
import type { ReceivedFile, Update } from "../../conversations/engine/update.ts";
import type { DeskPlace } from "../desk/place.ts";

/** What a channel can show, as data: delivery fits messages to it before they are owed to anybody. */
export type Capabilities = {
  /** Pressed (`buttons`), or written as a number (`numbers`). */
  choices: "buttons" | "numbers";
  /** The longest text of one message, in UTF-16 units after markup is taken away. */
  textLength: number;
  /** The longest caption under a document, likewise. */
  captionLength: number;
  /** The most choices under one message. */
  choiceCount: number;
  /** It can take a student's message away again (one with a password). */
  deletesReceived: boolean;
  /** A person can share their number with one press, and the messenger vouches that it is theirs. */
  sharesContact: boolean;
  /** Buttons may stand under a document. */
  choicesUnderDocuments?: true;
  /** It tells later whether a message arrived and was read. */
  receipts?: true;
  /** A message of the house's own can be put in the place of an earlier one. */
  edits?: true;
  /** When it asks for a pause, it says for certain whether one chat is meant or all. */
  tellsWhoIsMeant?: true;
};

/** Takes an update in. Resolves when it is safe: only then may the messenger be told not to send it again. */
export type Receive = (update: Update) => Promise<void>;

/** Fetches a document's bytes; throws a {@link DeliveryFailure} where it cannot be had. */
export type OpenDocument = (source: DocumentSource) => Promise<Uint8Array>;

/** A messenger. It knows no conversation; queueing, retries and fitting are done once, outside. */
export type Channel = {
  readonly name: string;
  readonly can: Capabilities;
  /** HTTP routes of its own (webhooks, pages), registered before the server listens. */
  readonly routes?: FastifyPluginAsync;
  /**
   * Begins to hand over updates. A messenger that does not answer is tried again behind it: it holds nobody up.
   * @throws one clear sentence where the configuration is wrong
   */
  start(receive: Receive): Promise<void>;
  /** What keeps its messenger away just now, in one sentence for the operator. */
  trouble?(): string | undefined;
  /**
   * Sends one message to one chat. The same object, sent again, goes on where it failed.
   * @returns the messenger's id of it, if there is one
   * @throws {@link DeliveryFailure}
   */
  send(chat: string, message: Message): Promise<string | undefined>;
  /** Sends a file that is at hand, where staff can work in this messenger; throws, and is tried again, likewise. */
  sendFile?(
    chat: string,
    file: { name: string; type: string; bytes: Uint8Array },
    caption: Markup,
    /** The messenger's id of the message that it answers. */
    quotes?: string,
  ): Promise<string | undefined>;
  /** Puts a sign under a message that somebody wrote there, likewise; an emoji. Never throws. */
  react?(chat: string, messageId: string, sign: string): Promise<void>;
  /** Fetches a file that somebody sent; throws {@link DeliveryFailure}. */
  fetchFile(file: ReceivedFile): Promise<Uint8Array>;
  /** Shows that an answer is being written. Never throws. */
  working?(chat: string): Promise<void>;
  /** Where the desk works in this messenger, if it does. */
  readonly desk?: DeskPlace;
  /** Takes no more updates; resolves when those under way are safe. */
  stop(): Promise<void>;
};

/**
 * Why a message did not go out: the closed list that a channel may report, and delivery decides by.
 * - `blocked`: this person does not want us, or is gone; nothing more is sent there
 * - `slow-down`: the messenger asks for a pause of `retryAfter` seconds
 * - `unreachable`: nobody answered, or the messenger is ill; worth trying again
 * - `refused`: this very message will never be taken
 */
export type FailureKind = "blocked" | "slow-down" | "unreachable" | "refused";

export class DeliveryFailure extends Error {
  override readonly name = "DeliveryFailure";
  readonly kind: FailureKind;
  /** Seconds, with `slow-down`. */
  readonly retryAfter: number;
  /** With `slow-down`: the pause is this chat's alone, or the whole channel's. */
  readonly scope: "chat" | "channel";

  constructor(
    kind: FailureKind,
    message: string,
    options: { retryAfter?: number; scope?: "chat" | "channel"; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.kind = kind;
    this.retryAfter = options.retryAfter ?? 0;
    this.scope = options.scope ?? "chat";
  }

  /** The same may get through later. */
  get isPassing(): boolean {
    return this.kind === "slow-down" || this.kind === "unreachable";
  }
}
