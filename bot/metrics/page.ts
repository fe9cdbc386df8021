import type { FastifyPluginAsync, FastifyRequest } from "fastify";
import { Registry } from "prom-client";
import { sameSecret } from "../../api/contract/same-secret.ts";

/**
 * `GET /metrics`, for Prometheus: for whoever asks from this machine without a proxy between, and for whoever brings
 * the API's key, as a bearer token or as a password with any name. For everybody else there is no such page: the
 * figures name nobody, but how busy the university is, and with what, is the operator's own.
 */
export const metricsPage =
  (registries: Registry[], key: string): FastifyPluginAsync =>
  async (app) => {
    app.get("/metrics", async (request, reply) => {
      if (!isFromHere(request) && !hasKey(request.headers.authorization, key)) return reply.callNotFound();
      const texts = await Promise.all(registries.map((registry) => registry.metrics()));
      return reply
        .header("cache-control", "no-store")
        .type(Registry.PROMETHEUS_CONTENT_TYPE)
        .send(texts.join("\n"));
    });
  };

/** What a proxy adds: behind one, everybody seems to ask from this machine. */
const proxied = ["forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-real-ip"] as const;

function isFromHere({ socket, headers }: FastifyRequest): boolean {
  const address = socket.remoteAddress?.replace(/^::ffff:/, "") ?? "";
  const isLoopback = address === "::1" || address.startsWith("127.");
  return isLoopback && proxied.every((name) => headers[name] === undefined);
}

function hasKey(header: string | undefined, key: string): boolean {
  const [, scheme = "", given = ""] = /^(Bearer|Basic) +(\S+)\s*$/i.exec(header ?? "") ?? [];
  if (scheme === "") return false;
  if (scheme.toLowerCase() === "bearer") return sameSecret(given, key);
  const pair = Buffer.from(given, "base64").toString();
  return sameSecret(pair.slice(pair.indexOf(":") + 1), key);
}
