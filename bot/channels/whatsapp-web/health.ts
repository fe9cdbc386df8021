import type { Answer } from "./protocol.ts";

/** More memory (bytes) than this, and a browser is begun anew before the machine is ill. */
const mostMemory = 2 * 1024 ** 3;

/** How today's browser is doing, from what it answers when it is looked after. */
export type Health = {
  /** It is ready. */
  begin(): void;
  /** @returns why it is to be begun anew; nothing where it is well */
  judge(answer: Extract<Answer, { kind: "alive" }>): string | undefined;
  /** It has been well for so long that what failed before it does not count any more. */
  isSteady(): boolean;
};

/** @param limits in ms: how long it may be unconnected, and after how long a browser that is well is a steady one */
export function watchHealth({ unconnected, steady }: { unconnected: number; steady: number }): Health {
  let readyAt = 0;
  let connectedAt = 0;
  return {
    begin() {
      readyAt = connectedAt = Date.now();
    },
    judge({ state, memory: { process, browser: held = 0 } }) {
      const now = Date.now();
      if (state === "CONNECTED") connectedAt = now;
      else if (now - connectedAt > unconnected) return `it is ${state}`;
      return process + held > mostMemory ? "it holds too much memory" : undefined;
    },
    isSteady: () => connectedAt - readyAt > steady,
  };
}
