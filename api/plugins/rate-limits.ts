import rateLimit, { normalizeIP } from "@fastify/rate-limit";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Cluster, Redis } from "ioredis";
import { Problem } from "../contract/problems.ts";
import { sameSecret, tokenHash } from "../logins/tokens.ts";
import { bearerToken } from "./authentication.ts";

/** Requests a minute. The university's own programs speak for everybody, so they are all but unlimited. */
const mostAMinute = { service: 600_000, student: 240, address: 300 };

/** For the login page, by address: many phones share one, so account and chat are limited besides (rules/lockout.ts). */
export const loginPageRate = { max: 60, timeWindow: 60_000, keyGenerator: byAddress };

/** Limits how often one caller may ask: by service key, by student token, and otherwise by address. */
export async function limitRates(
  app: FastifyInstance,
  serviceKey: string,
  redis: Redis | Cluster | undefined,
): Promise<void> {
  await app.register(rateLimit, {
    timeWindow: 60_000,
    keyGenerator: (request) => callerKey(request, serviceKey),
    max: (_request, key) => mostAMinute[kindOf(key)],
    errorResponseBuilder: (_request, { ttl }) =>
      new Problem("too-many-requests", { retryAfter: Math.ceil(ttl / 1000) }),
    // Better unlimited for a while than down when Redis is.
    ...(redis && { redis, nameSpace: "rabta:rate:", skipOnError: true }),
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
