import { growing, type Wait } from "../waiting.ts";

/** The longest pause (ms) before what could not be kept is tried again. */
const longest = 5_000;

/**
 * Hands something over until it is safe.
 * @param failed told of every failure, with how many there have been
 * @returns whether it is safe: not, where the signal came first
 */
export async function untilSafe(
  hand: () => Promise<void>,
  {
    wait,
    signal,
    failed,
  }: { wait: Wait; signal: AbortSignal; failed: (cause: unknown, times: number) => void },
): Promise<boolean> {
  for (let failures = 0; !signal.aborted; failures++) {
    try {
      await hand();
      return true;
    } catch (cause) {
      failed(cause, failures + 1);
      await wait(Math.min(growing(failures), longest), signal);
    }
  }
  return false;
}
