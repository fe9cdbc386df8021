const minute = 60_000;

/** Lets through so many in a minute, the first few at once. */
export type Pace = {
  /** Resolves when one more may go. @throws when the signal aborts */
  turn(signal: AbortSignal): Promise<void>;
  /** Nothing goes for so long, in ms. */
  hold(ms: number): void;
};

/**
 * @param perMinute of a Telegram group 20, all its topics together (https://core.telegram.org/bots/faq)
 * @param now ms since 1970
 * @param wait waits, in ms; rejects when the signal aborts
 */
export function createPace(
  perMinute: number,
  now: () => number,
  wait: (ms: number, signal: AbortSignal) => Promise<unknown>,
): Pace {
  /** When each of the last that went was let through. */
  const gone: number[] = [];
  let held = 0;
  const left = () => {
    const [oldest = 0] = gone.length >= perMinute ? gone : [];
    return Math.max(held, oldest === 0 ? 0 : oldest + minute) - now();
  };
  return {
    async turn(signal) {
      signal.throwIfAborted();
      for (let ms = left(); ms > 0; ms = left()) await wait(ms, signal);
      gone.push(now());
      if (gone.length > perMinute) gone.shift();
    },
    hold(ms) {
      held = Math.max(held, now() + ms);
    },
  };
}
