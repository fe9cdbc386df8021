import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { createApi } from "../../api/contract/client.ts";
import { openLine } from "../../bot/transport.ts";
import { chance } from "../../prisma/seed/chance.ts";
import { demoCipherKey } from "../database.ts";
import { type Fault, startTelegram } from "../doubles/telegram/index.ts";
import { type Fleet, type Member, openFleet } from "../fleet.ts";
import { startPostgres } from "../postgres.ts";
import { startRedis } from "../redis.ts";
import { serviceKey, testUniversity } from "../university.ts";
import { crowd } from "./crowd.ts";
import { hearing, queuedChats, type Unexplained } from "./hearing.ts";
import { watchLeases } from "./leases.ts";

/** How many, and what happens to them. */
export type Fire = {
  recipients: number;
  kills: number;
  /** Messages a second. */
  rate: number;
  /** What the messenger does now and then. */
  faults: readonly Omit<Fault, "times" | "method">[];
  seed: number;
};

/** What came of it. */
export type Damage = {
  state: string;
  total: number;
  sent: number;
  failed: number;
  leftOut: number;
  /** Recipients who heard nothing. */
  skipped: number;
  /** Messages that came once more. Those may that were */
  repeats: number;
  /** sent, and not told yet, by a worker that was killed, or by anybody when PostgreSQL restarted; */
  inFlight: number;
  /** taken by the messenger, but the answer was lost. */
  unanswered: number;
  /** Who heard it once more although they are among neither. */
  unexplained: readonly Unexplained[];
  kills: Record<string, number>;
  /** ms from a worker's last sign of life to another's first message of its page; the longest. */
  takenOver: number[];
  /** What came after each kill. */
  silences: readonly Silence[];
  seconds: number;
  /** What must not be there. */
  fallen: readonly string[];
  unmodelled: readonly string[];
};

/** From a kill to the next message of anybody, or, where nobody was left of a kind, from when the first was back. */
export type Silence = {
  killed: string;
  /** When, as `Date.now` says it. */
  at: number;
  ms: number;
  /** What else kept everybody from sending meanwhile: PostgreSQL or Redis was away, or Telegram said wait. */
  because?: "PostgreSQL" | "Redis" | "told to wait";
  /** How many other workers were there to go on. */
  others: number;
};

/** So long (ms) nobody may be silent. */
const longestSilence = 5_000;

const firstChat = 600_000_000;
const texts = [{ language: "en" as const, body: "Dear {name}, the results of Spring are announced." }];

/**
 * Sends a broadcast by real processes (two APIs, three workers) on a Redis and a PostgreSQL of their own to a double of
 * Telegram, while processes are killed at any moment, PostgreSQL is restarted, Redis loses everything, and Telegram errs.
 * @throws where this machine has no redis-server or no PostgreSQL
 */
export async function broadcastUnderFire(fire: Fire): Promise<Damage> {
  const closing: (() => Promise<unknown>)[] = [];
  try {
    return await suffer(fire, closing);
  } finally {
    for (const close of closing.reverse()) await close();
  }
}

