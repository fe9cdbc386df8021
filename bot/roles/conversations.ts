import { randomUUID } from "node:crypto";
import { createEngine, type Engine } from "../../conversations/engine/engine.ts";
import { memoryStore } from "../../conversations/engine/stores/memory-store.ts";
import { redisStore } from "../../conversations/engine/stores/redis-store.ts";
import type { Sender, SessionStore } from "../../conversations/engine/stores/store.ts";
import { openHouse } from "../../conversations/house.ts";
import { translate } from "../../conversations/words/words.ts";
import type { Channel } from "../channels/channel.ts";
import { openChannels } from "../channels/index.ts";
import { createRoom } from "../channels/room.ts";
import { followClock } from "../clock.ts";
import { ends } from "../closing.ts";
import { previews } from "../delivery/broadcast-preview.ts";
import { fitMessage } from "../delivery/fit.ts";
import { createOutbox, type Outbox } from "../delivery/outbox.ts";
import { createPauses, type Pauses } from "../delivery/pauses.ts";
import { createReceipts, type Receipts } from "../delivery/receipts.ts";
import type { Desk } from "../desk/desk.ts";
import { openDesks } from "../desk/index.ts";
import { addressOf } from "../listen.ts";
import { messageFigures, type Purpose } from "../metrics/messages.ts";
import { standing } from "../metrics/standing.ts";
import { turnFigures } from "../metrics/turns.ts";
import { collectMisunderstandings } from "../misunderstood.ts";
import type { Program } from "../program.ts";
import { proveKey } from "../prove-key.ts";
import { fetchFileFrom } from "../receive.ts";
import { timeOf } from "../redis.ts";
import { reachUniversity, type University } from "../university.ts";

/** How long (ms) a chat's outbox is held without a sign of life; then its sender counts as dead. */
const lease = 3_000;

/** What the roles `bot` and `worker` share: whoever sends a message may have to run a turn, and the other way round. */
export type Conversations = {
  university: University;
  channels: ReadonlyMap<string, Channel>;
  /** A channel whose messages are counted, as a chat's or as a broadcast's. */
  counted: (channel: Channel, purpose: Purpose) => Channel;
  store: SessionStore;
  me: () => Sender;
  engine: Engine;
  outbox: Outbox;
  pauses: Pauses;
  receipts: Receipts;
  desks: readonly Desk[];
};

/** Opens all of it. Nothing comes in, and nothing is looked for, before a role begins. */
export async function openConversations(program: Program): Promise<Conversations> {
  const { config, http, log, tracing, closing, checks, stopped, metrics, redis } = program;
  const store = redis ? redisStore(redis) : memoryStore();
  checks.set("sessions", () => store.check());
  const id = randomUUID();
  const now = redis ? await followClock("Redis", () => timeOf(redis), stopped, log) : Date.now;
  const me = () => ({ id, now: now(), lease });
  const university = reachUniversity(
    () => config.API_URL ?? [addressOf(http)],
    config.API_KEY,
    tracing.follow,
  );
  closing.add("the line to the API", () => university.close());
  // What is in one process has one key.
  if (config.API_URL) {
    const proving = proveKey(config.API_URL, config.API_KEY, log);
    closing.add("the key", () => proving.stop());
  }
  const receipts = createReceipts(() => university.api, log);
  closing.add("receipts", () => receipts.stop(), ends.receipts);
  const misunderstandings = collectMisunderstandings(
    () => university.api,
    (cause) => log.warn({ cause }, "what was not understood could not be told; it will be again"),
  );
  closing.add("what was not understood", () => misunderstandings.stop(), ends.receipts);
  const turns = metrics && turnFigures([metrics]);
  const counted = metrics && turns ? messageFigures([metrics], turns) : (channel: Channel) => channel;
  const channels = openChannels(config, {
    openDocument: university.openDocument,
    receipts,
    room: createRoom(turns?.sentAway),
    log,
    ...(redis && { redis }),
  });
  const pauses = createPauses();
  const outbox = createOutbox({
    ...{ store, sender: me, pauses, receipts, log },
    channels: new Map([...channels].map(([name, channel]) => [name, counted(channel, "chat")])),
  });
  if (metrics) standing([metrics], checks, { channels, outbox, store, now });
  closing.add("what is not sent yet", () => outbox.stop());
  closing.add("what is being sent", () => outbox.idle(), ends.outbox);
  const api = turns ? university.watched((call) => turns.timed("api", call)) : university.api;
  const house = openHouse(api, {
    links: config.PUBLIC_URL !== undefined,
    deletesReceived: (name) => channels.get(name)?.can.deletesReceived ?? false,
    fetchFile: fetchFileFrom(channels),
    sharesContact: (name) => channels.get(name)?.can.sharesContact ?? false,
    shownOn: (message) => previews([...channels.values()], message),
  });
  const engine = createEngine({
    house,
    store,
    sender: me,
    owe: outbox.owe,
    misunderstood: misunderstandings.add,
    watch: tracing.watch(turns?.watch),
    fitTo(name, message) {
      const channel = channels.get(name);
      return channel ? fitMessage(message, channel.can) : [message];
    },
    wrong: ({ id: update, address: { channel, chat } }, cause) =>
      log.error({ update, channel, chat, cause }, "a turn went wrong"),
  });
  const desks = openDesks(channels, {
    api: university.api,
    language: config.DESK_LANGUAGE,
    t: translate(config.DESK_LANGUAGE),
    openFile: university.openThreadFile,
    log,
  });
  for (const desk of desks) closing.add("the desk", () => desk.stop(), ends.workers);
  return { university, channels, counted, store, me, engine, outbox, pauses, receipts, desks };
}
