import { randomUUID } from "node:crypto";
import type { Cluster, Redis } from "ioredis";
import { heldLeases } from "./metrics/process.ts";

/** Whoever holds the lease and dies is followed after so long, in ms. */
const lasting = 4_000;
/** While it is held it is renewed so often, in ms: what is done takes longer than the lease lasts. */
const renewal = 1_000;

const take = `
  local holder = redis.call('GET', KEYS[1])
  if holder and holder ~= ARGV[1] then return 0 end
  redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
  return 1`;
const giveUp = `
  if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end
  return 0`;

/** Something that one process at a time may do. */
export type Lease = {
  /** Takes the lease, or keeps it. @returns false while another process has it */
  mine(): Promise<boolean>;
  /** Lets another have it at once. */
  release(): Promise<void>;
};

/**
 * @param redis shared by all processes; without it there is only this one
 * @param name what is done
 */
export function createLease(redis: Redis | Cluster | undefined, name: string): Lease {
  if (!redis) return { mine: async () => true, release: async () => {} };
  const key = `rabta:lease:${name}`;
  const me = randomUUID();
  let renewing: NodeJS.Timeout | undefined;
  const mine = async () => {
    const isMine = (await redis.eval(take, 1, key, me, lasting)) === 1;
    heldLeases.set({ lease: name }, isMine ? 1 : 0);
    return isMine;
  };
  return {
    async mine() {
      const isMine = await mine();
      clearInterval(renewing);
      // Where Redis is away for a moment, the next renewal mends it.
      if (isMine) renewing = setInterval(() => void mine().catch(() => {}), renewal).unref();
      return isMine;
    },
    async release() {
      clearInterval(renewing);
      heldLeases.set({ lease: name }, 0);
      await redis.eval(giveUp, 1, key, me);
    },
  };
}
