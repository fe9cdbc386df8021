import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import type { FastifyInstance } from "fastify";
import helmet from "helmet";

/** Keeps browsers careful: the API's answers are data, so nothing in them may run or be framed. */
const careful = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      "default-src": ["'none'"],
      "frame-ancestors": ["'none'"],
      "base-uri": ["'none'"],
      sandbox: [],
    },
  },
  referrerPolicy: { policy: "no-referrer" },
  frameguard: { action: "deny" },
  // Whether a whole domain is HTTPS only is for whoever runs it to say.
  strictTransportSecurity: false,
});

/**
 * The same on every answer, so made once. Made anew for each request, as @fastify/helmet does, they keep all that
 * belongs to the request alive for two collections of new objects.
 */
function carefulHeaders() {
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  careful(response.req, response, (failed) => {
    if (failed) throw failed;
  });
  return response.getHeaders();
}

/** Puts onto every answer what keeps browsers, and caches on the way, careful. */
export async function guardHeaders(app: FastifyInstance): Promise<void> {
  const headers = carefulHeaders();
  app.addHook("onRequest", async (_request, reply) => void reply.headers(headers));
  app.addHook("onSend", async (request, reply) => {
    reply.header("x-request-id", request.id);
    if (!reply.hasHeader("cache-control")) reply.header("cache-control", "private, no-store");
  });
}
