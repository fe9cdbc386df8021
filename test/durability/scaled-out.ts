import { setTimeout as sleep } from "node:timers/promises";
import { chance } from "../../prisma/seed/chance.ts";
import { balance } from "../balancer.ts";
import { crowdOf } from "../chaos/crowd.ts";
import { gather } from "../chaos/students.ts";
import { demoCipher, demoCipherKey, testDatabase } from "../database.ts";
import { startTelegram } from "../doubles/telegram/index.ts";
import { openFleet } from "../fleet.ts";
import { startPostgres } from "../postgres.ts";
import { startRedis } from "../redis.ts";
import { startRedisCluster } from "../redis-cluster.ts";
import { serviceKey } from "../university.ts";

export type Scale = {
  redis: "single" | "cluster";
  students: number;
  kills: number;
  seed: number;
  /** A server of PostgreSQL that is there already. */
  postgres?: string | undefined;
};

/** What came of it. */
export type Counted = {
  said: number;
  heard: number;
  kills: Record<string, number>;
  /** Notes for the desk that students were told of, those of them that are not there, those there more than once, out of order. */
  passed: number;
  lost: number;
  doubled: number;
  outOfOrder: number;
  /** Answers that came twice: at most one a kill. */
  twice: number;
  /** The longest that somebody waited for an answer, in ms. */
  longest: number;
  /** From when all processes were up again until everybody had a note passed on, in ms. */
  recovery: number;
  /** Updates that no bot took. */
  undelivered: number;
  fallen: readonly string[];
  unmodelled: readonly string[];
};

/**
 * Three bots behind a balancer, two APIs and two workers on real servers, under load, while one of them dies every second
 * and is started again; the last of a kind only once another is back, however long this machine takes to start one.
 */
export async function scaledOut(scale: Scale): Promise<Counted> {
  const closing: (() => Promise<unknown>)[] = [];
  try {
    return await run(scale, closing);
  } finally {
    for (const close of closing.reverse()) await close();
  }
}

async function run(scale: Scale, closing: (() => Promise<unknown>)[]): Promise<Counted> {
  const redis = await (scale.redis === "cluster" ? startRedisCluster() : startRedis());
  const postgres = scale.postgres ? { url: scale.postgres, stop: async () => {} } : await startPostgres();
  if (!redis || !postgres) throw new Error("this needs redis-server and PostgreSQL");
  closing.push(
    () => redis.stop(),
    () => postgres.stop(),
  );
  const { database, url } = await testDatabase("postgresql", postgres.url);
  closing.push(() => database.close());
  const registrationNumbers = await crowdOf(database);
  const telegram = await startTelegram({
    webhook: { allowLocalHttp: true, retryAfter: 50, attempts: 1_000 },
  });
  closing.push(() => telegram.close());

  const fleet = openFleet({
    ...{ REDIS_URL: redis.url, API_KEY: serviceKey, ENCRYPTION_KEY: demoCipherKey, LOG_LEVEL: "error" },
    ...{ TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.apiRoot },
  });
  const balancer = await balance(() => fleet.of("bot").map((bot) => bot.url));
  closing.push(
    () => balancer.close(),
    () => fleet.stop(),
  );
  const PUBLIC_URL = balancer.url;
  const apis = await fleet.add("api", { PUBLIC_URL, DATABASE_URL: url ?? "" }, 2);
  const API_URL = apis.map((api) => api.url).join(",");
  const pushed = { API_URL, PUBLIC_URL, TELEGRAM_WEBHOOK_SECRET: "a-secret-for-tests" };
  await fleet.add("bot", pushed, 3);
  await fleet.add("worker", pushed, 2);

  const load = await gather({ telegram, registrationNumbers }, scale.students);
  load.begin();
  const random = chance(scale.seed);
  const kills: Record<string, number> = {};
  const recovering: Promise<void>[] = [];
  for (let done = 0; done < scale.kills; ) {
    await sleep(1_000);
    const alive = fleet.members.filter(({ running }) => running());
    const others = alive.filter(({ roles }) => alive.filter((other) => other.roles === roles).length > 1);
    const victim = others[Math.floor(random() * others.length)];
    if (!victim) continue;
    done++;
    await victim.kill();
    kills[victim.roles] = (kills[victim.roles] ?? 0) + 1;
    recovering.push(victim.start());
  }
  await Promise.all(recovering);
  const recovery = Math.round(await load.recovered(performance.now()));
  const tally = await load.end();

  const rows = await database.client.requestMessage.findMany({
    ...{ where: { author: "student" }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] },
  });
  const written = rows.map(({ bodySealed }) => demoCipher.open("request_messages.body", bodySealed));
  const times = new Map([...Map.groupBy(written, (note) => note)].map(([note, same]) => [note, same.length]));
  return {
    ...{ said: tally.said, heard: tally.heard, kills, passed: tally.passed.length },
    lost: tally.passed.filter((note) => !times.has(note)).length,
    doubled: tally.notes.filter((note) => (times.get(note) ?? 0) > 1).length,
    outOfOrder: outOfOrder(written.filter((note) => note.startsWith("note "))),
    ...{ twice: tally.twice, longest: Math.round(tally.longest), recovery },
    undelivered: telegram.undelivered.length,
    ...{ fallen: fleet.fallen, unmodelled: telegram.unmodelled },
  };
}

/** How many notes stand before one that their student wrote earlier. */
function outOfOrder(notes: readonly string[]): number {
  const last = new Map<string, number>();
  return notes.filter((note) => {
    const [, student = "", number = ""] = /^note (\d+)\.(\d+)\./.exec(note) ?? [];
    const before = last.get(student) ?? -1;
    last.set(student, Math.max(before, Number(number)));
    return Number(number) < before;
  }).length;
}

/** What is not as it must be. */
export function wrongs({ kills, ...counted }: Counted): string[] {
  const most = Object.values(kills).reduce((sum, one) => sum + one, 0);
  const none = ["lost", "doubled", "outOfOrder", "undelivered"] as const;
  return [
    ...none.flatMap((name) => (counted[name] === 0 ? [] : [`${counted[name]} ${name}`])),
    ...(counted.passed > 0 ? [] : ["nobody got a note through"]),
    ...(counted.twice <= most ? [] : [`${counted.twice} answers came twice, for ${most} kills`]),
    ...counted.fallen.map((fall) => `a process fell: ${fall}`),
    ...counted.unmodelled.map((gap) => `the double does not know: ${gap}`),
  ];
}
