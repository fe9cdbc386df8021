import { setTimeout as sleep } from "node:timers/promises";
import type { ChatAddress } from "../../api/contract/shared.ts";
import { growing } from "../waiting.ts";

/** How long, in ms, and for whom: a chat, or everybody on its channel. */
export type Pause = { ms: number; scope: "chat" | "channel" };

/** Pauses that messengers have asked for. They hold for everything that goes out, not for one message. */
export type Pauses = {
  pause(address: ChatAddress, pause: Pause): void;
  /** Whether the address may not be written to just now: cheaper to ask than to wait for nothing. */
  isPaused(address: ChatAddress): boolean;
  /** Resolves when the address may be written to. @throws once the program stops, or the signal is aborted */
  over(address: ChatAddress, signal?: AbortSignal): Promise<void>;
  stop(): void;
};

/** How long to leave alone a chat whose messenger did not answer. */
export const retryPause = (attempt: number): Pause => ({ ms: growing(attempt), scope: "chat" });

/**
 * @param now ms, by a clock that nobody sets
 * @param wait waits, in ms; given up by the signal
 */
export function createPauses(now: () => number = () => performance.now(), wait = waitFor): Pauses {
  const until = new Map<string, number>();
  const stopped = new AbortController();
  const keys = ({ channel, chat }: ChatAddress) => [channel, `${channel}:${chat}`];
  return {
    pause(address, { ms, scope }) {
      const [channel = "", chat = ""] = keys(address);
      const key = scope === "channel" ? channel : chat;
      until.set(key, Math.max(until.get(key) ?? 0, now() + ms));
    },
    isPaused: (address) =>
      stopped.signal.aborted ||
      (until.size > 0 && keys(address).some((key) => (until.get(key) ?? 0) > now())),
    async over(address, signal) {
      for (;;) {
        stopped.signal.throwIfAborted();
        signal?.throwIfAborted();
        const longest = Math.max(...keys(address).map((key) => until.get(key) ?? 0));
        if (longest <= now()) break;
        const ended = signal ? AbortSignal.any([stopped.signal, signal]) : stopped.signal;
        await wait(longest - now(), ended);
      }
      for (const key of keys(address)) until.delete(key);
    },
    stop: () => stopped.abort(),
  };
}

async function waitFor(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal });
}
