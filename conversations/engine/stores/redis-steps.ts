import { hash } from "node:crypto";
import { Cluster, type Redis } from "ioredis";
import { z } from "zod";
import { batched } from "./batched.ts";
import { Packed } from "./packed.ts";
import { committedOf, entriesOf, storedOf } from "./redis-answers.ts";
import type { Keys } from "./redis-keys.ts";
import * as scripts from "./redis-scripts.ts";
import type { Commit, Sender } from "./store.ts";

const Answers = z.array(z.unknown());

type Arguments = (string | number | Buffer)[];

/**
 * The three steps of a turn on Redis. Chats that are at the same step at the same time take it in one command: most of
 * what a command costs it costs once. On a cluster those of one partition do, because a script runs on one node.
 * @param timeToLive how long, in seconds, a chat is kept that nobody writes in
 * @returns each for one chat; it rejects where there is no answer, or something foreign is kept under the chat's key
 */
export function redisSteps(redis: Redis | Cluster, timeToLive: number) {
  const unused: Packed[] = [];
  const partition = redis instanceof Cluster ? ({ tag }: Keys) => tag : () => "";

  const load = batched(async (chats: Keys[]) => {
    const keys = chats.map(({ chat }) => chat);
    return run(redis, loadScript, keys, []);
  }, storedOf);
  const commit = batched(
    async (turns: { to: Keys; what: Commit; sender: Sender }[]) => {
      const { id, now, lease } = senderOf(turns);
      const keys: string[] = [];
      const numbers: number[] = [];
      const texts = unused.pop() ?? new Packed();
      for (const { to, what } of turns) {
        keys.push(to.chat, to.owed, to.deadlines);
        const { version, state, deadline = -1, entries } = what;
        numbers.push(version, deadline, texts.push(state), entries.length);
        for (const { sequence, message } of entries)
          numbers.push(sequence, texts.push(JSON.stringify(message)));
      }
      const args = [id, now, now + lease, timeToLive, JSON.stringify(numbers), texts.bytes];
      const answers = await run(redis, commitScript, keys, args);
      // What was answered has been sent. What was not may be sent again.
      unused.push(texts.clear());
      return answers;
    },
    (answer, { what }) => committedOf(answer, what.entries),
  );
  const acknowledge = batched(async (sent: { to: Keys; sequences: number[]; sender: Sender }[]) => {
    const { id, now, lease } = senderOf(sent);
    const keys: string[] = [];
    const numbers: number[] = [];
    for (const { to, sequences } of sent) {
      keys.push(to.chat, to.owed);
      numbers.push(sequences.length, ...sequences);
    }
    const args = [id, now + lease, JSON.stringify(numbers)];
    return run(redis, acknowledgeScript, keys, args);
  }, entriesOf);

  return {
    load: (of: Keys) => load(partition(of), of),
    commit: (to: Keys, what: Commit, sender: Sender) =>
      commit(partition(to) + sender.id, { to, what, sender }),
    acknowledge: (to: Keys, sequences: number[], sender: Sender) =>
      acknowledge(partition(to) + sender.id, { to, sequences, sender }),
  };
}

/** All of a batch are one sender's. */
function senderOf([first]: readonly { sender: Sender }[]): Sender {
  if (!first) throw new Error("nobody asks for nothing");
  return first.sender;
}

type Script = { lua: string; sha: string };
const scriptOf = (lua: string): Script => ({ lua, sha: hash("sha1", lua) });
const loadScript = scriptOf(scripts.load);
const commitScript = scriptOf(scripts.commit);
const acknowledgeScript = scriptOf(scripts.acknowledge);

/** Runs a script that Redis knows, or that it is told of now. @returns its answer for each chat */
async function run(
  redis: Redis | Cluster,
  { lua, sha }: Script,
  keys: string[],
  args: Arguments,
): Promise<unknown[]> {
  try {
    return Answers.parse(await redis.evalsha(sha, keys.length, ...keys, ...args));
  } catch (error) {
    if (!(error instanceof Error && error.message.startsWith("NOSCRIPT"))) throw error;
    return Answers.parse(await redis.eval(lua, keys.length, ...keys, ...args));
  }
}
