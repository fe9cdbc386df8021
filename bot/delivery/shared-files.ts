/** What one use of a file came to: its result, and what the messenger calls the file from now on. */
type Used<T> = { result: T; handle: string | undefined };

/** Files that go to many: a messenger is given each once, and told its own name for it from then on. */
export type SharedFiles = {
  /**
   * Uses a file.
   * @param name what the file is known by; without one it is used once, and not remembered
   * @param use sends it: by the messenger's name where there is one already, otherwise whole
   */
  use<T>(name: string | undefined, use: (handle: string | undefined) => Promise<Used<T>>): Promise<T>;
};

/** How many files are remembered, the newest, and for how long (ms): less than any messenger keeps them. */
const most = 50;
const keptFor = 12 * 60 * 60_000;

/**
 * @param isStale whether an error means that the messenger does not know the file any more
 * @param now ms since 1970
 */
export function createSharedFiles(
  isStale: (error: unknown) => boolean = () => false,
  now: () => number = Date.now,
): SharedFiles {
  const known = new Map<string, { handle: string; until: number }>();
  const underWay = new Map<string, Promise<unknown>>();

  async function whole<T>(name: string, use: (handle: undefined) => Promise<Used<T>>): Promise<T> {
    const one = use(undefined);
    underWay.set(name, one);
    try {
      const { result, handle } = await one;
      if (handle !== undefined) known.set(name, { handle, until: now() + keptFor });
      const [oldest] = known.keys();
      if (known.size > most && oldest !== undefined) known.delete(oldest);
      return result;
    } finally {
      underWay.delete(name);
    }
  }

  return {
    async use(name, use) {
      if (name === undefined) return (await use(undefined)).result;
      // Whoever comes while it is given for the first time waits: otherwise all of them would give it.
      for (let first = underWay.get(name); first; first = underWay.get(name)) await first.catch(() => {});
      const { handle, until = 0 } = known.get(name) ?? {};
      if (handle === undefined || until <= now()) return whole(name, use);
      try {
        return (await use(handle)).result;
      } catch (error) {
        if (!isStale(error)) throw error;
        known.delete(name);
        return whole(name, use);
      }
    },
  };
}
