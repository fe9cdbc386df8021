import type { Draft, Json, Message, User } from "./message.ts";
import { badRequest, forbidden, migrated } from "./refusal.ts";

/** A topic of a forum. Its id is that of the message that opened it. */
export interface Topic {
  readonly id: number;
  name: string;
  closed: boolean;
  iconCustomEmojiId: string | undefined;
  readonly iconColor: number;
}

/** The keyboard under a person's input field. */
export interface ReplyKeyboard {
  readonly rows: readonly (readonly Json[])[];
  readonly oneTime: boolean;
}

/** A chat as the server keeps it. */
export interface Chat {
  readonly id: number;
  readonly json: Json;
  readonly isPrivate: boolean;
  readonly isForum: boolean;
  /** Whether the bot may know of it: the person wrote first, or the bot is a member. */
  started: boolean;
  /** Why nothing can be sent to it, in Telegram's words. */
  unreachable: string | undefined;
  /** In a group: whether the bot may delete, pin and open topics, and reads what is not meant for it. */
  botIsAdmin: boolean;
  /** A group that goes on under another id. */
  migratedTo: number | undefined;
  readonly topics: Map<number, Topic>;
  readonly messages: Map<number, Message>;
  keyboard: ReplyKeyboard | undefined;
  /** The chat actions shown so far, "typing" and the like. */
  readonly actions: string[];
  readonly menuButton: { value: Json | undefined };
}

/** All chats, and the numbering of their messages. */
export class Chats {
  readonly all = new Map<number, Chat>();
  readonly #now: () => number;
  // Private chats share one numbering, a supergroup has its own.
  #lastId = 100;
  readonly #lastIds = new Map<number, number>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Adds a chat that nothing was written in yet. */
  open(json: Json & { id: number; type: string }): Chat {
    const chat: Chat = {
      id: json.id,
      json,
      isPrivate: json.type === "private",
      isForum: json.is_forum === true,
      started: false,
      unreachable: undefined,
      botIsAdmin: false,
      migratedTo: undefined,
      topics: new Map(),
      messages: new Map(),
      keyboard: undefined,
      actions: [],
      menuButton: { value: undefined },
    };
    this.all.set(chat.id, chat);
    return chat;
  }

  /**
   * The chat of a `chat_id`, as far as the bot may know it.
   *
   * @throws Refusal 400 if there is none such, or nobody in it has written to the bot yet
   */
  find(chatId: unknown): Chat {
    if (chatId === "") throw badRequest("chat_id is empty");
    const chat = this.all.get(Number(chatId));
    if (chat === undefined || !chat.started) throw badRequest("Chat not found");
    if (chat.migratedTo !== undefined) throw migrated(chat.migratedTo);
    return chat;
  }

  /** The chat of a `chat_id`, if it can be written to. @throws Refusal 400 as `find`, 403 if the bot is shut out */
  reachable(chatId: unknown): Chat {
    const chat = this.find(chatId);
    if (chat.unreachable !== undefined) throw forbidden(chat.unreachable);
    return chat;
  }

  /** Writes a message down. */
  write(chat: Chat, from: User, draft: Draft): Message {
    const message: Message = {
      id: this.#nextId(chat),
      chat,
      from,
      at: this.#now(),
      draft,
      text: draft.text,
      caption: draft.caption,
      inlineKeyboard: draft.inlineKeyboard,
      editedAt: undefined,
      pinned: false,
      reactions: [],
    };
    chat.messages.set(message.id, message);
    return message;
  }

  #nextId(chat: Chat): number {
    if (chat.isPrivate) {
      this.#lastId += 1;
      return this.#lastId;
    }
    const id = (this.#lastIds.get(chat.id) ?? 1) + 1;
    this.#lastIds.set(chat.id, id);
    return id;
  }
}
