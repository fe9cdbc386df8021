// The grades, by the real API over HTTP, beside a plain route with the same statements on the same PostgreSQL.
import { fork } from "node:child_process";
import { once } from "node:events";
import { Pool } from "undici";
import { demoCipherKey } from "../database.ts";
import { openFleet } from "../fleet.ts";
import { startPostgres } from "../postgres.ts";
import { startRedis } from "../redis.ts";
import { serviceKey } from "../university.ts";
import { figure, percentile, report, times } from "./figures.ts";
import { cpuOf } from "./processes.ts";
import { campus } from "./result-day/campus.ts";

const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const seconds = 4;
/** So many ask at once, each again as soon as they are answered. */
const asking = 32;
const students = { first: 1_000_000, chats: 2_000 };

const postgres = await startPostgres();
const redis = await startRedis();
if (!postgres || !redis) {
  console.log("api: needs redis-server and PostgreSQL's binaries on this machine; not measured");
  process.exit(0);
}
process.env.TEST_POSTGRES_URL = postgres.url;
const university = await campus(redis.url, students.first, students.chats);
const fleet = openFleet({
  ...{ DATABASE_URL: university.url, API_KEY: serviceKey, LOG_LEVEL: "error", ENCRYPTION_KEY: demoCipherKey },
});
const [api] = await fleet.add("api");
const plain = fork("test/bench/api/plain.ts", { env: { ...process.env, DATABASE_URL: university.url } });
const [url] = await once(plain, "message");

type Round = { rate: number; cpu: number; postgres: number; p50: number; p99: number };

async function round(url: string, pid: number): Promise<Round> {
  const pool = new Pool(url, { connections: asking });
  const took: number[] = [];
  const before = [cpuOf([pid]), cpuOf([university.postmaster])];
  const begun = performance.now();
  let next = 0;
  const one = async () => {
    while (performance.now() < begun + seconds * 1000) {
      const token = `token-${students.first + (next++ % students.chats)}`;
      const asked = performance.now();
      const headers = { authorization: `Bearer ${token}` };
      const { statusCode, body } = await pool.request({ method: "GET", path: "/v1/me/grades", headers });
      const text = await body.text();
      if (statusCode !== 200) throw new Error(`${url} answered ${statusCode}: ${text}`);
      took.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: asking }, one));
  const passed = (performance.now() - begun) / 1000;
  await pool.close();
  const each = (at: number, now: number) => (now - before[at]!) / took.length;
  return {
    rate: took.length / passed,
    cpu: each(0, cpuOf([pid])),
    postgres: each(1, cpuOf([university.postmaster])),
    p50: percentile(took, 0.5),
    p99: percentile(took, 0.99),
  };
}

const contenders = [
  {
    name: "a plain Fastify route with pg",
    measure: () => round(String(url), plain.pid ?? 0),
    rounds: [] as Round[],
  },
  {
    name: "Rabta's GET /v1/me/grades",
    measure: () => round(api!.url, api!.running()?.process.pid ?? 0),
    rounds: [] as Round[],
  },
];
for (const one of contenders) await one.measure();
for (let at = 0; at < rounds; at++) for (const one of contenders) one.rounds.push(await one.measure());
const [peer, ours] = contenders.map((one) => figure(one.rounds.map(({ cpu }) => cpu)));
for (const { name, rounds } of contenders) {
  const of = (what: (one: Round) => number) => figure(rounds.map(what));
  report({
    name,
    rate: { figure: of(({ rate }) => rate), unit: "requests/s" },
    cpu: of(({ cpu }) => cpu),
    p50: of(({ p50 }) => p50),
    p99: of(({ p99 }) => p99),
    besides: `2 statements, PostgreSQL ${of((one) => one.postgres).median.toFixed(0)} µs`,
    ...(name.startsWith("Rabta") && { ratio: `${times(ours!, peer!)} of the plain route's CPU` }),
  });
}
plain.disconnect();
await fleet.stop();
await redis.stop();
await postgres.stop();
process.exit(0);
