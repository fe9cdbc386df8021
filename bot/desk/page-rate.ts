import rateLimit, { normalizeIP } from "@fastify/rate-limit";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { tokenOf } from "./page-caller.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Only staff are answered here. */
    ofStaff?: boolean;
  }
}

/** For a route that answers staff alone, and that their pages ask again and again. */
export const ofStaff = { config: { ofStaff: true } };

/** Logins from one address: whoever tries one password at many accounts is not slowed down by any account's wait. */
export const loginRate = { max: 20, timeWindow: "1 minute", keyGenerator: addressOf };

/** Requests a minute, of one login; without one, from one address. */
const mostAMinute = 600;
/** So many logins are remembered: far more than a university's staff. */
const mostLogins = 10_000;

/**
 * Limits how often the desk's pages ask. An office is behind one address, and everybody in it asks every few seconds: who is
 * logged in is counted alone. What a stranger makes up is no login: the API has to have answered it.
 */
export async function limitPageRates(app: FastifyInstance): Promise<void> {
  const logins = new Set<string>();
  await app.register(rateLimit, {
    ...{ max: mostAMinute, timeWindow: "1 minute", skipOnError: true },
    keyGenerator(request) {
      const token = tokenOf(request);
      return token !== undefined && logins.has(token) ? `login:${token}` : addressOf(request);
    },
  });
  app.addHook("onResponse", async (request, reply) => {
    const token = tokenOf(request);
    if (token === undefined) return;
    if (reply.statusCode === 401) logins.delete(token);
    if (reply.statusCode !== 200 || !request.routeOptions.config.ofStaff) return;
    logins.add(token);
    // Who is forgotten is known again when they next ask.
    const [first] = logins;
    if (logins.size > mostLogins && first !== undefined) logins.delete(first);
  });
}

function addressOf({ ip }: FastifyRequest): string {
  return `address:${normalizeIP(ip)}`;
}
