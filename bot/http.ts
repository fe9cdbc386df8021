import { randomUUID } from "node:crypto";
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from "fastify";
import { problems } from "../api/contract/problems.ts";
import { notFoundHeaders, notFoundPage } from "./not-found-page.ts";

/** Something that must answer before this process may be given work. @throws when it does not */
export type Check = () => Promise<void>;

/** How long (ms) a slow request may hold a connection; ten megabytes from a slow phone come through. */
const longestRequest = 300_000;

/** A check that takes longer than this, in ms, has failed. */
const patience = 3_000;

/**
 * Makes the HTTP server: health for the operator's probes, and room for the API's and the channels' routes.
 * @param checks what `/health/ready` asks, by name
 * @param requestTimeout how long (ms) a request may take to arrive
 */
export function createHttp(
  log: FastifyBaseLogger,
  checks: ReadonlyMap<string, Check>,
  requestTimeout = longestRequest,
): FastifyInstance {
  const http = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 1024 * 1024,
    requestTimeout,
    // Node looks now and then for those that take too long. Its limit for the headers alone is the shorter one.
    http: {
      headersTimeout: Math.min(60_000, requestTimeout),
      connectionsCheckingInterval: Math.min(30_000, requestTimeout / 2),
    },
    trustProxy: "loopback",
    // Unique across processes, whose logs are read together.
    genReqId: () => randomUUID(),
    // An address that is none (`/v1/%zz`) never gets as far as a route.
    frameworkErrors: (_error, _request, reply) => sendNotFound(reply),
    forceCloseConnections: "idle",
    return503OnClosing: true,
  });
  http.setNotFoundHandler((request, reply) =>
    isForPerson(request)
      ? reply
          .code(404)
          .headers(notFoundHeaders)
          .send(notFoundPage(http.hasRoute({ method: "GET", url: "/chat" })))
      : sendNotFound(reply),
  );
  http.get("/health/live", async () => ({ status: "ok" }));
  http.get("/health/ready", async (_request, reply) => {
    const results = await Promise.all(
      [...checks].map(async ([name, check]) => [name, await passes(check)] as const),
    );
    const ready = results.every(([, passed]) => passed);
    return reply
      .code(ready ? 200 : 503)
      .header("cache-control", "no-store")
      .send({ status: ready ? "ok" : "not ready", checks: Object.fromEntries(results) });
  });
  return http;
}

/** Whether somebody came by a browser: it says first of all that it shows pages. */
const isForPerson = ({ method, headers }: FastifyRequest): boolean =>
  method === "GET" && (headers.accept ?? "").startsWith("text/html");

function sendNotFound(reply: Pick<FastifyReply, "code">): FastifyReply {
  const code = "not-found";
  const { status, title } = problems[code];
  return reply
    .code(status)
    .type("application/problem+json")
    .header("x-content-type-options", "nosniff")
    .send({ type: `/problems/${code}`, title, status, code });
}

/** Whether a check passes within our patience. */
export async function passes(check: Check): Promise<boolean> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error("no answer")), patience).unref();
  });
  return Promise.race([check(), late]).then(
    () => true,
    () => false,
  );
}
