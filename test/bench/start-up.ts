// How soon the program is ready, what each role holds in memory, and what is installed.
import { spawnSync } from "node:child_process";
import { demoCipherKey, testDatabase } from "../database.ts";
import { openFleet } from "../fleet.ts";
import { startPostgres } from "../postgres.ts";
import { dataDirectory, type Program, startProgram } from "../program.ts";
import { startRedis } from "../redis.ts";
import { serviceKey } from "../university.ts";
import { type Figure, figure, report, residentOf } from "./figures.ts";

const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
/** The first start, demo university and all, is to be ready within so long, in ms. */
const promised = 30_000;

const seconds = ({ median, least, most }: Figure): string =>
  `${(median / 1000).toFixed(1)} s (${(least / 1000).toFixed(1)}–${(most / 1000).toFixed(1)})`;

/** Until `/health/ready` answers 200. */
async function readyAfter(environment: Record<string, string>): Promise<{ ms: number; program: Program }> {
  const begun = performance.now();
  const program = await startProgram(environment);
  while (!(await fetch(`${program.url}/health/ready`)).ok);
  return { ms: performance.now() - begun, program };
}

const embedded = { first: [] as number[], again: [] as number[], memory: [] as number[] };
for (let round = 0; round < rounds; round++) {
  const directory = await dataDirectory();
  for (const kind of ["first", "again"] as const) {
    const { ms, program } = await readyAfter({ DATA_DIR: directory.path });
    embedded[kind].push(ms);
    if (kind === "again") embedded.memory.push(residentOf(program.process.pid ?? 0));
    await program.stop();
  }
  await directory.remove();
}
const first = figure(embedded.first);
report(
  {
    name: "first start, embedded, with the demo university made",
    besides: `ready after ${seconds(first)}`,
    aim: { text: "within 30 s", met: first.most < promised },
  },
  {
    name: "every other start, embedded",
    besides: `ready after ${seconds(figure(embedded.again))}`,
    memory: figure(embedded.memory),
  },
);

const postgres = await startPostgres();
const redis = await startRedis();
if (postgres && redis) {
  process.env.TEST_POSTGRES_URL = postgres.url;
  const { database, url = "" } = await testDatabase("postgresql");
  await database.close();
  const fleet = openFleet({
    ...{ DATABASE_URL: url, REDIS_URL: redis.url, API_KEY: serviceKey, ENCRYPTION_KEY: demoCipherKey },
  });
  const [api] = await fleet.add("api");
  for (const role of ["api", "bot", "worker"]) {
    const ready: number[] = [];
    const memory: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const begun = performance.now();
      const [member] = await fleet.add(role, { API_URL: api!.url });
      ready.push(performance.now() - begun);
      memory.push(residentOf(member?.running()?.process.pid ?? 0));
      await member?.stop();
    }
    report({
      name: `${role}, with PostgreSQL and Redis, idle`,
      besides: `ready after ${seconds(figure(ready))}`,
      memory: figure(memory),
    });
  }
  await fleet.stop();
}
await Promise.all([redis?.stop(), postgres?.stop()]);

/** What is in node_modules for the program alone, in bytes: without what only its development needs. */
function installed(): number {
  // npm also says, by its exit code, that something is missing which no part of the program asks for.
  const { stdout } = spawnSync("npm", ["ls", "--omit=dev", "--all", "--parseable"], { encoding: "utf8" });
  // A package within another's folder is counted with it.
  const folders = stdout.split("\n").filter((folder) => folder.split("node_modules").length === 2);
  const { stdout: sizes } = spawnSync("du", ["-sb", ...folders], { encoding: "utf8" });
  const bytes = sizes.trim().split("\n");
  return bytes.reduce((sum, line) => sum + Number(line.split("\t")[0]), 0);
}
report({
  name: "installed, without what development needs",
  besides: `${(installed() / 1024 ** 2).toFixed(0)} MB`,
});
process.exit(0);
