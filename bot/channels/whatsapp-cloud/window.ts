import type { Cluster, Redis } from "ioredis";
import { DeliveryFailure } from "../channel.ts";

/** So long (ms) after their last message a person may be written to freely; a minute less, because clocks differ. */
export const serviceWindow = 24 * 60 * 60_000 - 60_000;

/** Which chats are within their service window. */
export type Window = {
  /** Somebody wrote. */
  open(chat: string): Promise<void>;
  /** @throws {@link DeliveryFailure} where that cannot be looked up just now */
  isOpen(chat: string): Promise<boolean>;
};

/** Kept in Redis where there is one, so that every process knows; in memory otherwise. */
export function createWindow(redis: Redis | Cluster | undefined, now: () => number): Window {
  if (redis) {
    const key = (chat: string) => `rabta:wa-window:${chat}`;
    return {
      open: async (chat) => void (await redis.set(key(chat), "", "PX", serviceWindow)),
      async isOpen(chat) {
        try {
          return (await redis.exists(key(chat))) === 1;
        } catch (cause) {
          throw new DeliveryFailure("unreachable", "whether a service window is open could not be read", {
            cause,
          });
        }
      },
    };
  }
  const until = new Map<string, number>();
  return {
    async open(chat) {
      // In the order in which they close: the oldest go first.
      until.delete(chat);
      until.set(chat, now() + serviceWindow);
      for (const [one, end] of until) {
        if (end > now()) break;
        until.delete(one);
      }
    },
    isOpen: async (chat) => (until.get(chat) ?? 0) > now(),
  };
}
