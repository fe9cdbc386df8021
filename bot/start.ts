import { randomUUID } from "node:crypto";
import type { FastifyInstance } from "fastify";
import type { Logger } from "pino";
import { Registry } from "prom-client";
import { createEngine } from "../conversations/engine/engine.ts";
import { memoryStore } from "../conversations/engine/stores/memory-store.ts";
import { redisStore } from "../conversations/engine/stores/redis-store.ts";
import { flows } from "../conversations/flows/index.ts";
import { openHouse } from "../conversations/house.ts";
import { learnNow } from "../conversations/understanding/understand.ts";
import { translate } from "../conversations/words/words.ts";
import type { Channel } from "./channels/channel.ts";
import { openChannels } from "./channels/index.ts";
import { createRoom } from "./channels/room.ts";
import { followClock } from "./clock.ts";
import { type Closing, createClosing } from "./closing.ts";
import { type Config, ConfigError } from "./config.ts";
import { previews } from "./delivery/broadcast-preview.ts";
import { sendBroadcastTest } from "./delivery/broadcast-test.ts";
import { createWatcher } from "./delivery/broadcast-watches.ts";
import { createBroadcaster } from "./delivery/broadcasts.ts";
import { broadcastRates, createBudget } from "./delivery/budget.ts";
import { fitMessage } from "./delivery/fit.ts";
import { createOutbox } from "./delivery/outbox.ts";
import { deliverOwed } from "./delivery/owed.ts";
import { createPauses } from "./delivery/pauses.ts";
import { createReceipts } from "./delivery/receipts.ts";
import { sweep } from "./delivery/sweep.ts";
import { openDesks } from "./desk/index.ts";
import { deskPage } from "./desk/page-routes.ts";
import { type Check, createHttp } from "./http.ts";
import { createLog } from "./log.ts";
import { messageFigures } from "./metrics/messages.ts";
import { metricsPage } from "./metrics/page.ts";
import { processFigures } from "./metrics/process.ts";
import { standing } from "./metrics/standing.ts";
import { turnFigures } from "./metrics/turns.ts";
import { collectMisunderstandings } from "./misunderstood.ts";
import { fetchFileFrom, receiveFrom } from "./receive.ts";
import { connectRedis, timeOf } from "./redis.ts";
import { repeat } from "./repeat.ts";
import { startTracing, type Tracing } from "./tracing/tracing.ts";
import { reachUniversity } from "./university.ts";

/** A chat's outbox is held for so long (ms) without a sign of life; then its sender counts as dead. */
const lease = 3_000;
/** A broadcast goes on within seconds when the API is back, so it is asked again after so long (ms) at most. */
const broadcastPause = 1_000;
/** How often we look for what was left behind, in ms. */
const sweepEvery = 1_000;
/**
 * By when (ms after a stop began) what is under way must have ended: turns, then what is sent, then requests. Who comes
 * later is left to another process, or to the next start.
 */
const ends = { turns: 5_000, workers: 5_300, outbox: 7_500, receipts: 8_000, requests: 8_700 };

/** The program, running. */
export type Running = {
  /** Where it listens. */
  url: string;
  /** The database is the demo university in this folder, not one of the operator's. */
  demo: boolean;
  log: Logger;
  /** Takes nothing more, finishes what is under way, and lets go of everything; within ten seconds, come what may. */
  stop(): Promise<void>;
};

/**
 * Starts what the configuration asks for.
 * @throws an error whose message is one sentence for the operator, where something cannot be
 */
export async function start(config: Config): Promise<Running> {
  const tracing = await startTracing(config.OTEL_EXPORTER_OTLP_ENDPOINT);
  const log = createLog(config, tracing.ids);
  const closing = createClosing(log);
  closing.add("traces", () => tracing.stop());
  try {
    const url = await open(config, log, closing, tracing);
    const demo = config.has("api") && config.DATABASE_URL === undefined;
    return { url, demo, log, stop: () => closing.all() };
  } catch (error) {
    await closing.all();
    throw error;
  }
}

