import { TransientMap } from "../../conversations/engine/transient-map.ts";

/** Work that is done one after another where it shares a name, and beside each other where it does not. */
export type Lanes = {
  /** Puts work at the end of a lane. It must not throw. */
  run(lane: string, work: () => Promise<void>): void;
  /** Resolves when nothing is left to do. */
  idle(): Promise<void>;
};

export function createLanes(): Lanes {
  const last = new TransientMap<Promise<void>>();
  return {
    run(lane, work) {
      const done = (last.get(lane) ?? Promise.resolve()).then(work).finally(() => {
        if (last.get(lane) === done) last.delete(lane);
      });
      last.set(lane, done);
    },
    async idle() {
      while (last.size > 0) await Promise.all(last.values());
    },
  };
}
