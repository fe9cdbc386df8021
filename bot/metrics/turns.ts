import { Counter, Histogram, type Registry } from "prom-client";
import type { Watch } from "../../conversations/engine/watch.ts";

/** From half a millisecond to the longest that anybody waits, in seconds. */
const buckets = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Times what an update goes through, by layer; `api` and `send` are told from outside the engine. */
export type TurnFigures = {
  watch: Watch;
  timed<T>(layer: "api" | "send", work: () => Promise<T>): Promise<T>;
  /** An update was sent away before any work, because too many were under way. */
  sentAway(channel: string): void;
};

/** Figures of turns. A turn's own layer holds what it asks of the API, which is a layer of its own besides. */
export function turnFigures(registers: Registry[]): TurnFigures {
  const turns = new Counter({
    name: "rabta_turns_total",
    help: "Updates by channel and by what became of them: answered, known (sent again by the messenger), failed (answered with an apology), refused (given back to the messenger), no-room (given back at once, too many being under way)",
    labelNames: ["channel", "outcome"],
    registers,
  });
  const seconds = new Histogram({
    name: "rabta_turn_seconds",
    help: "How long each layer of a turn takes: load, turn (with what it asks of the API), api (each call), commit, send (each message)",
    labelNames: ["layer"],
    buckets,
    registers,
  });
  const layers = {
    load: seconds.labels("load"),
    turn: seconds.labels("turn"),
    api: seconds.labels("api"),
    commit: seconds.labels("commit"),
    send: seconds.labels("send"),
  };
  const timed = async <T>(layer: keyof typeof layers, work: () => Promise<T>): Promise<T> => {
    const began = performance.now();
    try {
      return await work();
    } finally {
      layers[layer].observe((performance.now() - began) / 1000);
    }
  };
  const watch: Watch = {
    layer: timed,
    async update({ address: { channel } }, work) {
      try {
        const outcome = await work();
        turns.inc({ channel, outcome });
        return outcome;
      } catch (error) {
        turns.inc({ channel, outcome: "refused" });
        throw error;
      }
    },
  };
  return { watch, timed, sentAway: (channel) => turns.inc({ channel, outcome: "no-room" }) };
}
