import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import type { Cluster, Redis } from "ioredis";
import { createLease } from "../../lease.ts";
import type { SupervisorLog } from "./supervisor.ts";

export type NumberOptions = {
  redis: Redis | Cluster | undefined;
  /** Called before each beginning. What it throws is told, and the number is begun with later. */
  prepare: () => Promise<void>;
  begin: () => void;
  /** Another process may have the number: resolves when this one has let go of it. */
  end: () => Promise<void>;
  log: SupervisorLog;
};

/** How often (ms) to ask whether another process still has the number. */
const askEvery = 500;

/**
 * A number is in one browser at a time: waits until no other process has it, begins, ends when another may have it, and
 * waits again.
 */
export function holdNumber({ redis, prepare, begin, end, log }: NumberOptions): {
  /** Begins nothing more. Resolves when nothing is being begun; what was, goes on. */
  stop(): Promise<void>;
  /** Lets another process have the number. */
  release(): Promise<void>;
} {
  const stopping = new AbortController();
  let losing = new AbortController();
  const lease = createLease(redis, "whatsapp-web", () => losing.abort());

  async function run(): Promise<void> {
    losing = new AbortController();
    const over = AbortSignal.any([stopping.signal, losing.signal]);
    if (!(await lease.mine())) return;
    await prepare();
    if (over.aborted) return;
    begin();
    await once(over, "abort");
    if (stopping.signal.aborted) return;
    log.warn({}, "another process may have WhatsApp's number; the browser of this one is closed");
    await end();
  }

  let failure = "";
  /** Told once, not at each of its tries. */
  function tell(cause: unknown): void {
    const why = String(cause);
    if (why !== failure) log.warn({ cause }, "WhatsApp cannot be begun with; it will be tried again");
    failure = why;
  }

  async function runForever(): Promise<void> {
    const { signal } = stopping;
    while (!signal.aborted) {
      await run().catch(tell);
      await sleep(askEvery, undefined, { signal }).catch(() => {});
    }
  }

  const running = runForever();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
    release: lease.release,
  };
}
