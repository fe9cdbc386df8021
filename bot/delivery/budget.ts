import type { Cluster, Redis } from "ioredis";

/** How often a channel may be written to by broadcasts, all workers together. */
export type Budget = {
  /** Messages a second; infinitely many where a channel is not paced. */
  perSecond(channel: string): number;
  /** Takes up to `wanted` messages. @returns how many may go now, and how long (ms) to wait for more */
  take(channel: string, wanted: number): Promise<{ granted: number; wait: number }>;
};

/**
 * Messages a second that broadcasts may send. The rest of a channel's own limit is for those who wait for an answer:
 * Telegram takes about 30 a second (https://core.telegram.org/bots/faq), the Cloud API 80, whatsapp-web.js as a person.
 */
export const broadcastRates: Record<string, number> = {
  telegram: 25,
  "whatsapp-cloud": 60,
  "whatsapp-web": 0.5,
  web: 1_000,
};

/** How long (ms) to wait while Redis does not answer. */
const whileAway = 500;

/** Fills a bucket of a second's worth steadily, and takes from it: atomic, so that any number of workers share it. */
const script = `
local rate = tonumber(ARGV[1])
local wanted = tonumber(ARGV[2])
local clock = redis.call("TIME")
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)
local kept = redis.call("HMGET", KEYS[1], "left", "at")
local most = math.max(1, rate)
-- A clock may go back: when it is set, or when a replica takes over.
local passed = math.max(0, now - tonumber(kept[2] or now))
local left = math.min(most, tonumber(kept[1] or most) + passed / 1000 * rate)
local granted = math.min(wanted, math.floor(left))
left = left - granted
redis.call("HSET", KEYS[1], "left", tostring(left), "at", tostring(now))
redis.call("PEXPIRE", KEYS[1], 60000)
local wait = 0
if granted < wanted then wait = math.ceil((1 - (left - math.floor(left))) / rate * 1000) end
return { granted, wait }`;

/** @param rates messages a second by channel; a channel without one is not paced */
export function createBudget(
  redis: Redis | Cluster | undefined,
  rates: Readonly<Record<string, number>> = broadcastRates,
  now: () => number = Date.now,
): Budget {
  const buckets = new Map<string, { left: number; at: number }>();
  return {
    perSecond: (channel) => rates[channel] ?? Number.POSITIVE_INFINITY,
    async take(channel, wanted) {
      const rate = rates[channel];
      if (rate === undefined) return { granted: wanted, wait: 0 };
      if (redis) {
        // While Redis is away nothing goes: whoever else sends could not be counted. The connection logs that it is.
        const answer = await redis
          .eval(script, 1, `rabta:budget:{${channel}}`, rate, wanted)
          .catch(() => [0, whileAway]);
        const [granted = 0, wait = 0] = Array.isArray(answer) ? answer.map(Number) : [];
        return { granted, wait };
      }
      const most = Math.max(1, rate);
      const bucket = buckets.get(channel) ?? { left: most, at: now() };
      const passed = Math.max(0, now() - bucket.at);
      const filled = Math.min(most, bucket.left + (passed / 1000) * rate);
      const granted = Math.min(wanted, Math.floor(filled));
      const left = filled - granted;
      buckets.set(channel, { left, at: now() });
      const wait = granted < wanted ? Math.ceil(((1 - (left - Math.floor(left))) / rate) * 1000) : 0;
      return { granted, wait };
    },
  };
}
