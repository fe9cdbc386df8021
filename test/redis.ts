import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { Redis } from "ioredis";
import { end } from "./end.ts";
import { freePort } from "./free-port.ts";

/** A Redis of the tests' own, on a free port, in a folder that goes with it. */
export type TestRedis = {
  url: string;
  readonly pid: number;
  /** Makes it forget everything. */
  flush(): Promise<void>;
  /**
   * Ends it as a power cut would, and starts it again at the same address some time later, in ms.
   * @param said what its log says when it is back
   */
  restart(pause?: number, said?: string): Promise<void>;
  stop(): Promise<void>;
};

/**
 * Starts a redis-server of one's own.
 * @param settings besides: as they are they win over those here, which keep nothing on disk
 * @returns undefined on a machine that has none
 */
export async function startRedis(...settings: string[]): Promise<TestRedis | undefined> {
  if (spawnSync("redis-server", ["--version"]).error) return undefined;
  const directory = await mkdtemp(join(tmpdir(), "rabta-redis-"));
  const port = await freePort();
  const flags = [
    "--port",
    `${port}`,
    "--bind",
    "127.0.0.1",
    "--dir",
    directory,
    "--save",
    "",
    "--appendonly",
    "no",
    ...settings,
  ];
  const start = async (said?: string) => {
    const started = spawn("redis-server", flags, { stdio: ["ignore", "pipe", "inherit"] });
    await ready(started, said);
    return started;
  };
  let server = await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    get pid() {
      return server.pid ?? 0;
    },
    async flush() {
      const client = new Redis(port, "127.0.0.1");
      await client.flushall();
      client.disconnect();
    },
    async restart(pause = 0, said) {
      await end(server, "SIGKILL");
      await sleep(pause);
      server = await start(said);
    },
    async stop() {
      await end(server, "SIGTERM");
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function ready(server: ChildProcess, said = "Ready to accept connections"): Promise<void> {
  if (!server.stdout) throw new Error("redis-server has no output");
  for await (const line of createInterface(server.stdout)) {
    if (line.includes(said)) {
      server.stdout.resume();
      return;
    }
  }
  throw new Error("redis-server ended before it was ready");
}
