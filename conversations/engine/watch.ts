import type { Update } from "./update.ts";

/** The layers of a turn: reading the chat, the conversation itself (with its calls of the API), keeping the chat. */
export type Layer = "load" | "turn" | "commit";

/** What became of an update: answered, known already, or answered with an apology for a failure of ours. */
export type Outcome = "answered" | "known" | "failed";

/** Observes the work on updates, for figures and traces; it changes nothing. */
export type Watch = {
  /** Around everything that an update sets off. */
  update(update: Update, work: () => Promise<Outcome>): Promise<Outcome>;
  /** Around one layer of it. */
  layer<T>(name: Layer, work: () => Promise<T>): Promise<T>;
};

/** Observes nothing. */
export const unwatched: Watch = { update: (_, work) => work(), layer: (_, work) => work() };
