import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import type { ChannelLog } from "./log.ts";

/** Every way in which the page can be told no: code, status, title. The page has its own sentence for each. */
const refusals = {
  "validation-failed": { status: 400, title: "The request does not have the expected form" },
  "no-chat": { status: 401, title: "No cookie came with this: open /chat first" },
  "cross-site": { status: 403, title: "Only the chat page itself may do this" },
  "not-found": { status: 404, title: "There is nothing here" },
  "payload-too-large": { status: 413, title: "The request is too large" },
  "unsupported-media-type": { status: 415, title: "This takes JSON" },
  "too-many-requests": { status: 429, title: "Too many requests" },
  unavailable: { status: 503, title: "This cannot be taken in now; the same request may be sent again" },
} as const;
type Code = keyof typeof refusals;

/** What comes with a refusal. `retryAfter` is in seconds. */
type Details = { retryAfter?: number; errors?: { path: string; message: string }[] };

/** A "no" to the page, thrown by a route and sent as a problem of RFC 9457. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly code: Code;
  readonly details: Details;

  constructor(code: Code, details: Details = {}) {
    super(refusals[code].title);
    this.code = code;
    this.details = details;
  }
}

/** Makes the error handler. What no route refused is our fault, is logged, and may be tried again: `unavailable`. */
export function answerRefusals(log: ChannelLog) {
  return (error: FastifyError | Refusal, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const { code, details } = error instanceof Refusal ? error : new Refusal(codeOf(error));
    const { status, title } = refusals[code];
    if (!(error instanceof Refusal) && status >= 500)
      log.error(
        { cause: error, method: request.method, route: request.routeOptions.url },
        "the chat page failed",
      );
    if (details.retryAfter !== undefined) reply.header("retry-after", details.retryAfter);
    return reply
      .code(status)
      .type("application/problem+json")
      .send({ type: `/problems/${code}`, title, status, code, ...details });
  };
}

/** Fastify's own refusals of a request, as ours. */
function codeOf({ statusCode = 500 }: FastifyError): Code {
  if (statusCode === 413) return "payload-too-large";
  if (statusCode === 415) return "unsupported-media-type";
  return statusCode < 500 ? "validation-failed" : "unavailable";
}
