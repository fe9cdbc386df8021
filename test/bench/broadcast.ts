// A broadcast through the real pipe (API over HTTP, PostgreSQL, worker) into a channel that answers at once, beside the
// same fan-out as one BullMQ job a recipient on the same machine's Redis, in the same run.
import { randomUUID } from "node:crypto";
import { Queue, Worker } from "bullmq";
import { z } from "zod";
import { createBroadcaster } from "../../bot/delivery/broadcasts.ts";
import { createBudget } from "../../bot/delivery/budget.ts";
import { createPauses } from "../../bot/delivery/pauses.ts";
import { repeat } from "../../bot/repeat.ts";
import { reachUniversity } from "../../bot/university.ts";
import { channelOf, crowd } from "../broadcasts/crowd.ts";
import { startPostgres } from "../postgres.ts";
import { startRedis } from "../redis.ts";
import { serviceKey, testUniversity } from "../university.ts";
import { cpuOf, parentOf, spread } from "./processes.ts";

const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const ours = 100_000;
const theirs = 20_000;
const many = Number(process.env.BENCH_RECIPIENTS ?? 1_000_000);
const texts = [{ language: "en" as const, body: "Dear {name}, the results of Spring are announced." }];

type Figure = { perSecond: number; cpu: number };

const postgres = await startPostgres();
const redis = await startRedis();
if (!postgres || !redis) {
  console.log("broadcast: needs redis-server and PostgreSQL's binaries on this machine; not measured");
  process.exit(0);
}
process.env.TEST_POSTGRES_URL = postgres.url;

/** An empty university with so many students in chats, listening on loopback. */
async function university(students: number) {
  const opened = await testUniversity({ engine: "postgresql" });
  await opened.database.client.chatLink.deleteMany();
  await crowd(opened, students);
  await opened.database.client.$executeRaw`ANALYZE`;
  await opened.database.client.setting.create({
    data: { key: "broadcast-approval-above", value: 10_000_000 },
  });
  const url = await opened.listen();
  const [{ pid } = { pid: 0 }] = z
    .array(z.object({ pid: z.int() }))
    .parse(await opened.database.client.$queryRaw`SELECT pg_backend_pid() AS pid`);
  return { opened, url, postmaster: parentOf(pid) };
}

/** Sends one broadcast to everybody there. @param watch told how many are through */
async function broadcast(
  { url, postmaster }: Awaited<ReturnType<typeof university>>,
  watch: (sent: number) => void = () => {},
): Promise<Figure> {
  const line = reachUniversity(() => [url], serviceKey);
  let sent = 0;
  const channel = channelOf(async () => {
    sent++;
    if (sent % 10_000 === 0) watch(sent);
    return undefined;
  });
  const once = () => ({ idempotencyKey: randomUUID() });
  const body = { channel: "web", chat: randomUUID(), email: "admin@rabta.example", password: "demo-desk-3" };
  const { token } = await line.api.for(once()).staffLogin({ body });
  const staff = () => line.api.for({ token, ...once() });
  const { reference } = await staff().createBroadcast({ body: { topic: "results", texts } });
  const begun = performance.now();
  const cpuBefore = cpuOf([process.pid, postmaster]);
  await staff().actOnBroadcast({ params: { reference }, body: { action: "submit" } });
  const workers = [1, 2].map(() =>
    repeat(
      createBroadcaster({
        ...{ api: line.api, channel, budget: createBudget(undefined, {}), inFlight: 500 },
        ...{ pauses: createPauses(), log: { warn: console.error, error: console.error } },
      }),
      0,
      (cause) => console.error(cause),
    ),
  );
  for (;;) {
    const { state, total, sent: through } = await staff().broadcast({ params: { reference } });
    if (state === "finished") {
      if (total !== through) throw new Error(`${total - through} of ${total} were not told`);
      break;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const seconds = (performance.now() - begun) / 1000;
  const cpu = (cpuOf([process.pid, postmaster]) - cpuBefore) / sent;
  for (const worker of workers) void worker.stop();
  await line.close();
  return { perSecond: sent / seconds, cpu };
}

/** The same fan-out as jobs of BullMQ: added in bulk, one a recipient, done by a worker that answers at once. */
async function jobs(count: number): Promise<Figure> {
  const { hostname: host, port } = new URL(redis!.url);
  const connection = { host, port: Number(port), maxRetriesPerRequest: null };
  const name = `peer-${randomUUID()}`;
  const queue = new Queue(name, { connection, defaultJobOptions: { removeOnComplete: true } });
  await queue.waitUntilReady();
  const begun = performance.now();
  const cpuBefore = cpuOf([process.pid, redis!.pid]);
  let done = 0;
  const all = Promise.withResolvers<void>();
  const worker = new Worker(
    name,
    async () => {
      done++;
      if (done === count) all.resolve();
    },
    { connection, concurrency: 50 },
  );
  for (let at = 0; at < count; at += 1_000)
    await queue.addBulk(
      Array.from({ length: 1_000 }, (_, n) => ({
        name: "send",
        data: { chat: `chat-${at + n}`, language: "en", name: `Student ${at + n}` },
      })),
    );
  await all.promise;
  const seconds = (performance.now() - begun) / 1000;
  const cpu = (cpuOf([process.pid, redis!.pid]) - cpuBefore) / count;
  await worker.close();
  await queue.obliterate({ force: true }).catch(() => {});
  await queue.close();
  return { perSecond: count / seconds, cpu };
}

const figures: Record<"ours" | "theirs", Figure[]> = { ours: [], theirs: [] };
const campus = await university(ours);
for (let round = 0; round < rounds; round++) {
  figures.ours.push(await broadcast(campus));
  figures.theirs.push(await jobs(theirs));
}
await campus.opened.close();

const shown = (all: Figure[], of: keyof Figure) => {
  const { median, least, most } = spread(all.map((one) => one[of]));
  return `${Math.round(median)} (${Math.round(least)}–${Math.round(most)})`;
};
const times = (of: keyof Figure) =>
  spread(figures.ours.map((one) => one[of])).median / spread(figures.theirs.map((one) => one[of])).median;
console.table({
  [`Rabta, ${ours} recipients`]: {
    "messages/s": shown(figures.ours, "perSecond"),
    "CPU µs/message": shown(figures.ours, "cpu"),
  },
  [`BullMQ, ${theirs} jobs`]: {
    "messages/s": shown(figures.theirs, "perSecond"),
    "CPU µs/message": shown(figures.theirs, "cpu"),
  },
  "Rabta / BullMQ": {
    "messages/s": times("perSecond").toFixed(2),
    "CPU µs/message": times("cpu").toFixed(2),
  },
});

const city = await university(many);
let tenth = 0;
let end = 0;
const whole = await broadcast(city, (sent) => {
  if (sent === Math.floor(many / 10 / 10_000) * 10_000) tenth = process.memoryUsage().rss;
  end = process.memoryUsage().rss;
});
const megabytes = (bytes: number) => `${Math.round(bytes / 1024 ** 2)} MB`;
console.table({
  [`${many} recipients`]: {
    "messages/s": Math.round(whole.perSecond),
    "CPU µs/message": Math.round(whole.cpu),
    "RSS at a tenth": megabytes(tenth),
    "RSS at the end": megabytes(end),
    ratio: (end / tenth).toFixed(2),
  },
});
await city.opened.close();
await redis.stop();
await postgres.stop();
process.exit(0);