async function open(config: Config, log: Logger, closing: Closing, tracing: Tracing): Promise<string> {
  const redis = config.REDIS_URL
    ? await connectRedis(config.REDIS_URL, (cause) => log.warn({ cause: cause.message }, "Redis is away"))
    : undefined;
  if (redis) closing.add("Redis", async () => redis.disconnect());
  const stopped = new AbortController();
  closing.add("the clocks", async () => stopped.abort());
  const checks = new Map<string, Check>();
  const http = createHttp(log, checks);
  const metrics = config.METRICS === "on" ? new Registry() : undefined;
  if (metrics) await http.register(metricsPage([processFigures(), metrics], config.API_KEY));

  if (config.has("api")) {
    // Only the process that is the API loads what may touch the database.
    const { openUniversity, openStorage, apiPlugin } = await import("../api/index.ts");
    const university = await openUniversity({
      databaseUrl: config.DATABASE_URL,
      replicaUrl: config.DATABASE_REPLICA_URL,
      dataDir: config.DATA_DIR,
      encryptionKey: config.ENCRYPTION_KEY,
      log,
    });
    const { database, cipher } = university;
    closing.add("the database", () => university.close());
    checks.set("database", async () => void (await database.query("SELECT 1")));
    // The embedded database has this process's clock.
    const now =
      database.kind === "pglite"
        ? Date.now
        : await followClock(async () => {
            const { rows } = await database.query("SELECT extract(epoch FROM clock_timestamp()) AS now");
            return Number(rows[0]?.now) * 1000;
          }, stopped.signal);
    await http.register(apiPlugin, {
      ...{ database, cipher, now: () => new Date(now()) },
      serviceKey: config.API_KEY,
      university: config.UNIVERSITY,
      ...(config.PUBLIC_URL !== undefined && { publicUrl: config.PUBLIC_URL }),
      storage: openStorage({ dataDir: config.DATA_DIR, s3Url: config.S3_URL }),
      ...(config.SMTP_URL !== undefined && { smtpUrl: config.SMTP_URL }),
      ...(config.SMS_URL !== undefined && { smsUrl: config.SMS_URL }),
      ...(redis && { redis }),
      ...(metrics && { metrics }),
      traced: config.OTEL_EXPORTER_OTLP_ENDPOINT !== undefined,
    });
  }
  closing.add("requests", () => http.close(), ends.requests);
  if (!config.has("bot") && !config.has("worker")) {
    if (metrics) standing([metrics], checks, undefined);
    return listen(http, config);
  }

  const store = redis ? redisStore(redis) : memoryStore();
  checks.set("sessions", () => store.check());
  const id = randomUUID();
  const now = redis ? await followClock(() => timeOf(redis), stopped.signal) : Date.now;
  const me = () => ({ id, now: now(), lease });
  const university = reachUniversity(
    () => config.API_URL ?? [addressOf(http)],
    config.API_KEY,
    tracing.follow,
  );
  closing.add("the line to the API", () => university.close());
  const receipts = createReceipts(
    () => university.api,
    (cause) => log.warn({ cause }, "receipts could not be told; they will be again"),
  );
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
  if (config.has("bot")) {
    for (const { routes } of channels.values()) if (routes) await http.register(routes);
    await http.register(
      deskPage({
        ...{ api: university.api, university: config.UNIVERSITY, language: config.DESK_LANGUAGE },
        channels: () => [...channels.values()],
      }),
    );
    http.get("/", (_request, reply) => reply.redirect("/chat"));
  }
  const pauses = createPauses();
  const outbox = createOutbox({
    ...{ store, sender: me, pauses, receipts, log },
    channels: new Map([...channels].map(([name, channel]) => [name, counted(channel, "chat")])),
  });
  if (metrics) standing([metrics], checks, { outbox, store });
  closing.add("what is not sent yet", () => outbox.stop());
  closing.add("what is being sent", () => outbox.idle(), ends.outbox);
  const api = turns ? university.watched((call) => turns.timed("api", call)) : university.api;
  if (config.has("bot")) {
    const begun = performance.now();
    learnNow(Object.keys(flows));
    log.debug({ ms: Math.round(performance.now() - begun) }, "ready to understand what is written");
  }
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
    wrong: ({ id, address }, cause) =>
      log.error({ update: id, channel: address.channel, cause }, "a turn went wrong"),
  });
  const desks = openDesks(channels, {
    api: university.api,
    language: config.DESK_LANGUAGE,
    t: translate(config.DESK_LANGUAGE),
    openFile: university.openThreadFile,
    log,
  });
  for (const desk of desks) closing.add("the desk", () => desk.stop(), ends.workers);
  const url = await listen(http, config);
  if (config.has("worker")) {
    for (const desk of desks) desk.start();
    const failed = (what: string) => (cause: unknown) =>
      log.warn({ cause }, `${what} failed; it will be tried again`);
    const names = [...channels.keys()];
    const budget = createBudget(redis, {
      ...broadcastRates,
      telegram: config.TELEGRAM_BROADCAST_RATE,
      "whatsapp-cloud": config.WHATSAPP_CLOUD_BROADCAST_RATE,
    });
    const broadcasting = [...channels.values()].map((channel) =>
      repeat(
        createBroadcaster({
          api: university.api,
          channel: counted(channel, "broadcast"),
          budget,
          pauses,
          receipts,
          log,
        }),
        0,
        failed(`a broadcast over ${channel.name}`),
        broadcastPause,
      ),
    );
    const watching = repeat(
      createWatcher({ api: university.api, channels, log }),
      0,
      failed("showing how far a broadcast is"),
    );
    const sweeping = repeat(() => sweep(store, outbox, engine, me), sweepEvery, failed("the sweep"));
    const owing = repeat(
      () =>
        deliverOwed(university.api, names, engine, log, {
          "broadcast-test": (owed) => sendBroadcastTest(university.api, channels, owed),
        }),
      0,
      failed("the lease of deliveries"),
    );
    closing.add(
      "the workers",
      async () => {
        // The lease may be waiting at the API; it ends when the line to the API is closed.
        void owing.stop();
        void watching.stop();
        // Who was written to last is told of before that.
        await Promise.all([sweeping, ...broadcasting].map((one) => one.stop()));
      },
      ends.workers,
    );
  }
  if (config.has("bot")) {
    const begun: Channel[] = [];
    closing.add(
      "turns",
      async () => void (await Promise.allSettled(begun.map((channel) => channel.stop()))),
      ends.turns,
    );
    for (const channel of channels.values()) {
      begun.push(channel);
      await channel.start(receiveFrom(channel, engine));
    }
  }
  return url;
}

async function listen(http: FastifyInstance, { PORT, HOST }: Config): Promise<string> {
  try {
    return await http.listen({ port: PORT, host: HOST });
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
    if (code === "EADDRINUSE") {
      throw new ConfigError(
        `PORT ${PORT} is taken by another program; set another one, like PORT=${PORT + 1}.`,
        { cause },
      );
    }
    if (code === "EACCES")
      throw new ConfigError(`PORT ${PORT} may not be used by this user; one from 1024 may.`, { cause });
    if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
      throw new ConfigError(
        `HOST ${HOST} is no address of this machine; 127.0.0.1 is, and 0.0.0.0 means all.`,
        { cause },
      );
    }
    throw cause;
  }
}

/** Where the server listens, as this machine itself calls it. */
function addressOf(http: FastifyInstance): string {
  const address = http.server.address();
  if (typeof address !== "object" || address === null) throw new Error("the server does not listen yet");
  const anywhere = address.address === "0.0.0.0" || address.address === "::";
  const host = anywhere ? "127.0.0.1" : address.family === "IPv6" ? `[${address.address}]` : address.address;
  return `http://${host}:${address.port}`;
}
