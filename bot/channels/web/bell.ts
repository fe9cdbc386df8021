import type { Sign } from "./transcript.ts";

/** Rung by whoever has something to tell; waited for by one. A ring while nobody waits is heard at the next wait. */
export type Bell = {
  ring(sign: Sign): void;
  /** @returns the signs rung since the last wait; none after `patience` ms of silence, or at the end */
  wait(patience: number): Promise<Sign[]>;
};

/** Makes a bell that nobody waits for any more after `ending`. */
export function createBell(ending: AbortSignal): Bell {
  const rung = new Set<Sign>();
  let wake = () => {};
  ending.addEventListener("abort", () => wake(), { once: true });
  return {
    ring(sign) {
      rung.add(sign);
      wake();
    },
    async wait(patience) {
      if (rung.size === 0 && !ending.aborted) {
        const { promise, resolve } = Promise.withResolvers<void>();
        const timer = setTimeout(resolve, patience);
        wake = resolve;
        await promise;
        clearTimeout(timer);
      }
      const signs = [...rung];
      rung.clear();
      return signs;
    },
  };
}
