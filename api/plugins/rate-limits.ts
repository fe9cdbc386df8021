import rateLimit, { normalizeIP } from "@fastify/rate-limit";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Cluster, Redis } from "ioredis";
import { Problem } from "../contract/problems.ts";
import { sameSecret } from "../contract/same-secret.ts";
import { tokenHash } from "../logins/tokens.ts";
import { bearerToken, UnknownToken } from "./authentication.ts";

const minute = 60_000;
/** Requests a minute. The university's own programs speak for everybody, so they are all but unlimited. */
const mostAMinute = { service: 600_000, student: 240, address: 300 };

/** For the login page, by address: many phones share one, so account and chat have limits too (rules/lockout.ts). */
export const loginPageRate = { max: 60, timeWindow: minute, keyGenerator: byAddress };

/**
 * Limits how often one caller may ask: by service key, by student token, and otherwise by address. From an address that
 * sends too many unknown tokens no token is looked up until its minute is over.
 */
export async function limitRates(
  app: FastifyInstance,
  serviceKey: string,
  redis: Redis | Cluster | undefined,
): Promise<void> {
  await app.register(rateLimit, {
    timeWindow: minute,
    keyGenerator: (request) => callerKey(request, serviceKey),
    max: (_request, key) => mostAMinute[kindOf(key)],
    errorResponseBuilder: (_request, { ttl }) =>
      new Problem("too-many-requests", { retryAfter: Math.ceil(ttl / 1000) }),
    // Better unlimited for a while than down when Redis is.
    ...(redis && { redis, nameSpace: "rabta:rate:", skipOnError: true }),
  });

  const guessing = app.createRateLimit({
    ...{ timeWindow: minute, max: mostAMinute.address },
    keyGenerator: (request) => `guess:${byAddress(request)}`,
  });
  /** Until when each address that guesses has to wait. Kept here, so that every other request is counted only once. */
  const waits = new Map<string, number>();
  app.addHook("onError", async (request, _reply, error) => {
    if (!(error instanceof UnknownToken)) return;
    const counted = await guessing(request);
    if (counted.isAllowed || !counted.isExceeded) return;
    const now = Date.now();
    for (const [address, until] of waits) if (until <= now) waits.delete(address);
    waits.set(byAddress(request), now + counted.ttl);
  });
  app.addHook("onRequest", async (request) => {
    const wait = (waits.get(byAddress(request)) ?? 0) - Date.now();
    if (wait <= 0 || !callerKey(request, serviceKey).startsWith("student:")) return;
    throw new Problem("too-many-requests", { retryAfter: Math.ceil(wait / 1000) });
  });
}

type Kind = keyof typeof mostAMinute;

function callerKey(request: FastifyRequest, serviceKey: string): `${Kind}:${string}` {
  const token = bearerToken(request);
  if (token === undefined) return byAddress(request);
  return sameSecret(token, serviceKey) ? "service:" : `student:${tokenHash(token)}`;
}

function byAddress(request: FastifyRequest): `address:${string}` {
  return `address:${normalizeIP(request.ip)}`;
}

function kindOf(key: string): Kind {
  if (key.startsWith("service:")) return "service";
  return key.startsWith("student:") ? "student" : "address";
}
