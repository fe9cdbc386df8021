import { TransientMap } from "./transient-map.ts";

/**
 * Runs work that must not overlap: each piece begins when the one before it of the same key has ended, however it
 * ended. Different keys do not wait for each other.
 */
export function inTurn(): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const last = new TransientMap<Promise<unknown>>();
  return (key, work) => {
    const before = last.get(key);
    const now = before ? before.then(work, work) : work();
    last.set(key, now);
    const forget = () => {
      if (last.get(key) === now) last.delete(key);
    };
    now.then(forget, forget);
    return now;
  };
}
