import { randomUUID } from "node:crypto";
import type { Cluster, Redis } from "ioredis";

/** Longer (ms) than one question to Telegram takes: whoever holds the lease and dies is followed after so long. */
const lasting = 45_000;

const take = `
  local holder = redis.call('GET', KEYS[1])
  if holder and holder ~= ARGV[1] then return 0 end
  redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
  return 1`;
const giveUp = `
  if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end
  return 0`;

/** Who may poll: of several processes one at a time, because Telegram answers only the last that asks. */
export type PollerLease = {
  /** Takes the lease, or keeps it for a while longer. @returns false while another process has it */
  mine(): Promise<boolean>;
  /** Lets another poll at once. */
  release(): Promise<void>;
};

/**
 * @param redis shared by all processes; without it there is only this one
 * @param bot the bot's id: bots do not wait for each other
 */
export function pollerLease(redis: Redis | Cluster | undefined, bot: string): PollerLease {
  if (!redis) return { mine: async () => true, release: async () => {} };
  const key = `rabta:telegram:poller:${bot}`;
  const me = randomUUID();
  return {
    mine: async () => (await redis.eval(take, 1, key, me, lasting)) === 1,
    release: async () => void (await redis.eval(giveUp, 1, key, me)),
  };
}
