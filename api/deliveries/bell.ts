/** Wakes those of this process who wait for something owed. */
export type Bell = {
  /**
   * Something is owed now; ring after the commit.
   * @param name for one alone of those who listen for this; without it everybody hears it
   */
  ring(name?: string): void;
  /** @param name what is listened for besides what everybody hears */
  listen(name?: string): Ear;
};

/** Hears one ring. */
export type Ear = {
  heard: Promise<void>;
  /** Listens no longer. @returns whether it had heard anything */
  stop(): boolean;
};

/** Makes a bell. */
export function createBell(): Bell {
  const listening = new Set<{ name: string | undefined; wake: () => void }>();
  return {
    ring(name) {
      for (const listener of listening) {
        if (name !== undefined && listener.name !== name) continue;
        listening.delete(listener);
        listener.wake();
        if (name !== undefined) return;
      }
    },
    listen(name) {
      const { promise: heard, resolve: wake } = Promise.withResolvers<void>();
      const listener = { name, wake };
      listening.add(listener);
      return { heard, stop: () => !listening.delete(listener) };
    },
  };
}
