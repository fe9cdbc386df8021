import { fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { createBroadcaster } from "../../bot/delivery/broadcasts.ts";
import { createBudget } from "../../bot/delivery/budget.ts";
import { createPauses } from "../../bot/delivery/pauses.ts";
import { repeat } from "../../bot/repeat.ts";
import { reachUniversity } from "../../bot/university.ts";
import { channelOf, crowd } from "../broadcasts/crowd.ts";
import { demoCipherKey } from "../database.ts";
import { openFleet } from "../fleet.ts";
import { serviceKey, testUniversity } from "../university.ts";
import type { Asked } from "./broadcast-asking.ts";
import { submitted } from "./broadcast-submitted.ts";
import { figure, percentile, report, times } from "./figures.ts";
import { letIn } from "./result-day/campus.ts";

const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const recipients = 100_000;
/** Students ask so often a second, whether or not those before have been answered, for so long (s) with and without. */
const [rate, seconds] = [100, 30];
/** So often first without being counted: the collector's pauses are ten times as long in a process's first minute. */
const warmUps = 3;
/** Messages a second: what Telegram takes for nothing, and what it takes at most. */
const paces = [25, 1_000];
const asking = { first: 1_000_000, chats: 2_000 };

/**
 * How long `GET /v1/me/grades` takes while a broadcast is found and sent as fast as Telegram lets it, beside what it takes
 * without, in turns. The API and the students are processes of their own; every wait counts from when the question was due.
 */
export async function gradesDuringBroadcast(server: string): Promise<void> {
  const opened = await testUniversity({ engine: "postgresql", server });
  await opened.database.client.chatLink.deleteMany();
  await crowd(opened, asking.chats, { firstChat: asking.first });
  await letIn(opened.database.client);
  await crowd(opened, recipients, { prefix: "41" });
  await opened.database.client.$executeRawUnsafe("VACUUM ANALYZE");
  const fleet = openFleet({
    ...{ DATABASE_URL: opened.databaseUrl ?? "", API_KEY: serviceKey },
    ...{ LOG_LEVEL: "error", ENCRYPTION_KEY: demoCipherKey },
  });
  const [api] = await fleet.add("api");
  const line = reachUniversity(() => [api!.url], serviceKey);
  let sent = 0;
  const channel = channelOf(async () => void sent++);
  const rates: Record<string, number> = {};
  const worker = repeat(
    createBroadcaster({
      ...{ api: line.api, channel, budget: createBudget(undefined, rates) },
      ...{ pauses: createPauses(), log: { warn: console.error, error: console.error } },
    }),
    0,
    (cause) => console.error(cause),
  );

  const students = fork("test/bench/broadcast-asking.ts");
  async function phase(): Promise<number[]> {
    students.send({ url: api!.url, ...asking, rate, seconds } satisfies Asked);
    const [took] = await once(students, "message");
    return z.array(z.number()).parse(took);
  }
  async function amidBroadcast(pace: number): Promise<number[]> {
    rates.telegram = pace;
    const { reference, admin } = await submitted(line.api);
    const params = { reference };
    const before = sent;
    const approved = admin().actOnBroadcast({ params, body: { action: "approve" } });
    const took = await phase();
    await approved;
    const { total } = await admin().actOnBroadcast({ params, body: { action: "cancel" } });
    if (sent === before || total === 0) throw new Error("nothing was broadcast meanwhile");
    return took;
  }

  for (let warmUp = 0; warmUp < warmUps; warmUp++) await phase();
  const without: number[][] = [];
  const amid = paces.map((pace) => ({ pace, all: [] as number[][] }));
  for (let round = 0; round < rounds; round++) {
    without.push(await phase());
    for (const { pace, all } of amid) {
      all.push(await amidBroadcast(pace));
      await sleep(500);
    }
  }
  const of = (all: number[][], share: number) => figure(all.map((took) => percentile(took, share)));
  report({ name: `${rate} ask for grades a second`, p50: of(without, 0.5), p99: of(without, 0.99) });
  for (const { pace, all } of amid) {
    const slower = times(of(all, 0.99), of(without, 0.99));
    report({
      name: `the same during a broadcast of ${pace} messages/s`,
      ...{ p50: of(all, 0.5), p99: of(all, 0.99) },
      besides: "found meanwhile",
      ratio: `${slower.toFixed(2)} of the p99 without`,
      aim: { text: "≤ 1.5 × p99", met: slower <= 1.5 },
    });
  }
  await worker.stop();
  students.disconnect();
  await line.close();
  await fleet.stop();
  await opened.close();
}
