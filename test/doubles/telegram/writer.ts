import { type Belonging, mediaOf } from "./belongings.ts";
import type { Callback } from "./callbacks.ts";
import type { Chat } from "./chats.ts";
import { typedText } from "./formatting/formatted-text.ts";
import { type Draft, type Json, type Message, messageJson, type User } from "./message.ts";
import { ChatView, type SeenMessage, seen } from "./view.ts";
import type { World } from "./world.ts";

/** A message of the chat: as it was seen, or its number. */
export type Which = SeenMessage | number;
/** A button: by its label on the newest message that has it, or at its place on a certain message. */
export type ButtonAt =
  | string
  | { readonly message: Which; readonly row: number; readonly column: number }
  | { readonly message: Which; readonly label: string };
/** Where in a group something is written. */
export interface Where {
  readonly topic?: number;
  readonly replyTo?: Which;
}

/** Somebody who writes in a chat. Everything done here happens at once, and the bot is sent an update. */
export class Writer {
  readonly user: User;
  readonly chat: ChatView;
  protected readonly world: World;
  protected readonly room: Chat;
  protected readonly changed: () => void;

  constructor(world: World, user: User, room: Chat, changed: () => void) {
    this.world = world;
    this.user = user;
    this.room = room;
    this.changed = changed;
    this.chat = new ChatView(room, world.bot.id);
  }

  /** Types a text. As the apps do, more than 4096 characters are sent as several messages. @returns the last one */
  says(text: string, where: Where = {}): SeenMessage {
    const parts = text.match(/[\s\S]{1,4096}/g) ?? [];
    const sent = parts.map((part) => this.#write({ text: typedText(part) }, where)).at(-1);
    if (sent === undefined) throw new Error("An app sends no empty message");
    return sent;
  }

  /** Sends a file, a contact, a place. */
  sends(what: Belonging, where: Where = {}): SeenMessage {
    const caption = "caption" in what && what.caption !== undefined ? typedText(what.caption) : undefined;
    return this.#write({ media: mediaOf(what, this.user, this.world.files), caption }, where);
  }

  /** Changes the text of a message of one's own. */
  edits(which: Which, text: string): void {
    const message = this.#message(which);
    if (message.from.id !== this.user.id) throw new Error("Nobody can edit what somebody else wrote");
    message.text = typedText(text);
    message.editedAt = this.world.now();
    this.tell("edited_message", messageJson(message), message);
  }

  /** Deletes a message for all. Telegram tells no bot of it. */
  deletes(which: Which): void {
    this.room.messages.delete(this.#message(which).id);
    this.changed();
  }

  /**
   * Taps a button: one under a message is a callback query, one of the keyboard sends its label.
   *
   * @returns the callback query, in whose `answer` stands what the person is shown; undefined for the keyboard
   * @throws Error if there is no such button, or it is a link
   */
  taps(which: ButtonAt): Callback | undefined {
    const found = this.#button(which);
    if (found === undefined && typeof which === "string" && this.#tapsKeyboard(which)) return undefined;
    if (found?.button === undefined) throw new Error(`No button ${JSON.stringify(which)} in\n${this.chat}`);
    const data = found.button.callback_data;
    if (typeof data !== "string") throw new Error(`The button ${JSON.stringify(which)} opens a link`);
    const callback = this.world.callbacks.tapped(this.user, found.message, data);
    this.world.updates.add("callback_query", {
      id: callback.id,
      from: this.user,
      message: messageJson(found.message),
      chat_instance: `${this.room.id}0815`,
      data,
    });
    this.changed();
    return callback;
  }

  /** The chat in whose name is written here; nothing where it is the person's own. */
  protected get senderChat(): Json | undefined {
    return undefined;
  }

  /** Whether the bot gets to see what was written here. */
  protected hears(_message: Message): boolean {
    return true;
  }

  protected tell(type: string, content: Json, message: Message): void {
    if (this.hears(message)) this.world.updates.add(type, content);
    this.changed();
  }

  #write(content: Draft, where: Where): SeenMessage {
    if (this.room.unreachable !== undefined)
      throw new Error(`${this.user.first_name} cannot write here: ${this.room.unreachable}`);
    if (where.topic !== undefined && !this.room.topics.has(where.topic))
      throw new Error(`There is no topic ${where.topic} here`);
    this.room.started = true;
    // In a topic every message answers at least the one that opened the topic.
    const replyTo = where.replyTo ?? where.topic;
    const draft = {
      ...content,
      senderChat: this.senderChat,
      topic: where.topic,
      replyTo: replyTo === undefined ? undefined : this.#message(replyTo),
    };
    const message = this.world.chats.write(this.room, this.user, draft);
    this.tell("message", messageJson(message), message);
    return seen(message, this.world.bot.id);
  }

  #message(which: Which): Message {
    const id = typeof which === "number" ? which : which.id;
    const message = this.room.messages.get(id);
    if (message === undefined) throw new Error(`No message ${id} in\n${this.chat}`);
    return message;
  }

  #button(which: ButtonAt): { message: Message; button: Json | undefined } | undefined {
    if (typeof which === "string") {
      const newestFirst = [...this.room.messages.values()].reverse();
      const candidates = newestFirst.map((message) => ({ message, button: labelled(message, which) }));
      return candidates.find((one) => one.button !== undefined);
    }
    const message = this.#message(which.message);
    if ("label" in which) return { message, button: labelled(message, which.label) };
    return { message, button: message.inlineKeyboard?.[which.row]?.[which.column] };
  }

  #tapsKeyboard(label: string): boolean {
    const button = this.room.keyboard?.rows.flat().find((one) => one.text === label);
    if (button === undefined) return false;
    if (button.request_contact || button.request_location)
      throw new Error(`The button "${label}" shares something: say what with sends()`);
    if (this.room.keyboard?.oneTime) this.room.keyboard = undefined;
    this.says(label);
    return true;
  }
}

function labelled(message: Message, label: string): Json | undefined {
  return message.inlineKeyboard?.flat().find((one) => one.text === label);
}
