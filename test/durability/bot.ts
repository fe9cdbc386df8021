// One bot process for two-processes.test.ts: the real engine on the real Redis, and the real outbox, whose messenger is
// the test, at the other end of the line.
import { Redis } from "ioredis";
import type { Channel } from "../../bot/channels/channel.ts";
import { createOutbox } from "../../bot/delivery/outbox.ts";
import { createPauses } from "../../bot/delivery/pauses.ts";
import { createEngine } from "../../conversations/engine/engine.ts";
import { redisStore } from "../../conversations/engine/stores/redis-store.ts";
import type { Update } from "../../conversations/engine/update.ts";
import { tallyHouse } from "./tally.ts";

export type FromTest = { kind: "update"; update: Update } | { kind: "sent"; number: number };
export type ToTest =
  | { kind: "safe"; id: string }
  | { kind: "failed"; id: string; cause: string }
  | { kind: "send"; number: number; chat: string; text: string };

const tell = (message: ToTest) => process.send?.(message);
const waiting = new Map<number, () => void>();
let number = 0;
const channel: Channel = {
  name: "test",
  can: {
    choices: "buttons",
    textLength: 4096,
    captionLength: 1024,
    choiceCount: 10,
    deletesReceived: true,
    sharesContact: false,
  },
  fetchFile: async () => new Uint8Array(),
  start: async () => {},
  stop: async () => {},
  send: (chat, message) =>
    new Promise((resolve) => {
      waiting.set(++number, () => resolve(undefined));
      tell({ kind: "send", number, chat, text: message.kind === "text" ? message.text : message.kind });
    }),
};
const store = redisStore(new Redis(process.env.TEST_REDIS_URL ?? "", { enableAutoPipelining: true }));
const sender = () => ({ id: String(process.pid), now: Date.now(), lease: 60_000 });
const log = { warn: console.error, error: console.error };
const outbox = createOutbox({
  channels: new Map([["test", channel]]),
  store,
  sender,
  pauses: createPauses(),
  log,
});
const engine = createEngine({
  house: tallyHouse,
  store,
  sender,
  fitTo: (_, message) => [message],
  owe: outbox.owe,
  wrong: (_, cause) => console.error(cause),
});

process.on("message", (message: FromTest) => {
  if (message.kind === "sent") {
    waiting.get(message.number)?.();
    waiting.delete(message.number);
    return;
  }
  const { id } = message.update;
  engine.receive(message.update).then(
    () => tell({ kind: "safe", id }),
    (cause: unknown) => tell({ kind: "failed", id, cause: String(cause) }),
  );
});
