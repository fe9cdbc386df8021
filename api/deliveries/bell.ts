import { EventEmitter, once } from "node:events";

/** Wakes those of this process who wait for something owed. */
export type Bell = {
  /** Something is owed now; ring after the commit. */
  ring(): void;
  /** Resolves at the next ring, and when the signal aborts. */
  heard(signal: AbortSignal): Promise<void>;
};

/** Makes a bell. */
export function createBell(): Bell {
  const emitter = new EventEmitter().setMaxListeners(0);
  return {
    ring: () => void emitter.emit("ring"),
    async heard(signal) {
      try {
        await once(emitter, "ring", { signal });
      } catch (error) {
        if (!signal.aborted) throw error;
      }
    },
  };
}
