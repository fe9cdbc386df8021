import type { Chat } from "./chats.ts";
import type { Json, Message, User } from "./message.ts";
import { removeTopic } from "./methods/topics.ts";
import type { Person } from "./people.ts";
import { ChatView } from "./view.ts";
import type { World } from "./world.ts";
import { Writer } from "./writer.ts";

export interface GroupOptions {
  readonly id?: number;
  readonly title?: string;
  readonly forum?: boolean;
  /** Whether the bot may delete, pin and open topics, and reads everything; true unless said otherwise. */
  readonly botIsAdmin?: boolean;
}

/** Somebody in a group. */
export class Member extends Writer {
  /** A bot that is no administrator hears commands and answers to itself, no more. */
  protected override hears(message: Message): boolean {
    const isCommand = message.text?.entities.some((one) => one.type === "bot_command") ?? false;
    return this.room.botIsAdmin || isCommand || message.draft.replyTo?.from.id === this.world.bot.id;
  }
}

/** Somebody who writes in the name of the group itself, or of a channel: Telegram shows a bot of its own as the sender. */
export class Anonymous extends Member {
  readonly #name: Json;

  constructor(world: World, name: Json, room: Chat, changed: () => void) {
    const own = name === room.json;
    const user = own
      ? { id: 1_087_968_824, is_bot: true, first_name: "Group", username: "GroupAnonymousBot" }
      : { id: 136_817_688, is_bot: true, first_name: "Channel", username: "Channel_Bot" };
    super(world, user, room, changed);
    this.#name = name;
  }

  protected override get senderChat(): Json {
    return this.#name;
  }
}

/** A supergroup with the bot in it; a forum if it was asked for. */
export class Group {
  readonly chat: ChatView;
  readonly #world: World;
  readonly #room: Chat;
  readonly #changed: () => void;

  constructor(world: World, room: Chat, changed: () => void) {
    this.#world = world;
    this.#room = room;
    this.#changed = changed;
    this.chat = new ChatView(room, world.bot.id);
  }

  get id(): number {
    return this.#room.id;
  }

  /** Lets a person in. */
  joins(person: Person | { user: User }): Member {
    return new Member(this.#world, person.user, this.#room, this.#changed);
  }

  /** An administrator who remains anonymous; or, with a title, somebody who writes as a channel of theirs. */
  anonymous(channel?: string): Anonymous {
    const name =
      channel === undefined ? this.#room.json : { id: -1_002_000_000_000, type: "channel", title: channel };
    return new Anonymous(this.#world, name, this.#room, this.#changed);
  }

  /** Throws the bot out. */
  kicksBot(): void {
    this.#room.unreachable = "bot was kicked from the supergroup chat";
    this.#changed();
  }

  /** Becomes a supergroup: it goes on under another id, with nothing in it. Everybody in it joins anew. */
  upgrades(options: GroupOptions = {}): Group {
    const next = newGroup(this.#world, options, this.#changed);
    this.#room.migratedTo = next.id;
    this.#world.updates.add("message", {
      message_id: 1_000_000,
      date: Math.floor(this.#world.now() / 1000),
      chat: this.#room.json,
      migrate_to_chat_id: next.id,
    });
    this.#changed();
    return next;
  }

  /** Deletes a topic by hand. Telegram tells no bot of it. */
  deletesTopic(id: number): void {
    removeTopic(this.#room, id);
    this.#changed();
  }
}

/** Makes a group known to the server, with the bot in it. */
export function newGroup(world: World, options: GroupOptions, changed: () => void): Group {
  const id = options.id ?? -1_001_000_000_000 - world.chats.all.size;
  const forum = options.forum ? { is_forum: true } : {};
  const room = world.chats.open({ id, type: "supergroup", title: options.title ?? "Desk", ...forum });
  room.started = true;
  room.botIsAdmin = options.botIsAdmin ?? true;
  return new Group(world, room, changed);
}
