/** Nobody answered just now, again and again: whoever asks is told at once instead of left waiting. */
export class CircuitOpen extends Error {
  override readonly name = "CircuitOpen";
}

/** After so many calls in a row without an answer it is asked only now and then, after so many ms. */
const [most, pause] = [5, 2_000];

/**
 * Keeps callers from waiting for somebody who does not answer. One of them tries every now and then; the first answer lets
 * all through again.
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
