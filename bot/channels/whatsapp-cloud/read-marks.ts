import { setTimeout as sleep } from "node:timers/promises";
import type { Graph } from "./graph.ts";

/** The most under way at once: where Meta does not answer, more would only wait behind them. */
const most = 100;
/** How long (ms) a stop waits for those that are under way. */
const patience = 1_000;

/** Shows people that we have read what they wrote: a courtesy, not tried again, and nobody waits for it. */
export type ReadMarks = {
  /** The message is safe with us. */
  read(messageId: string): void;
  /** It is being answered: it counts as read, and an answer as being written. Never throws. */
  working(messageId: string): Promise<void>;
  /** Resolves when those under way are done, or a second has passed. */
  stop(): Promise<void>;
};

export function createReadMarks(
  graph: Pick<Graph, "messages">,
  log: { debug(details: object, message: string): void },
): ReadMarks {
  const underWay = new Set<Promise<void>>();

  async function mark(messageId: string, more: object = {}): Promise<void> {
    if (underWay.size >= most) return;
    const one = graph.messages({ status: "read", message_id: messageId, ...more }).then(
      () => {},
      (error: unknown) => log.debug({ cause: String(error) }, "a message was not marked as read"),
    );
    underWay.add(one);
    await one.finally(() => underWay.delete(one));
  }

  return {
    read: (messageId) => void mark(messageId),
    working: (messageId) => mark(messageId, { typing_indicator: { type: "text" } }),
    async stop() {
      await Promise.race([Promise.all(underWay), sleep(patience, undefined, { ref: false })]);
    },
  };
}
