import type { Cluster, Redis } from "ioredis";
import { DeliveryFailure } from "../channel.ts";

/** How long (ms) after their last message a person may be written to freely, less a minute, because clocks differ. */
const serviceWindow = 24 * 60 * 60_000 - 60_000;

/** Which chats are within their service window. */
export type Window = {
  /** Somebody wrote. @returns whether they have for the first time since it closed */
  open(chat: string): Promise<boolean>;
  /** Meta says that they cannot be written to freely, or at all. @throws {@link DeliveryFailure} where Redis is away */
  close(chat: string): Promise<void>;
  /** @throws {@link DeliveryFailure} where that cannot be looked up just now */
  isOpen(chat: string): Promise<boolean>;
};

/** Kept in Redis where there is one, so that every process knows; in memory otherwise. */
export function createWindow(redis: Redis | Cluster | undefined, now: () => number): Window {
  if (redis) {
    const key = (chat: string) => `rabta:wa-window:${chat}`;
    const failed = (what: string) => (cause: unknown) => {
      throw new DeliveryFailure("unreachable", `a service window could not be ${what}`, { cause });
    };
    return {
      open: async (chat) => (await redis.set(key(chat), "", "PX", serviceWindow, "GET")) === null,
      close: async (chat) => void (await redis.del(key(chat)).catch(failed("closed"))),
      isOpen: async (chat) => (await redis.exists(key(chat)).catch(failed("looked up"))) === 1,
    };
  }
  const until = new Map<string, number>();
  const isOpen = (chat: string): boolean => (until.get(chat) ?? 0) > now();
  return {
    async open(chat) {
      const wasOpen = isOpen(chat);
      // In the order in which they close: the oldest go first.
      until.delete(chat);
      until.set(chat, now() + serviceWindow);
      for (const [one, end] of until) {
        if (end > now()) break;
        until.delete(one);
      }
      return !wasOpen;
    },
    close: async (chat) => void until.delete(chat),
    isOpen: async (chat) => isOpen(chat),
  };
}
