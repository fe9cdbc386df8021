import helmet from "@fastify/helmet";
import type { FastifyInstance } from "fastify";

/** The headers that keep browsers careful: the API's answers are data, so nothing in them may run or be framed. */
export async function guardHeaders(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
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
  app.addHook("onSend", async (request, reply) => {
    reply.header("x-request-id", request.id);
    if (!reply.hasHeader("cache-control")) reply.header("cache-control", "private, no-store");
  });
}
