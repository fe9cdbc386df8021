import { setTimeout as sleep } from "node:timers/promises";
import { Cluster, Redis } from "ioredis";
import { ConfigError } from "./config.ts";

/** How long an answer may take, in ms. */
const patience = 5_000;

/** How often (ms) a server that loads its data, as after a power cut, is asked again, and for how long at most. */
const loading = { pause: 500, most: 30_000 };

/**
 * A command to a Redis that falls silent fails after some seconds, and is repeated by its caller. A connection over
 * which nothing comes is opened anew, and so is one to a server that has become a replica, so that it leads to its
 * successor. The command may have been done all the same: every script of ours may be run twice.
 */
const steadfast = {
  ...{ connectTimeout: patience, commandTimeout: patience, socketTimeout: 2 * patience },
  maxRetriesPerRequest: 3,
  maxLoadingRetryTime: loading.pause,
  retryStrategy: (times: number) => Math.min(50 * 2 ** times, 1_000) + Math.random() * 200,
  reconnectOnError: ({ message }: Error) => (/^(?:READONLY|MASTERDOWN)/.test(message) ? 2 : false),
} as const;

/**
 * Connects to Redis: one address, or several with commas for a cluster.
 * @param onError told of every lost connection; ioredis connects again by itself
 * @throws {@link ConfigError} where nothing answers, or only a replica
 */
export async function connectRedis(url: string, onError: (cause: Error) => void): Promise<Redis | Cluster> {
  const addresses = url.split(",").map((address) => address.trim());
  await untilLoaded(addresses);
  const redis = await connect(addresses, onError);
  if (await isReplica(redis)) {
    redis.disconnect();
    throw new ConfigError(
      `REDIS_URL leads to a replica, which takes no writes, at ${withoutPassword(addresses)}; name the primary, such as redis://127.0.0.1:6379.`,
    );
  }
  return redis;
}

/** Waits out that a server is loading what it kept: whoever started with it need not be started again. */
async function untilLoaded(addresses: readonly string[]): Promise<void> {
  for (const begun = performance.now(); await isLoading(addresses); await sleep(loading.pause)) {
    if (performance.now() < begun + loading.most) continue;
    throw new ConfigError(
      `REDIS_URL leads to a Redis that is still loading what it kept, at ${withoutPassword(addresses)}; start again when it is done.`,
    );
  }
}

/** Whether one of them says that it is loading, for which our client would wait in silence. */
async function isLoading(addresses: readonly string[]): Promise<boolean> {
  const ask = async (address: string) => {
    const one = new Redis(address, {
      ...{ ...steadfast, retryStrategy: () => null, enableReadyCheck: false, lazyConnect: true },
    });
    one.on("error", () => {});
    try {
      return /^loading:1/m.test(await one.info("persistence"));
    } catch {
      return false;
    } finally {
      one.disconnect();
    }
  };
  return (await Promise.all(addresses.map(ask))).includes(true);
}

async function connect(addresses: string[], onError: (cause: Error) => void): Promise<Redis | Cluster> {
  const options = { ...steadfast, enableAutoPipelining: true, lazyConnect: true };
  const [only = ""] = addresses;
  const redis =
    addresses.length > 1
      ? new Cluster(addresses, { enableAutoPipelining: true, redisOptions: options, lazyConnect: true })
      : new Redis(only, options);
  let first: Error | undefined;
  let connected = false;
  redis.on("error", (error: Error) => {
    first ??= error;
    if (connected) onError(error);
  });
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error("no answer")), patience).unref();
  });
  try {
    await Promise.race([redis.connect().then(() => redis.ping()), late]);
    // A database that is not there: everything would be put into another one.
    if (first) throw first;
    connected = true;
    return redis;
  } catch (cause) {
    redis.disconnect();
    const reason = (first ?? (cause as Error)).message;
    throw new ConfigError(
      `REDIS_URL: nothing answers as Redis at ${withoutPassword(addresses)} (${reason}).`,
      { cause },
    );
  }
}

/** Whether a server follows another one. In a cluster the client finds the primaries; who may not ask is let in. */
async function isReplica(redis: Redis | Cluster): Promise<boolean> {
  if (redis instanceof Cluster) return false;
  const [role] = await redis.role().catch(() => []);
  return role === "slave";
}

/** What time it is there, in ms since 1970. */
export async function timeOf(redis: Redis | Cluster): Promise<number> {
  const [seconds = 0, microseconds = 0] = (await redis.time()).map(Number);
  return seconds * 1_000 + microseconds / 1_000;
}

const withoutPassword = (addresses: readonly string[]): string =>
  addresses.map((address) => new URL(address).host || address).join(", ");
