import { randomUUID } from "node:crypto";
import type { Cluster, Redis } from "ioredis";
import { heldLeases } from "./metrics/process.ts";

/** How long (ms) the lease of a holder that died still lasts. */
const lasting = 4_000;
/** How often (ms) it is renewed while it is held: what is done takes longer than the lease lasts. */
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
 * @param lost called when a lease that was held is another's, or may soon be: Redis was not reached for so long
 */
export function createLease(
  redis: Redis | Cluster | undefined,
  name: string,
  lost: () => void = () => {},
): Lease {
  if (!redis) return { mine: async () => true, release: async () => {} };
  const key = `rabta:lease:${name}`;
  const me = randomUUID();
  let renewing: NodeJS.Timeout | undefined;
  let ending: NodeJS.Timeout | undefined;

  const ask = async () => (await redis.eval(take, 1, key, me, lasting)) === 1;

  /** @param since when Redis was asked, of the monotonic clock: it gave the lease later than that */
  function hold(since: number): void {
    letGo();
    // Where Redis is away for a moment, the next renewal mends it.
    renewing = setInterval(() => void renew().catch(() => {}), renewal).unref();
    // A renewal's time early: what is done has to end first.
    ending = setTimeout(lose, since + lasting - renewal - performance.now()).unref();
    heldLeases.set({ lease: name }, 1);
  }

  async function renew(): Promise<void> {
    const [own, since] = [renewing, performance.now()];
    const isMine = await ask();
    // Meanwhile it was let go, or taken anew.
    if (own !== renewing) return;
    if (isMine) hold(since);
    else lose();
  }

  function letGo(): void {
    clearInterval(renewing);
    clearTimeout(ending);
    renewing = undefined;
    heldLeases.set({ lease: name }, 0);
  }

  function lose(): void {
    letGo();
    lost();
  }

  return {
    async mine() {
      const since = performance.now();
      const isMine = await ask();
      if (isMine) hold(since);
      else letGo();
      return isMine;
    },
    async release() {
      letGo();
      await redis.eval(giveUp, 1, key, me);
    },
  };
}
