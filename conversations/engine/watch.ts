import type { Update } from "./update.ts";

/** What a turn's time goes into: reading the chat, the conversation itself (with what it asks of the API), keeping it. */
export type Layer = "load" | "turn" | "commit";

/** What became of an update: answered, known already, or answered with an apology because something of ours went wrong. */
export type Outcome = "answered" | "known" | "failed";

/** Looks on while updates are worked on, for figures and traces; it changes nothing. */
export type Watch = {
  /** Around everything that an update sets off. */
  update(update: Update, work: () => Promise<Outcome>): Promise<Outcome>;
  /** Around one layer of it. */
  layer<T>(name: Layer, work: () => Promise<T>): Promise<T>;
};

/** Nobody looks. */
export const unwatched: Watch = { update: (_, work) => work(), layer: (_, work) => work() };
