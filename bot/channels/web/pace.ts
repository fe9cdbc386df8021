import { normalizeIP } from "@fastify/rate-limit";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { chatOf } from "./chat-cookie.ts";
import { Refusal } from "./refusals.ts";

/** How many updates a minute one chat may post. */
const perChat = 60;
/** And one address: many students stand behind one address of a mobile network. */
const perAddress = 600;

/**
 * Limits how fast one route is called. The rate-limit plugin must be there already, and limit nothing by itself.
 * @throws a refusal `too-many-requests` from the route, with the seconds to wait
 */
export function limitPace(app: FastifyInstance): (request: FastifyRequest) => Promise<void> {
  const limits = [
    app.createRateLimit({ max: perChat, timeWindow: "1 minute", keyGenerator: byChat }),
    app.createRateLimit({ max: perAddress, timeWindow: "1 minute", keyGenerator: byAddress }),
  ];
  return async (request) => {
    for (const limit of limits) {
      const outcome = await limit(request);
      if (!outcome.isAllowed && outcome.isExceeded)
        throw new Refusal("too-many-requests", { retryAfter: outcome.ttlInSeconds });
    }
  };
}

const byChat = (request: FastifyRequest): string => `chat:${chatOf(request) ?? byAddress(request)}`;
const byAddress = (request: FastifyRequest): string => `address:${normalizeIP(request.ip)}`;
