import type { ChatAddress } from "../../../api/contract/shared.ts";
import type { Message } from "../message.ts";

/** A message that is owed to a chat, with its place in the chat's order. */
export type Entry = { sequence: number; message: Message };

/** What is kept of a chat: one string that only the engine reads, and its version. */
export type Stored = { version: number; state: string | undefined };

/** What a turn wants kept, all of it or nothing. */
export type Commit = {
  /** The version that the turn began with. */
  version: number;
  state: string;
  entries: Entry[];
  /** When the chat is to be reminded of its deadline (ms since 1970), if it has one. */
  deadline: number | undefined;
};

/**
 * What became of a commit: `conflict`, another turn was first, and this is what it left; `committed`, and then
 * `entries` is what this sender has to send now, oldest first: its own, and what a dead process left behind. They are
 * empty where nothing is owed, or where another sender is at it and will find these too.
 */
export type Committed = { kind: "committed"; entries: Entry[] } | { kind: "conflict"; stored: Stored };

/**
 * Where chats are kept. At any time at most one sender has a chat's outbox on lease; a lease that ran out is anybody's.
 * Times are ms since 1970, passed in, so that a test can choose them.
 */
export type SessionStore = {
  /** One round trip. */
  load(address: ChatAddress): Promise<Stored>;
  /** One atomic round trip. Where the store has lost the chat since it was loaded, the turn is kept all the same. */
  commit(address: ChatAddress, commit: Commit, sender: Sender): Promise<Committed>;
  /**
   * These were sent. Gives the lease back where nothing else is owed.
   * @returns everything that is still owed, to be sent; nothing where another sender has the lease
   */
  acknowledge(address: ChatAddress, sequences: number[], sender: Sender): Promise<Entry[]>;
  /** Keeps the lease while a messenger makes us wait. @returns false when somebody else has it now */
  renew(address: ChatAddress, sender: Sender): Promise<boolean>;
  /** Gives the lease back with messages still owed: whoever comes first may send them. */
  release(address: ChatAddress, sender: Sender): Promise<void>;
  /** Takes chats whose outbox nobody sends any more: their sender died. */
  takeOver(limit: number, sender: Sender): Promise<{ address: ChatAddress; entries: Entry[] }[]>;
  /** Chats whose deadline has passed, each told once in a while until it has another. */
  overdue(limit: number, now: number): Promise<ChatAddress[]>;
  /**
   * How many chats are owed messages, and for how long (ms) the one that has waited longest has had a sender that gives
   * no sign of life; 0 where every sender does.
   */
  owing(now: number): Promise<{ chats: number; abandoned: number }>;
  /** Keeps nothing of a chat any more, and owes it nothing. */
  forget(address: ChatAddress): Promise<void>;
  /** Resolves when the store answers. Throws otherwise. */
  check(): Promise<void>;
  close(): Promise<void>;
};

/** How long a chat that was told of its deadline is left alone with it, in ms. */
export const deadlinePause = 60_000;

/** Who sends, what time it is there, and how long it may hold a chat's outbox without a sign of life (ms). */
export type Sender = { id: string; now: number; lease: number };
