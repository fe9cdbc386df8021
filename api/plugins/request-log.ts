import type { FastifyInstance } from "fastify";

/**
 * One log line a request: what was asked by its pattern, since an address may hold a login link's token; never a body,
 * a header or who asked.
 */
export function logRequests(app: FastifyInstance): void {
  app.addHook("onResponse", async (request, reply) => {
    const { method, routeOptions } = request;
    const ms = Math.round(reply.elapsedTime * 10) / 10;
    request.log.info({ method, route: routeOptions.url ?? "none", status: reply.statusCode, ms }, "answered");
  });
}
