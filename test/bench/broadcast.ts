// A broadcast through the real pipe (API over HTTP, PostgreSQL, workers) into a channel that answers at once, beside the
// same fan-out as one BullMQ job a recipient on the same machine's Redis, in interleaved rounds; then a million at once,
// for its memory.
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { Queue, Worker } from "bullmq";
import { z } from "zod";
import { createBroadcaster } from "../../bot/delivery/broadcasts.ts";
import { createBudget } from "../../bot/delivery/budget.ts";
import { createPauses } from "../../bot/delivery/pauses.ts";
import { repeat } from "../../bot/repeat.ts";
import { reachUniversity } from "../../bot/university.ts";
import { channelOf, crowd } from "../broadcasts/crowd.ts";
import { startPostgres } from "../postgres.ts";
import { startRedis, type TestRedis } from "../redis.ts";
import { serviceKey, testUniversity } from "../university.ts";
import { gradesDuringBroadcast } from "./broadcast-grades.ts";
import { submitted } from "./broadcast-submitted.ts";
import { figure, report, times } from "./figures.ts";
import { cpuOf, parentOf } from "./processes.ts";

const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const ours = Math.min(100_000, Number(process.env.BENCH_RECIPIENTS ?? 100_000));
const theirs = 20_000;
const many = Number(process.env.BENCH_RECIPIENTS ?? 1_000_000);

type Result = { perSecond: number; cpu: number };

/** A university with so many students in chats, listening on loopback, at rest. */
async function university(server: string, students: number) {
  const opened = await testUniversity({ engine: "postgresql", server });
  const { database } = opened;
  await database.client.chatLink.deleteMany();
  await crowd(opened, students);
  await database.client.$executeRawUnsafe("VACUUM ANALYZE");
  const url = await opened.listen();
  const Backend = z.array(z.object({ pid: z.int(), busy: z.int() }));
  const look = async () => {
    const rows = await database.client.$queryRaw`
      SELECT pg_backend_pid() AS pid, (SELECT count(*)::int FROM pg_stat_activity
        WHERE state = 'active' AND datname = current_database() AND pid <> pg_backend_pid()) AS busy`;
    return Backend.parse(rows)[0] ?? { pid: 0, busy: 0 };
  };
  // What the API does once when it starts is no part of a broadcast.
  for (let quiet = 0; quiet < 4; quiet = (await look()).busy === 0 ? quiet + 1 : 0) await sleep(250);
  return { opened, url, postmaster: parentOf((await look()).pid) };
}
type University = Awaited<ReturnType<typeof university>>;

/** Sends one broadcast to everybody there, from its approval on. @param watch told how many are through */
async function broadcast(
  { url, postmaster }: University,
  { watch = () => {} }: { watch?: (sent: number) => void } = {},
): Promise<Result> {
  const line = reachUniversity(() => [url], serviceKey);
  let sent = 0;
  const channel = channelOf(async () => {
    sent++;
    watch(sent);
    return undefined;
  });
  const { reference, admin } = await submitted(line.api);
  const begun = performance.now();
  const cpuBefore = cpuOf([process.pid, postmaster]);
  await admin().actOnBroadcast({ params: { reference }, body: { action: "approve" } });
  const workers = [1, 2].map(() =>
    repeat(
      createBroadcaster({
        ...{ api: line.api, channel, budget: createBudget(undefined, {}) },
        ...{ pauses: createPauses(), log: { warn: console.error, error: console.error } },
      }),
      0,
      (cause) => console.error(cause),
    ),
  );
  let last = await admin().broadcast({ params: { reference } });
  while (last.state !== "finished") {
    await sleep(250);
    last = await admin().broadcast({ params: { reference } });
  }
  const cpu = (cpuOf([process.pid, postmaster]) - cpuBefore) / sent;
  const seconds = (performance.now() - begun) / 1000;
  if (last.sent !== last.total) throw new Error(`${last.total - last.sent} of ${last.total} were not told`);
  await Promise.all(workers.map((worker) => worker.stop()));
  await line.close();
  return { perSecond: sent / seconds, cpu };
}

/** The same fan-out as jobs of BullMQ: added in bulk, one a recipient, done by a worker that answers at once. */
async function jobs(redis: TestRedis, count: number): Promise<Result> {
  const { hostname: host, port } = new URL(redis.url);
  const connection = { host, port: Number(port), maxRetriesPerRequest: null };
  const name = `peer-${randomUUID()}`;
  const queue = new Queue(name, { connection, defaultJobOptions: { removeOnComplete: true } });
  await queue.waitUntilReady();
  const begun = performance.now();
  const cpuBefore = cpuOf([process.pid, redis.pid]);
  let done = 0;
  const all = Promise.withResolvers<void>();
  const work = async () => {
    done++;
    if (done === count) all.resolve();
  };
  const worker = new Worker(name, work, { connection, concurrency: 50 });
  for (let at = 0; at < count; at += 1_000) {
    const data = (n: number) => ({ chat: `chat-${at + n}`, language: "en", name: `Student ${at + n}` });
    await queue.addBulk(Array.from({ length: 1_000 }, (_, n) => ({ name: "send", data: data(n) })));
  }
  await all.promise;
  const seconds = (performance.now() - begun) / 1000;
  const cpu = (cpuOf([process.pid, redis.pid]) - cpuBefore) / count;
  await worker.close();
  await queue.obliterate({ force: true });
  await queue.close();
  return { perSecond: count / seconds, cpu };
}

const postgres = await startPostgres();
const redis = await startRedis();
if (!postgres || !redis) throw new Error("this needs redis-server and PostgreSQL's binaries");

const results: Record<"ours" | "theirs", Result[]> = { ours: [], theirs: [] };
const campus = await university(postgres.url, ours);
for (let round = 0; round < rounds; round++) {
  results.ours.push(await broadcast(campus));
  results.theirs.push(await jobs(redis, theirs));
}
await campus.opened.close();
const of = (all: Result[]) => ({
  rate: { figure: figure(all.map(({ perSecond }) => perSecond)), unit: "messages/s" },
  cpu: figure(all.map(({ cpu }) => cpu)),
});
const [we, they] = [of(results.ours), of(results.theirs)];
const faster = times(we.rate.figure, they.rate.figure);
const cheaper = times(we.cpu, they.cpu);
report(
  {
    ...{ name: `Rabta, ${ours} recipients`, ...we },
    ratio: `${faster} of BullMQ's messages/s, ${cheaper} of its CPU`,
    aim: { text: "≥ 5 × messages/s, ≤ 0.2 × CPU", met: faster >= 5 && cheaper <= 0.2 },
  },
  { name: `BullMQ, ${theirs} jobs`, ...they },
);

const city = await university(postgres.url, many);
let tenth = 0;
let end = 0;
const whole = await broadcast(city, {
  watch(sent) {
    if (sent === Math.floor(many / 10)) tenth = process.memoryUsage().rss;
    if (sent % 1_000 === 0) end = process.memoryUsage().rss;
  },
});
await city.opened.close();
report({
  name: `Rabta, ${many} recipients at once`,
  rate: { figure: figure([whole.perSecond]), unit: "messages/s" },
  cpu: figure([whole.cpu]),
  memory: figure([end]),
  besides: `${Math.round(tenth / 2 ** 20)} MB at a tenth`,
  ratio: `${(end / tenth).toFixed(2)} of what was resident at a tenth`,
  aim: { text: "≤ 1.2 × memory", met: end <= 1.2 * tenth },
});
await gradesDuringBroadcast(postgres.url);
await redis.stop();
await postgres.stop();
process.exit(0);
