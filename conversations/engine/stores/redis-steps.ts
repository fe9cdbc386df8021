import { Cluster, type Redis } from "ioredis";
import { batched } from "./batched.ts";
import { Packed } from "./packed.ts";
import { answersOf, committedOf, entriesOf, storedOf } from "./redis-answers.ts";
import type { Keys } from "./redis-keys.ts";
import * as scripts from "./redis-scripts.ts";
import { ScriptCall, type ScriptRun, scriptOf } from "./script-call.ts";
import type { Commit, Sender, Stored } from "./store.ts";

/**
 * The three steps of a turn on Redis. Chats that are at the same step at the same time share one command, because most
 * of its cost does not grow with them. On a cluster those of one partition do, because a script runs on one node.
 * @param timeToLive how long, in seconds, a chat is kept that nobody writes in
 * @returns each for one chat; it rejects where there is no answer, or something foreign is kept under the chat's key
 */
export function redisSteps(redis: Redis | Cluster, timeToLive: number) {
  const unused: Packed[] = [];
  const partition = redis instanceof Cluster ? ({ tag }: Keys) => tag : () => "";

  const load = batched(async (chats: Keys[]) => {
    const keys = chats.map(({ chat }) => chat);
    return storedOf(await run(redis, { script: loadScript, keys, args: [], inBytes: true }));
  }, whole);
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
      const args = [id, now, now + lease, timeToLive, JSON.stringify(numbers)];
      const answer = await run(redis, { script: commitScript, keys, args, texts });
      // Only once answered: until then ioredis may send the same bytes again.
      unused.push(texts.clear());
      return answersOf(answer, turns.length);
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
    return answersOf(await run(redis, { script: acknowledgeScript, keys, args }), sent.length);
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

const loadScript = scriptOf(scripts.load);
const commitScript = scriptOf(scripts.commit);
const acknowledgeScript = scriptOf(scripts.acknowledge);

/** @throws what is wrong with this chat alone */
function whole(chat: Stored | Error): Stored {
  if (chat instanceof Error) throw chat;
  return chat;
}

/** Runs a script by its name, or by its text where Redis does not know it yet. @returns its answer */
async function run(redis: Redis | Cluster, how: ScriptRun): Promise<unknown> {
  try {
    return await redis.sendCommand(new ScriptCall(how));
  } catch (error) {
    if (!(error instanceof Error && error.message.startsWith("NOSCRIPT"))) throw error;
    return redis.sendCommand(new ScriptCall(how, "eval"));
  }
}
