import type { Cluster, Redis, Result } from "ioredis";
import { z } from "zod";
import type { ChatAddress } from "../../../api/contract/shared.ts";
import type { Message } from "../message.ts";
import { addressOf, everyPartition, keysOf } from "./redis-keys.ts";
import * as scripts from "./redis-scripts.ts";
import { alone, redisSteps } from "./redis-steps.ts";
import type { Committed, Entry, Sender, SessionStore } from "./store.ts";

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
/** How long a chat that was told of its deadline is left alone with it, in ms. */
const deadlinePause = 60_000;

const Flat = z.array(z.string());
const Hash = z.tuple([z.string().nullable(), z.string().nullable()]);
const Answer = z.tuple([z.enum(["committed", "conflict"])], z.unknown());
const Newer = z.tuple([z.coerce.number(), z.string().nullable().optional()]);

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
    async load(address) {
      const [version, state] = Hash.parse(await load(keysOf(address)));
      return { version: Number(version ?? 0), state: state ?? undefined };
    },
    async commit(address, what, sender): Promise<Committed> {
      const answer = await commit(keysOf(address), what, sender);
      if (answer === alone) return { kind: "committed", entries: what.entries };
      const [kind, ...rest] = Answer.parse(answer);
      if (kind === "committed") return { kind, entries: entriesOf(rest[0]) };
      const [newer, left] = Newer.parse(rest);
      return { kind, stored: { version: newer, state: left ?? undefined } };
    },
    async acknowledge(address, sequences, sender) {
      return entriesOf(await acknowledge(keysOf(address), sequences, sender));
    },
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

/** Reads sequence, JSON, sequence, JSON … into entries, oldest first. What we wrote ourselves is not checked again. */
function entriesOf(flat: unknown): Entry[] {
  if (Array.isArray(flat) && flat.length === 0) return [];
  const list = Flat.parse(flat);
  const entries: Entry[] = [];
  for (let at = 0; at + 1 < list.length; at += 2) {
    const message: Message = JSON.parse(list[at + 1] ?? "");
    entries.push({ sequence: Number(list[at]), message });
  }
  return entries.sort((a, b) => a.sequence - b.sequence);
}
