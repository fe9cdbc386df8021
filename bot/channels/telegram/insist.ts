import { growing, type Wait } from "../../waiting.ts";
import { failureOf, isUnauthorised } from "./failures.ts";

/** How often, and how to wait in between. */
export type Patience = { tries: number; wait: Wait; signal: AbortSignal };

/**
 * Makes a call again while Telegram is ill or asks for a pause, and after the pause that it asks for.
 * @throws the last error, when it is of another kind or the tries are used up
 */
export async function insist<T>(call: () => Promise<T>, { tries, wait, signal }: Patience): Promise<T> {
  for (let failures = 0; ; failures++) {
    try {
      return await call();
    } catch (error) {
      const failure = failureOf(error);
      if (!failure?.isPassing || isUnauthorised(error) || failures + 1 >= tries) throw error;
      await wait(failure.kind === "slow-down" ? failure.retryAfter * 1000 : growing(failures), signal);
      if (signal.aborted) throw error;
    }
  }
}
