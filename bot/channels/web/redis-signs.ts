import { Cluster, type Redis } from "ioredis";
import type { Sign } from "./transcript.ts";

type Listener = (sign: Sign) => void;

/** The signs of many chats, over one connection. */
export type RedisSigns = {
  follow(channel: string, listener: Listener): Promise<() => Promise<void>>;
  close(): Promise<void>;
};

/**
 * Listens to Redis's publish and subscribe. What was published while the connection was away is lost, so every listener
 * is told to look when it is back.
 * @param redis where to connect to; the connection itself is left to others, because a subscriber can do nothing else
 * @param failed told when the connection fails; it is opened again by itself
 */
export function createRedisSigns(redis: Redis | Cluster, failed: (cause: unknown) => void): RedisSigns {
  const channels = new Map<string, Set<Listener>>();
  let subscriber: Redis | Cluster | undefined;

  const connect = (): Redis | Cluster => {
    if (subscriber) return subscriber;
    // Two calls, because the two kinds of connection take different arguments.
    const connection = redis instanceof Cluster ? redis.duplicate() : redis.duplicate();
    connection.on("error", failed);
    connection.on("ready", () => {
      for (const channel of channels.keys()) tell(channel, "news");
    });
    connection.on("message", (channel: string, sign: string) =>
      tell(channel, sign === "working" ? "working" : "news"),
    );
    subscriber = connection;
    return connection;
  };
  const tell = (channel: string, sign: Sign) => {
    for (const listener of channels.get(channel) ?? []) listener(sign);
  };

  return {
    async follow(channel, listener) {
      const listeners = channels.get(channel) ?? new Set();
      channels.set(channel, listeners.add(listener));
      const leave = async () => {
        listeners.delete(listener);
        if (listeners.size > 0 || channels.get(channel) !== listeners) return;
        channels.delete(channel);
        await subscriber?.unsubscribe(channel).catch(failed);
      };
      try {
        // Again even if somebody listens already: it resolves only when the subscription stands.
        await connect().subscribe(channel);
      } catch (cause) {
        await leave();
        throw cause;
      }
      return leave;
    },
    async close() {
      channels.clear();
      subscriber?.disconnect();
      subscriber = undefined;
    },
  };
}
