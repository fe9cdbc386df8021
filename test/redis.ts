import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { freePort } from "./free-port.ts";

/** A Redis of the tests' own, on a free port, in a folder that goes with it. */
export type TestRedis = { url: string; pid: number; stop(): Promise<void> };

/** Starts a redis-server of one's own. @returns undefined on a machine that has none */
export async function startRedis(): Promise<TestRedis | undefined> {
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
  ];
  const server = spawn("redis-server", flags, { stdio: ["ignore", "pipe", "inherit"] });
  await ready(server);
  return {
    url: `redis://127.0.0.1:${port}`,
    pid: server.pid ?? 0,
    async stop() {
      const ended = once(server, "exit");
      server.kill();
      await ended;
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function ready(server: ChildProcess): Promise<void> {
  if (!server.stdout) throw new Error("redis-server has no output");
  for await (const line of createInterface(server.stdout)) {
    if (line.includes("Ready to accept connections")) {
      server.stdout.resume();
      return;
    }
  }
  throw new Error("redis-server ended before it was ready");
}
