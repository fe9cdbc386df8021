import { setMaxListeners } from "node:events";
import { type Wait, waitFor } from "../../waiting.ts";
import { createLanes } from "../lanes.ts";
import { untilSafe } from "../until-safe.ts";

/** Takes messages in until they are safe: a read mark is for all of a chat, and what has one is never told again. */
export type Intake = {
  /** Hands a message over when those of its chat before it are safe, until it is so too. It may be told twice. */
  take(chat: string, message: string, hand: () => Promise<void>): void;
  /** Tries nothing once more. Resolves when nothing is under way. */
  stop(): Promise<void>;
};

export type IntakeOptions = {
  /** Everything that was told of a chat is safe. */
  safe: (chat: string) => void;
  log: { warn(details: object, message: string): void };
  wait?: Wait;
};

export function createIntake({ safe, log, wait = waitFor }: IntakeOptions): Intake {
  const stopping = new AbortController();
  const { signal } = stopping;
  // Every message that waits for its next try listens to it.
  setMaxListeners(0, signal);
  const lanes = createLanes();
  const open = new Map<string, Set<string>>();

  async function insist(chat: string, message: string, hand: () => Promise<void>): Promise<void> {
    const failed = (cause: unknown) =>
      log.warn({ cause, chat }, "a message was not taken in; it stays unread, and will be tried again");
    if (await untilSafe(hand, { wait, signal, failed })) settle(chat, message);
  }

  function settle(chat: string, message: string): void {
    const left = open.get(chat);
    left?.delete(message);
    if (left?.size) return;
    open.delete(chat);
    safe(chat);
  }

  return {
    take(chat, message, hand) {
      const known = open.get(chat) ?? new Set();
      // A browser that was begun anew tells again what stands unread.
      if (known.has(message)) return;
      open.set(chat, known.add(message));
      lanes.run(chat, () => insist(chat, message, hand));
    },
    async stop() {
      stopping.abort();
      await lanes.idle();
    },
  };
}
