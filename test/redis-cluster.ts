import { execFile } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { Redis } from "ioredis";
import { startRedis, type TestRedis } from "./redis.ts";

const run = promisify(execFile);

/** A Redis Cluster of three nodes without replicas. @returns undefined on a machine that has no redis-server */
export async function startRedisCluster(): Promise<Pick<TestRedis, "url" | "stop"> | undefined> {
  const settings = ["--cluster-enabled", "yes", "--cluster-node-timeout", "2000"];
  const nodes: TestRedis[] = [];
  for (let node = 0; node < 3; node++) {
    const started = await startRedis(...settings);
    if (!started) return undefined;
    nodes.push(started);
  }
  const addresses = nodes.map(({ url }) => new URL(url).host);
  await run("redis-cli", ["--cluster", "create", ...addresses, "--cluster-yes"]);
  await Promise.all(nodes.map(({ url }) => untilWhole(url)));
  return {
    url: nodes.map(({ url }) => url).join(","),
    stop: async () => void (await Promise.all(nodes.map((node) => node.stop()))),
  };
}

/** Resolves when a node knows where every slot is. */
async function untilWhole(url: string): Promise<void> {
  const client = new Redis(url);
  while (!String(await client.cluster("INFO")).includes("cluster_state:ok")) await sleep(50);
  client.disconnect();
}