async function suffer(
  { recipients, kills, rate, faults, seed }: Fire,
  closing: (() => Promise<unknown>)[],
): Promise<Damage> {
  const redis = await startRedis();
  if (!redis) throw new Error("this needs redis-server");
  closing.push(() => redis.stop());
  // What is committed survives a crash, as it does for operators.
  const postgres = await startPostgres("synchronous_commit=on", "full_page_writes=on");
  if (!postgres) throw new Error("this needs PostgreSQL");
  closing.push(() => postgres.stop());
  const telegram = await startTelegram();
  closing.push(() => telegram.close());
  const university = await testUniversity({ engine: "postgresql", server: postgres.url });
  closing.push(() => university.close());
  const { client } = university.database;
  await client.chatLink.deleteMany();
  await crowd(university, recipients, { firstChat });
  await client.setting.create({ data: { key: "broadcast-approval-above", value: 10_000_000 } });
  for (let n = 0; n < recipients; n++)
    telegram.user({ id: firstChat + n, firstName: `Student ${n}`, isKnown: true });

  const fleet = openFleet({
    ...{ DATABASE_URL: university.databaseUrl ?? "", REDIS_URL: redis.url },
    ...{ API_KEY: serviceKey, ENCRYPTION_KEY: demoCipherKey },
    ...{ TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.apiRoot },
    ...{ TELEGRAM_BROADCAST_RATE: `${rate}`, LOG_LEVEL: "error" },
  });
  closing.push(() => fleet.stop());
  const apis = await fleet.add("api", {}, 2);
  const addresses = apis.map(({ url }) => url);
  // Each at an address of its own, so that it is known what a worker had sent when it was killed.
  const senders = await Promise.all(
    [1, 2, 3].map(async () => {
      const root = await telegram.furtherRoot();
      const [member] = await fleet.add("worker", { API_URL: addresses.join(","), TELEGRAM_API_ROOT: root });
      return { member, root, from: 0 };
    }),
  );

  const line = openLine(() => addresses);
  closing.push(() => line.close());
  const api = createApi(line.send, serviceKey);
  const once = () => ({ idempotencyKey: randomUUID() });
  const login = { channel: "web", chat: "announcer", email: "admin@rabta.example", password: "demo-desk-3" };
  const { token } = await api.for(once()).staffLogin({ body: login });
  const staff = () => api.for({ token, ...once() });

  const heard = hearing(telegram);
  const random = chance(seed);
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)];
  const leases = watchLeases(client);
  closing.push(() => leases.stop());
  const killed: Record<string, number> = {};
  let inFlight = 0;
  const silences: Silence[] = [];

  const begun = performance.now();
  const { reference } = await staff().createBroadcast({ body: { topic: "results", texts } });
  await staff().actOnBroadcast({ params: { reference }, body: { action: "submit" } });

  /** Lets those hear it once more to whom somebody has sent, and who cannot be told of in time. */
  async function letHearAgain(harmed: typeof senders): Promise<void> {
    const queued = await queuedChats(client).catch(() => queuedChats(client));
    for (const sender of harmed) inFlight += heard.letHearAgain(sender, queued);
  }
  const recovering = new Map<Member, Promise<void>>();
  /** Resolves when there is an API and a worker again. */
  const manned = () =>
    Promise.all(
      (["api", "worker"] as const).map(async (role) => {
        const members = fleet.of(role);
        if (!members.some(({ running }) => running()))
          await Promise.any(members.map((member) => recovering.get(member)));
      }),
    );
  const few = Math.floor((recipients * 0.9) / kills);
  for (let kill = 1; kill <= kills; kill++) {
    await heard.until(Math.max(kill * few, heard.messages() + 1));
    const fault = pick(faults);
    if (fault) telegram.fault({ method: "sendMessage", times: 1 + Math.floor(random() * 5), ...fault });
    let away: Silence["because"];
    if (kill === Math.floor(kills / 3)) await redis.flush();
    if (kill === Math.floor(kills / 2)) {
      away = "PostgreSQL";
      await postgres.restart();
      killed[away] = 1;
      await letHearAgain(senders);
    }
    if (kill === Math.floor((kills * 2) / 3)) {
      away = "Redis";
      await redis.restart();
    }
    const victim = pick(fleet.members.filter(({ running }) => running()));
    if (!victim) throw new Error("nobody is left");
    await victim.kill();
    killed[victim.roles] = (killed[victim.roles] ?? 0) + 1;
    const at = Date.now();
    let since = performance.now();
    const [before, asked] = [heard.messages(), telegram.calls.length];
    const own = senders.find(({ member }) => member === victim);
    if (own) {
      await letHearAgain([own]);
      own.from = heard.messages();
    }
    recovering.set(victim, victim.start());
    const others = fleet.of("worker").filter(({ running }) => running()).length;
    // An API that dies takes nothing along: its callers ask another, where there is one.
    const isMute = !fleet.of("api").some(({ running }) => running());
    const back =
      (others === 0 || isMute) &&
      manned().then(() => {
        since = performance.now();
        return isMute ? letHearAgain(senders) : undefined;
      });
    await heard.until(before + 1);
    const ms = Math.round(performance.now() - since);
    await back;
    const wait = telegram.calls.slice(asked).some((call) => call.fault === "429")
      ? "told to wait"
      : undefined;
    const because = away ?? wait;
    silences.push({ killed: victim.roles, at, ms, others, ...(because && { because }) });
  }
  await Promise.all(recovering.values());

  let last = await staff().broadcast({ params: { reference } });
  while (last.state !== "finished") {
    if (performance.now() - begun > 30 * 60_000) throw new Error(`it does not end:\n${state(fleet, last)}`);
    await sleep(200);
    last = await staff().broadcast({ params: { reference } });
  }
  const { state: ended, total, sent, failed, leftOut } = last;
  return {
    ...{ state: ended, total, sent, failed, leftOut },
    skipped: recipients - heard.distinct(),
    repeats: heard.messages() - heard.distinct(),
    ...{ inFlight, unanswered: heard.unanswered(), unexplained: heard.unexplained(), kills: killed },
    ...{ takenOver: leases.takenOver(), silences },
    seconds: Math.round((performance.now() - begun) / 1000),
    ...{ fallen: fleet.fallen, unmodelled: telegram.unmodelled },
  };
}

/** What is not as it must be, however slow the machine. */
export function wrongs({ recipients }: Fire, damage: Damage): string[] {
  const { state, total, sent, skipped, repeats, inFlight, unanswered, takenOver, fallen, unmodelled } =
    damage;
  const all = [state === "finished", total === recipients, sent === recipients];
  return [
    ...(all.every(Boolean) ? [] : [`${sent} of ${total} were sent, of ${recipients}; it is ${state}`]),
    ...(skipped === 0 ? [] : [`${skipped} heard nothing`]),
    ...(repeats <= inFlight + unanswered
      ? []
      : [`${repeats} messages came again, and only ${inFlight} + ${unanswered} may`]),
    ...(takenOver.length > 0 ? [] : ["nobody took a dead worker's page over"]),
    ...fallen.map((fall) => `a process fell: ${fall}`),
    ...unmodelled.map((gap) => `the double does not know: ${gap}`),
  ];
}

/** What is not as it must be on a machine that has time for it: who is not run for two seconds loses a page. */
export const lapses = ({ unexplained, silences }: Damage): string[] => [
  ...unexplained.map(
    ({ chat, times, heard }) =>
      `${times} messages came again to ${chat} that were not on their way at a kill: ${heard.map(({ root, at }) => `${at} at ${root}`).join(", ")}`,
  ),
  ...silences
    .filter(({ ms }) => ms > longestSilence)
    .map(({ ms, killed }) => `nobody heard anything for ${ms} ms after the kill of ${killed}`),
];

const state = (fleet: Fleet, last: object): string =>
  `${JSON.stringify(last)}\n${fleet.said().slice(-5_000)}`;
