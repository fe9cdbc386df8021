import { normalizeIP } from "@fastify/rate-limit";
import type { FastifyReply, FastifyRequest } from "fastify";
import { mostBytes } from "../../../api/contract/requests.ts";
import { Refusal } from "./refusals.ts";

/** The most bytes of files on their way into a process at once, in all and from one address. */
const most = { all: 20 * mostBytes, fromOneAddress: 5 * mostBytes };
/** How long (s) until a page whose file found no room tries again. */
const retryAfter = 5;

/**
 * Bounds the memory that files on their way in take: a stranger may take minutes to send one, and what has come of it
 * is in memory meanwhile. What finds no room is refused before any of it is read.
 * @returns a hook of `onRequest`. @throws a refusal `unavailable` from it
 */
export function roomForFiles(): (request: FastifyRequest, reply: FastifyReply) => Promise<void> {
  const onTheirWay = new Map<string, number>();
  return async (request, reply) => {
    const address = normalizeIP(request.ip);
    const bytes = Math.min(mostBytes, Number(request.headers["content-length"] ?? mostBytes));
    const own = onTheirWay.get(address) ?? 0;
    const all = onTheirWay.values().reduce((sum, some) => sum + some, 0);
    if (all + bytes > most.all || own + bytes > most.fromOneAddress)
      throw new Refusal("unavailable", { retryAfter });
    onTheirWay.set(address, own + bytes);
    reply.raw.once("close", () => {
      const left = (onTheirWay.get(address) ?? 0) - bytes;
      if (left > 0) onTheirWay.set(address, left);
      else onTheirWay.delete(address);
    });
  };
}
