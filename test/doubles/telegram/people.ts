import type { Chat } from "./chats.ts";
import type { Json, User } from "./message.ts";
import type { World } from "./world.ts";
import { Writer } from "./writer.ts";

/** Who a simulated person is. */
export interface PersonOptions {
  readonly id?: number;
  readonly firstName: string;
  readonly lastName?: string;
  readonly username?: string;
  readonly languageCode?: string;
  /** Has written to the bot, long ago: it may write. */
  readonly isKnown?: boolean;
}

/** A person with a private chat with the bot, who has not written to it yet. */
export class Person extends Writer {
  get id(): number {
    return this.user.id;
  }

  /** Stops the bot. It is told, and can send nothing more. */
  blocks(): void {
    this.room.unreachable = "bot was blocked by the user";
    this.#tellMembership("member", "kicked");
  }

  /** Lets the bot write again. */
  unblocks(): void {
    this.room.unreachable = undefined;
    this.#tellMembership("kicked", "member");
  }

  /** Deletes the account. */
  deactivates(): void {
    this.room.unreachable = "user is deactivated";
    this.changed();
  }

  #tellMembership(before: "member" | "kicked", after: "member" | "kicked"): void {
    this.world.updates.add("my_chat_member", {
      chat: this.room.json,
      from: this.user,
      date: Math.floor(this.world.now() / 1000),
      old_chat_member: memberJson(this.world, before),
      new_chat_member: memberJson(this.world, after),
    });
    this.changed();
  }
}

/** Makes a person known to the server. @throws Error if the id is taken */
export function newPerson(world: World, options: PersonOptions, changed: () => void): Person {
  const id = options.id ?? 500_000_000 + world.chats.all.size + 1;
  if (world.chats.all.has(id)) throw new Error(`There is a chat ${id} already`);
  const user: User = {
    id,
    is_bot: false,
    first_name: options.firstName,
    ...(options.lastName === undefined ? {} : { last_name: options.lastName }),
    ...(options.username === undefined ? {} : { username: options.username }),
    ...(options.languageCode === undefined ? {} : { language_code: options.languageCode }),
  };
  const { language_code: _unseen, is_bot: _known, ...name } = user;
  const room: Chat = world.chats.open({ ...name, type: "private" });
  room.started = options.isKnown === true;
  return new Person(world, user, room, changed);
}

function memberJson(world: World, status: "member" | "kicked"): Json {
  const member = { status, user: world.bot };
  return status === "kicked" ? { ...member, until_date: 0 } : member;
}
