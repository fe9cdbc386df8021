import type { FastifyInstance } from "fastify";
import { Histogram, type Registry } from "prom-client";

/** Times requests by the pattern of their address: an address itself may name somebody, and there are no end of them. */
export function requestFigures(app: FastifyInstance, registers: Registry[]): void {
  const seconds = new Histogram({
    name: "rabta_api_request_seconds",
    help: "Requests to the API by method, route (its pattern) and class of status (2xx …); routes that wait for work answer late on purpose",
    labelNames: ["method", "route", "status"],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers,
  });
  app.addHook("onResponse", async ({ method, routeOptions }, reply) => {
    const status = `${Math.floor(reply.statusCode / 100)}xx`;
    const known = routeOptions.url !== undefined;
    const labels = { method: known ? method : "any", route: routeOptions.url ?? "none", status };
    seconds.observe(labels, reply.elapsedTime / 1000);
  });
}
