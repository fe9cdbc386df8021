import type { Cluster, Redis, Result } from "ioredis";
import { z } from "zod";
import { createRedisSigns } from "./redis-signs.ts";
import { type Entry, keptFor, mostEntries, type Transcript } from "./transcript.ts";

declare module "ioredis" {
  interface RedisCommander<Context> {
    rabtaTranscript(...args: (string | number)[]): Result<unknown, Context>;
  }
}

/**
 * One step, so that a page's repetition cannot slip in between a deletion and its mark.
 * KEYS transcript deleted · ARGV kind JSON said-or-deleted-id most ttl signs
 * An entry is `e`, its JSON, and `s`, the page's id of what the student wrote.
 */
const append = `
local transcript, deleted, kind, id = KEYS[1], KEYS[2], ARGV[1], ARGV[3]
if kind == 'said' and redis.call('SISMEMBER', deleted, id) == 1 then return end
if kind == 'forget' then redis.call('XTRIM', transcript, 'MAXLEN', 0) end
if kind == 'delete' then
  redis.call('SADD', deleted, id)
  redis.call('PEXPIRE', deleted, ARGV[5])
  for _, entry in ipairs(redis.call('XRANGE', transcript, '-', '+')) do
    if entry[2][3] == 's' and entry[2][4] == id then redis.call('XDEL', transcript, entry[1]) end
  end
end
local fields = {'e', ARGV[2]}
if kind == 'said' then fields = {'e', ARGV[2], 's', id} end
redis.call('XADD', transcript, 'MAXLEN', ARGV[4], '*', unpack(fields))
redis.call('PEXPIRE', transcript, ARGV[5])
redis.call('PUBLISH', ARGV[6], 'news')`;

const Entries = z.array(z.tuple([z.string(), z.tuple([z.literal("e"), z.string()], z.string())]));

/**
 * Keeps transcripts in Redis 7 or a compatible server, single or cluster: one stream a chat.
 * @param redis a connection for the commands; a second one is opened when the first page follows a chat
 * @param failed told when that second connection fails; it is opened again by itself
 */
export function redisTranscript(redis: Redis | Cluster, failed: (cause: unknown) => void): Transcript {
  redis.defineCommand("rabtaTranscript", { numberOfKeys: 2, lua: append });
  const signs = createRedisSigns(redis, failed);

  return {
    async append(chat, happening) {
      const { transcript, deleted, signs: channel } = keysOf(chat);
      const { kind } = happening;
      const id = kind === "said" ? happening.id : kind === "delete" ? happening.messageId : "";
      const json = JSON.stringify(happening);
      await redis.rabtaTranscript(transcript, deleted, kind, json, id, mostEntries, keptFor, channel);
    },
    async read(chat, after) {
      const from = after === undefined ? "-" : `(${after}`;
      return entriesOf(await redis.xrange(keysOf(chat).transcript, from, "+"));
    },
    async find(chat, id) {
      return entriesOf(await redis.xrange(keysOf(chat).transcript, id, id))[0]?.happening;
    },
    async working(chat) {
      await redis.publish(keysOf(chat).signs, "working");
    },
    follow: (chat, listener) => signs.follow(keysOf(chat).signs, listener),
    close: () => signs.close(),
  };
}

/** A chat's keys share a hash tag, so that the script may touch both of them on a cluster. */
const keysOf = (chat: string) => ({
  transcript: `rabta:{web:${chat}}:transcript`,
  deleted: `rabta:{web:${chat}}:deleted`,
  signs: `rabta:{web:${chat}}:signs`,
});

/** What we wrote ourselves is not checked again. */
const entriesOf = (raw: unknown): Entry[] =>
  Entries.parse(raw).map(([id, [, json]]) => ({ id, happening: JSON.parse(json) }));
