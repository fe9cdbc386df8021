import type { Message } from "../../../conversations/engine/message.ts";

/** What the student wrote; `id` is the page's own. A password is never one of these. */
export type Said = { kind: "said"; id: string; text: string };

/** The button that the student pressed, under the message `id`. */
export type Pressed = { kind: "pressed"; id: string; choice: string };

/** Something that every page of a chat shows: what the house says, in its own terms, and what the student did. */
export type Happening = Message | Said | Pressed;

/** A happening with its place: `id` is `<ms since 1970>-<number>` and only ever grows within a chat. */
export type Entry = { id: string; happening: Happening };

/** Something worth looking for: a new entry, or a sign that an answer is being written. */
export type Sign = "news" | "working";

/** How many entries of a chat are kept, the newest. */
export const mostEntries = 200;

/** How long a chat that nobody writes in is kept, in ms. */
export const keptFor = 24 * 60 * 60 * 1000;

/** What a page shows after a reload. It promises the same whether the process's memory or Redis keeps it. */
export type Transcript = {
  /**
   * Adds a happening and tells who follows. A `delete` also takes what the student wrote out of the store, for good: if
   * the page repeats it, it is not kept again. A `forget` empties the store first.
   */
  append(chat: string, happening: Happening): Promise<void>;
  /** What came after the entry `after` (from the beginning without one), oldest first. */
  read(chat: string, after: string | undefined): Promise<Entry[]>;
  /** One entry, if it is still there. */
  find(chat: string, id: string): Promise<Happening | undefined>;
  /** Tells who follows that an answer is being written. Nothing is kept. */
  working(chat: string): Promise<void>;
  /** Calls `listener` at every sign from now on. @returns what ends it */
  follow(chat: string, listener: (sign: Sign) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
};
