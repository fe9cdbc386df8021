/** Several calls in a row had no answer: whoever calls is told at once, and not left waiting. */
export class CircuitOpen extends Error {
  override readonly name = "CircuitOpen";
}

/** After how many calls in a row without an answer only one is let through, and how often (ms) after that. */
const [most, pause] = [5, 2_000];

/**
 * A circuit breaker: keeps callers from waiting for a server that does not answer. One call is let through every now
 * and then; the first answer lets all through again.
 * @param now ms, by a clock that nobody sets
 * @returns what makes a call, or throws {@link CircuitOpen}
 */
export function createCircuit(now: () => number = () => performance.now()) {
  let failures = 0;
  let next = 0;
  return async <T>(call: () => Promise<T>): Promise<T> => {
    if (failures >= most) {
      if (now() < next) throw new CircuitOpen("it did not answer just now, and is asked again soon");
      next = now() + pause;
    }
    try {
      const answer = await call();
      failures = 0;
      return answer;
    } catch (cause) {
      if (++failures === most) next = now() + pause;
      throw cause;
    }
  };
}
