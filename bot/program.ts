import type { FastifyInstance } from "fastify";
import type { Cluster, Redis } from "ioredis";
import type { Logger } from "pino";
import type { Registry } from "prom-client";
import type { Closing } from "./closing.ts";
import type { Config } from "./config.ts";
import type { Check } from "./http.ts";
import type { Tracing } from "./tracing/tracing.ts";

/** What a process has whatever its roles are. */
export type Program = {
  config: Config;
  http: FastifyInstance;
  log: Logger;
  tracing: Tracing;
  closing: Closing;
  /** What must be true for it to be ready, by name. */
  checks: Map<string, Check>;
  /** Aborted when its clocks are to stop. */
  stopped: AbortSignal;
  /** Where it counts, unless nobody wants to know. */
  metrics: Registry | undefined;
  redis: Redis | Cluster | undefined;
};
