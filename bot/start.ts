import type { Logger } from "pino";
import { Registry } from "prom-client";
import { type Closing, createClosing, ends } from "./closing.ts";
import type { Config } from "./config.ts";
import { type Check, createHttp } from "./http.ts";
import { listen } from "./listen.ts";
import { createLog } from "./log.ts";
import { metricsPage } from "./metrics/page.ts";
import { processFigures } from "./metrics/process.ts";
import { standing } from "./metrics/standing.ts";
import { connectRedis } from "./redis.ts";
import { serveApi } from "./roles/api.ts";
import { serveBot, startBot } from "./roles/bot.ts";
import { openConversations } from "./roles/conversations.ts";
import { startWorker } from "./roles/worker.ts";
import { startTracing, type Tracing } from "./tracing/tracing.ts";

/** The program, running. */
export type Running = {
  /** Where it listens. */
  url: string;
  /** The database is the demo university in this folder, not one of the operator's. */
  demo: boolean;
  /** What keeps messengers away when it is ready, a sentence each; they are tried again. */
  troubles: readonly string[];
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
    const opened = await open(config, log, closing, tracing);
    const demo = config.has("api") && config.DATABASE_URL === undefined;
    return { ...opened, demo, log, stop: () => closing.all() };
  } catch (error) {
    await closing.all();
    throw error;
  }
}

async function open(
  config: Config,
  log: Logger,
  closing: Closing,
  tracing: Tracing,
): Promise<Pick<Running, "url" | "troubles">> {
  const redis = config.REDIS_URL
    ? await connectRedis(config.REDIS_URL, (cause) => log.warn({ cause: cause.message }, "Redis is away"))
    : undefined;
  if (redis) closing.add("Redis", async () => redis.disconnect());
  const clocks = new AbortController();
  closing.add("the clocks", async () => clocks.abort());
  const checks = new Map<string, Check>();
  const http = createHttp(log, checks);
  const metrics = config.METRICS === "on" ? new Registry() : undefined;
  if (metrics) await http.register(metricsPage([processFigures(), metrics], config.API_KEY));
  const program = { config, http, log, tracing, closing, checks, stopped: clocks.signal, metrics, redis };

  if (config.has("api")) await serveApi(program);
  closing.add("requests", () => http.close(), ends.requests);
  if (!config.has("bot") && !config.has("worker")) {
    if (metrics) standing([metrics], checks, undefined);
    return { url: await listen(http, config), troubles: [] };
  }
  const conversations = await openConversations(program);
  if (config.has("bot")) await serveBot(program, conversations);
  const url = await listen(http, config);
  if (config.has("worker")) startWorker(program, conversations);
  if (config.has("bot")) await startBot(program, conversations);
  const troubles = [...conversations.channels.values()].flatMap(({ trouble }) => trouble?.() ?? []);
  return { url, troubles };
}
