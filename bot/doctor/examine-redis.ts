import { Cluster, type Redis } from "ioredis";
import { clockFinding, type Finding, right, wrong } from "../../api/contract/finding.ts";
import { ConfigError } from "../config.ts";
import { connectRedis } from "../redis.ts";

/** Whether Redis can keep sessions: its age, that it evicts nothing, that it outlives a restart, its clock. */
export async function examineRedis(url: string | undefined): Promise<Finding[]> {
  if (!url) return [right("Sessions are in memory: one process, and a restart forgets who is logged in.")];
  let redis: Redis | Cluster;
  try {
    redis = await connectRedis(url, () => {});
  } catch (error) {
    if (error instanceof ConfigError) return [wrong(error.message)];
    throw error;
  }
  try {
    const nodes = redis instanceof Cluster ? redis.nodes("master") : [redis];
    return (await Promise.all(nodes.map(examineNode))).flat();
  } finally {
    redis.disconnect();
  }
}

async function examineNode(redis: Redis): Promise<Finding[]> {
  const name = `Redis ${redis.options.host}:${redis.options.port}`;
  const info = new Map(
    (await redis.info())
      .split(/\r?\n/)
      .map((line) => line.split(":"))
      .map(([key = "", ...value]) => [key, value.join(":")]),
  );
  const before = Date.now();
  const [seconds, micros] = await redis.time();
  const ours = (before + Date.now()) / 2;
  const version = info.get("redis_version") ?? "?";
  const policy = info.get("maxmemory_policy") ?? "noeviction";
  const isBounded = Number(info.get("maxmemory") ?? 0) > 0;
  const keeps = info.get("aof_enabled") === "1" || Number(info.get("rdb_last_save_time") ?? 0) > 0;
  const saves = info.get("aof_enabled") === "1" || (await savesByItself(redis));
  return [
    Number.parseInt(version, 10) >= 7
      ? right(`${name} is version ${version}.`)
      : wrong(`${name} is version ${version}: 7 or newer is needed.`),
    policy === "noeviction" || !isBounded
      ? right(`${name} evicts nothing.`)
      : wrong(
          `${name} evicts (${policy}) when its memory is full, and sessions with it: set maxmemory-policy noeviction.`,
        ),
    keeps && saves
      ? right(`${name} outlives a restart.`)
      : wrong(`${name} keeps nothing over a restart: set appendonly yes.`),
    clockFinding(name, Number(seconds) * 1000 + Number(micros) / 1000, ours),
  ];
}

/** Whether it writes snapshots; a hosted Redis that does not say is believed. */
async function savesByItself(redis: Redis): Promise<boolean> {
  const told = await redis.config("GET", "save").catch(() => undefined);
  return !Array.isArray(told) || told[1] !== "";
}
