import type { Cluster, Redis } from "ioredis";
import type { Message } from "../../../conversations/engine/message.ts";
import { DeliveryFailure } from "../channel.ts";
import { rememberNewest } from "../remember-newest.ts";

/** How long (ms) an offer is remembered. */
const lifetime = 24 * 60 * 60_000;

/**
 * Which offer somebody had before them when they wrote: that of the message that they quote, otherwise the newest that
 * was on its way to their chat. Whoever writes "1" and "2" at once has not seen what "1" leads to.
 */
export type Offers = {
  /** From here on it may be read and answered. @throws {@link DeliveryFailure} where that cannot be kept */
  goesOut(chat: string, message: Message): Promise<void>;
  /** @param id Meta's of the message, or of its last part, under which stands what is offered */
  wentOut(id: string | undefined, message: Message): Promise<void>;
  /** @param quoted Meta's id of the message that is quoted */
  had(chat: string, quoted: string | undefined): Promise<string | undefined>;
};

/** Kept in Redis where there is one, because any process may send and any may hear; in memory otherwise. */
export function createOffers(
  redis: Redis | Cluster | undefined,
  log: { debug(details: object, message: string): void },
): Offers {
  const { set, get } = redis ? inRedis(redis) : inMemory();
  const offerOf = (message: Message) => (message.kind === "text" ? message.offer : undefined);
  return {
    async goesOut(chat, message) {
      const offer = offerOf(message);
      if (offer === undefined) return;
      await set(`chat:${chat}`, offer).catch((cause: unknown) => {
        throw new DeliveryFailure("unreachable", "what is offered could not be kept", { cause });
      });
    },
    async wentOut(id, message) {
      const offer = offerOf(message);
      if (offer === undefined || id === undefined) return;
      // It has gone out, and would go again. Whoever quotes it means the newest then.
      await set(`message:${id}`, offer).catch((cause: unknown) =>
        log.debug({ cause: String(cause) }, "what a message offers could not be kept"),
      );
    },
    had: (chat, quoted) => get(quoted === undefined ? `chat:${chat}` : `message:${quoted}`),
  };
}

function inRedis(redis: Redis | Cluster) {
  const key = (of: string) => `rabta:wa-offer:${of}`;
  return {
    set: async (of: string, offer: string) => void (await redis.set(key(of), offer, "PX", lifetime)),
    get: async (of: string) => (await redis.get(key(of))) ?? undefined,
  };
}

function inMemory() {
  const known = rememberNewest();
  return {
    set: async (of: string, offer: string) => known.set(of, offer),
    get: async (of: string) => known.get(of),
  };
}
