import { Api } from "grammy";
import { Redis } from "ioredis";
import type { Channel } from "../../../bot/channels/channel.ts";
import { createIntake } from "../../../bot/channels/telegram/intake.ts";
import { perform } from "../../../bot/channels/telegram/perform.ts";
import { render } from "../../../bot/channels/telegram/render.ts";
import { fitMessage } from "../../../bot/delivery/fit.ts";
import { createOutbox } from "../../../bot/delivery/outbox.ts";
import { createPauses } from "../../../bot/delivery/pauses.ts";
import { createSharedFiles } from "../../../bot/delivery/shared-files.ts";
import { receiveFrom } from "../../../bot/receive.ts";
import { createEngine } from "../../../conversations/engine/engine.ts";
import { redisStore } from "../../../conversations/engine/stores/redis-store.ts";
import { openHouse } from "../../../conversations/house.ts";
import { stub } from "./stubbed.ts";
import { api, type Contender } from "./world.ts";

/** Rabta as `bot/roles` puts it together: Telegram's updates in, the outbox's rendered messages out. */
export function open(url: string): Contender {
  const log = { debug() {}, info() {}, warn: console.error, error: console.error };
  const redis = new Redis(url, { enableAutoPipelining: true });
  const store = redisStore(redis);
  const id = crypto.randomUUID();
  const sender = () => ({ id, now: Date.now(), lease: 3_000 });
  const telegram = new Api("1:token");
  stub(telegram);
  const performer = {
    api: telegram,
    openDocument: async () => new Uint8Array(),
    shared: createSharedFiles(),
    menus: { register: async () => {}, choose: async () => {} },
  };
  const channel: Channel = {
    name: "telegram",
    can: {
      ...{ choices: "buttons", textLength: 4096, captionLength: 1024, choiceCount: 90 },
      ...{ deletesReceived: true, sharesContact: true },
    },
    start: async () => {},
    async send(chat, message) {
      let shown: string | undefined;
      for (const call of render(Number(chat), message)) shown = await perform(call, performer);
      return shown;
    },
    fetchFile: async () => new Uint8Array(),
    stop: async () => {},
  };
  const channels = new Map([["telegram", channel]]);
  const outbox = createOutbox({ channels, store, sender, pauses: createPauses(), log });
  const house = openHouse(api, {
    ...{ links: false, deletesReceived: () => true, sharesContact: () => true },
    shownOn: () => [],
    fetchFile: async () => new Uint8Array(),
  });
  const engine = createEngine({
    ...{ house, store, sender, owe: outbox.owe },
    fitTo: (_, message) => fitMessage(message, channel.can),
    wrong: (_, cause) => console.error(cause),
  });
  const intake = createIntake(telegram, log, undefined);
  const receive = receiveFrom(channel, engine);
  return {
    take: async (update) => intake(update)?.work?.hand(receive),
    // A chat's version is the number of its turns.
    counted: async (chat) => (await store.load({ channel: "telegram", chat: String(chat) })).version,
    idle: () => outbox.idle(),
    close: () => redis.quit(),
  };
}
