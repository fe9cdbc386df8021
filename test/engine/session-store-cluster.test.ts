import { randomUUID } from "node:crypto";
import { Cluster } from "ioredis";
import { expect, onTestFinished, test } from "vitest";
import { redisStore } from "../../conversations/engine/stores/redis-store.ts";
import { startRedisCluster } from "../redis-cluster.ts";

const here = process.env.TEST_REDIS_URL !== undefined;

test.runIf(here)("chats on every node of a cluster, at once", async () => {
  const cluster = await startRedisCluster();
  if (!cluster) throw new Error("redis-server was there a moment ago");
  const redis = new Cluster(cluster.url.split(","), { enableAutoPipelining: true });
  const store = redisStore(redis);
  onTestFinished(async () => {
    await store.close();
    await cluster.stop();
  });
  const sender = { id: "a", now: 1_000, lease: 100 };
  const addresses = Array.from({ length: 500 }, () => ({ channel: "web", chat: randomUUID() }));
  const message = { kind: "text", text: "سلام" } as const;
  const entries = [{ sequence: 1, message }];
  const first = { version: 0, state: "one", entries, deadline: undefined };
  const all = <T>(work: (address: (typeof addresses)[number]) => Promise<T>) =>
    Promise.all(addresses.map(work));

  expect(await all((address) => store.load(address))).toEqual(
    addresses.map(() => ({ version: 0, state: undefined })),
  );
  for (const committed of await all((address) => store.commit(address, first, sender)))
    expect(committed).toEqual({ kind: "committed", entries });
  for (const conflict of await all((address) => store.commit(address, first, sender)))
    expect(conflict).toEqual({ kind: "conflict", stored: { version: 1, state: "one" } });
  for (const rest of await all((address) => store.acknowledge(address, [1], sender)))
    expect(rest).toEqual([]);
  expect(await store.owing(2_000)).toEqual({ chats: 0, abandoned: 0 });
});
