import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { describe, expect, test } from "vitest";
import type { Update } from "../../conversations/engine/update.ts";
import { chance } from "../../prisma/seed/chance.ts";
import { dialogue } from "../dialogue.ts";
import type { FromTest, ToTest } from "./bot.ts";
import { tallyHouse } from "./tally.ts";

const chats = 200;
const updatesEach = 50;
/** As many updates under way at once: of one chat, several, in both processes. */
const window = 64;

const updateOf = (chat: number, at: number, said: string): Update => ({
  id: `${chat}/${at}`,
  address: { channel: "test", chat: `${process.pid}-${chat}` },
  content: { kind: "text", text: said },
});

describe.runIf(process.env.TEST_REDIS_URL)("two processes on the same chats", () => {
  test("10,000 interleaved updates leave every chat as one process would have", async () => {
    const random = chance(1);
    // Every update says something of its own, but for every eighth, which takes an answer back.
    const said = (at: number) => (at % 8 === 7 ? "back" : `u${at}`);
    const updates = Array.from({ length: chats * updatesEach }, (_, at) => {
      const inChat = Math.floor(at / chats);
      return updateOf(at % chats, inChat, said(inChat));
    });
    // Eight of a chat's updates come at once, so that they meet each other in both processes.
    const place = ({ id }: Update) => {
      const [chat = 0, at = 0] = id.split("/").map(Number);
      return Math.floor(at / 8) * 1e6 + chat * 100 + (at % 8);
    };
    updates.sort((a, b) => place(a) - place(b));

    const replies = new Map<string, string[]>();
    const bots = [0, 1].map(() =>
      fork("test/durability/bot.ts", { stdio: ["ignore", "inherit", "inherit", "ipc"] }),
    );
    const safe = new Map<string, { resolve(): void; reject(cause: Error): void }>();
    let sending = 0;
    let quiet: (() => void) | undefined;
    for (const bot of bots) bot.on("message", (message: ToTest) => hear(bot, message));
    function hear(bot: ChildProcess, message: ToTest) {
      if (message.kind !== "send") {
        const waiting = safe.get(message.id);
        return message.kind === "safe" ? waiting?.resolve() : waiting?.reject(new Error(message.cause));
      }
      replies.set(message.chat, [...(replies.get(message.chat) ?? []), message.text]);
      sending++;
      setImmediate(() => {
        bot.send({ kind: "sent", number: message.number } satisfies FromTest);
        if (--sending === 0) quiet?.();
      });
    }
    const hand = (update: Update) =>
      new Promise<void>((resolve, reject) => {
        safe.set(update.id, { resolve, reject });
        bots[random() < 0.5 ? 0 : 1]?.send({ kind: "update", update } satisfies FromTest);
      });

    // A chat's first update only opens its conversation.
    for (let chat = 0; chat < chats; chat++) await hand(updateOf(chat, -1, "hello"));
    const queue = [...updates];
    await Promise.all(
      Array.from({ length: window }, async () => {
        for (let update = queue.shift(); update; update = queue.shift()) {
          await hand(update);
          // The messenger sends some of them twice.
          if (random() < 0.05) await hand(update);
        }
      }),
    );
    const answered = () => [...replies.values()].reduce((sum, { length }) => sum + length, 0);
    while (answered() < chats * (updatesEach + 1)) await new Promise<void>((resolve) => (quiet = resolve));
    for (const bot of bots) bot.kill();
    await Promise.all(bots.map((bot) => once(bot, "exit")));

    for (let chat = 0; chat < chats; chat++) {
      const heard = replies.get(`${process.pid}-${chat}`) ?? [];
      const order = orderOf(heard.slice(1));
      expect(order.toSorted()).toEqual(Array.from({ length: updatesEach }, (_, at) => said(at)).toSorted());
      const alone = dialogue({ house: tallyHouse });
      for (const words of ["hello", ...order]) await alone.says(words);
      expect(heard).toEqual(alone.seen.map((message) => (message.kind === "text" ? message.text : "")));
    }
  }, 120_000);
});

/** In which order the two processes took a chat's updates, as their answers tell: each repeats the newest of them. */
function orderOf(heard: readonly string[]): string[] {
  const known = new Set<string>();
  return heard.map((answer) => {
    const newest = answer.match(/u\d+/g)?.at(-1);
    if (newest === undefined || known.has(newest)) return "back";
    known.add(newest);
    return newest;
  });
}
