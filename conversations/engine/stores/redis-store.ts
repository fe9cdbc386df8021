import type { Cluster, Redis, Result } from "ioredis";
import { z } from "zod";
import type { ChatAddress } from "../../../api/contract/shared.ts";
import { entriesOf } from "./redis-answers.ts";
import { addressOf, everyPartition, keysOf } from "./redis-keys.ts";
import * as scripts from "./redis-scripts.ts";
import { redisSteps } from "./redis-steps.ts";
import { deadlinePause, type Sender, type SessionStore } from "./store.ts";

type Arguments = (string | number)[];
declare module "ioredis" {
  interface RedisCommander<Context> {
    rabtaRenew(...args: Arguments): Result<unknown, Context>;
    rabtaRelease(...args: Arguments): Result<unknown, Context>;
    rabtaClaim(...args: Arguments): Result<unknown, Context>;
    rabtaOverdue(...args: Arguments): Result<unknown, Context>;
  }
}

/** Forgotten after 40 days of silence: a login lasts 30. */
const timeToLive = 40 * 24 * 60 * 60;

const Flat = z.array(z.string());

/**
 * Keeps chats in Redis 7 or a compatible server, single or cluster.
 * @param redis a connection
 */
export function redisStore(redis: Redis | Cluster): SessionStore {
  redis.defineCommand("rabtaRenew", { numberOfKeys: 2, lua: scripts.renew });
  redis.defineCommand("rabtaRelease", { numberOfKeys: 2, lua: scripts.release });
  redis.defineCommand("rabtaClaim", { numberOfKeys: 2, lua: scripts.claim });
  redis.defineCommand("rabtaOverdue", { numberOfKeys: 1, lua: scripts.overdue });
  const { load, commit, acknowledge } = redisSteps(redis, timeToLive);

  return {
    load: (address) => load(keysOf(address)),
    commit: (address, what, sender) => commit(keysOf(address), what, sender),
    acknowledge: (address, sequences, sender) => acknowledge(keysOf(address), sequences, sender),
    async renew(address, { id, now, lease }) {
      const { chat, owed, member } = keysOf(address);
      return (await redis.rabtaRenew(chat, owed, member, id, now + lease)) === 1;
    },
    async release(address, { id }) {
      const { chat, owed, member } = keysOf(address);
      await redis.rabtaRelease(chat, owed, member, id);
    },
    async takeOver(limit, sender) {
      const late = (key: string) => redis.zrangebyscore(key, "-inf", sender.now, "LIMIT", 0, limit);
      const members = (await everyPartition((tag) => late(`${tag}:owed`))).flat().slice(0, limit);
      const taken = await Promise.all(members.map((member) => claim(redis, addressOf(member), sender)));
      return taken.filter(({ entries }) => entries.length > 0);
    },
    async overdue(limit, now) {
      const due = await everyPartition(async (tag) =>
        Flat.parse(await redis.rabtaOverdue(`${tag}:deadlines`, now, limit, now + deadlinePause)),
      );
      return due.flat().map(addressOf);
    },
    async owing(now) {
      const counted = await everyPartition(async (tag) => {
        const [chats, oldest] = await Promise.all([
          redis.zcard(`${tag}:owed`),
          redis.zrange(`${tag}:owed`, "0", "0", "WITHSCORES"),
        ]);
        return { chats, abandoned: oldest[1] === undefined ? 0 : now - Number(oldest[1]) };
      });
      return {
        chats: counted.reduce((sum, { chats }) => sum + chats, 0),
        abandoned: Math.max(0, ...counted.map(({ abandoned }) => abandoned)),
      };
    },
    async forget(address) {
      const { chat, owed, deadlines, member } = keysOf(address);
      await Promise.all([redis.del(chat), redis.zrem(owed, member), redis.zrem(deadlines, member)]);
    },
    async check() {
      // One that is full, or a replica, answers a ping.
      await redis.set("rabta:check", "1", "PX", 60_000);
    },
    async close() {
      await redis.quit();
    },
  };
}

async function claim(redis: Redis | Cluster, address: ChatAddress, { id, now, lease }: Sender) {
  const { chat, owed, member } = keysOf(address);
  return { address, entries: entriesOf(await redis.rabtaClaim(chat, owed, member, id, now + lease, now)) };
}
