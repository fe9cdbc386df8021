// The six turns from the first word to the grades, over many chats, with a real Redis and everything else stubbed.
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { Redis } from "ioredis";
import { startRedis } from "../redis.ts";
import { type Figure, figure, type Row, report } from "./figures.ts";
import { type Asked, Told } from "./turn/line.ts";
import { dialogue } from "./turn/world.ts";

const rounds = Number(process.env.BENCH_ROUNDS ?? 5);

const contenders = {
  floor: { name: "floor: GET and a compare-and-set script", chats: 10_000 },
  grammy: { name: "grammY, which remembers nothing", chats: 10_000 },
  session: { name: "grammY + session()", chats: 10_000, long: 200 },
  telegraf: { name: "Telegraf, a wizard scene", chats: 10_000, long: 200 },
  conversations: { name: "@grammyjs/conversations 2", chats: 2_000, long: 5 },
  rabta: { name: "Rabta", chats: 10_000, long: 200 },
  store: { name: "of it, what it does on Redis", chats: 10_000 },
};
type Name = keyof typeof contenders;
const names = Object.keys(contenders) as Name[];

const server = await startRedis();
if (!server) {
  console.log("turn: needs redis-server on this machine; not measured");
  process.exit(0);
}
const { url } = server;
const redis = new Redis(url);
const lines = new Map<Name, ChildProcess>();

/** Starts a contender. Its first tens of thousands of turns are slower: what is called often is not compiled yet. */
async function start(name: Name): Promise<void> {
  const child = fork("test/bench/turn/contender.ts", [name, url]);
  await once(child, "message");
  child.once("exit", (code) => {
    if (code) throw new Error(`${name} broke off`);
  });
  lines.set(name, child);
  await ask(name, { kind: "dialogues", chats: contenders[name].chats });
}

async function ask(name: Name, asked: Asked): Promise<Told> {
  const child = lines.get(name);
  child?.send(asked);
  const [told] = await once(child!, "message");
  return Told.parse(told);
}

/** What Redis has done so far: its CPU in µs, and how many commands it was given. */
async function ledger(): Promise<{ cpu: number; commands: number }> {
  const cpu = await redis.info("cpu");
  const [user, system] = ["user", "sys"].map((kind) =>
    Number(new RegExp(`^used_cpu_${kind}:([\\d.]+)`, "m").exec(cpu)?.[1] ?? Number.NaN),
  );
  // Those that only the contenders give; what our scripts call is none of them.
  const stats = await redis.info("commandstats");
  const calls = [...stats.matchAll(/^cmdstat_(?:get|set|del|mget|evalsha|eval):calls=(\d+)/gm)];
  return { cpu: (user! + system!) * 1e6, commands: calls.reduce((sum, [, count]) => sum + Number(count), 0) };
}

type Round = Told & { redis: number; commands: number };

async function round(name: Name): Promise<Round> {
  await redis.flushall();
  const before = await ledger();
  const told = await ask(name, { kind: "dialogues", chats: contenders[name].chats });
  const after = await ledger();
  const each = (of: keyof typeof before) => (after[of] - before[of]) / told.turns;
  return { ...told, redis: each("cpu"), commands: each("commands") };
}

const measured = new Map<Name, Round[]>(names.map((name) => [name, []]));
/** Of each round, Rabta's CPU in those of the peer's right beside it. */
const ratios = new Map<Name, number[]>();

// Rabta and one peer take turns, then Rabta and the next. What the machine does beside them changes within minutes, and a
// process that stands idle for longer gives its memory back: each round is compared with its neighbour alone.
await start("rabta");
for (const peer of names.filter((name) => name !== "rabta")) {
  await start(peer);
  const pairs: number[] = [];
  for (let at = 0; at < rounds; at++) {
    const theirs = await round(peer);
    const ours = await round("rabta");
    measured.get(peer)?.push(theirs);
    measured.get("rabta")?.push(ours);
    pairs.push(ours.cpu / theirs.cpu);
  }
  ratios.set(peer, pairs);
}

const of = (name: Name, what: (round: Round) => number) => figure((measured.get(name) ?? []).map(what));
const cpu = (name: Name) => of(name, (one) => one.cpu);
const beside = (peer: Name) => figure(ratios.get(peer) ?? []);
const inWords = ({ median, least, most }: Figure): string =>
  `${median.toFixed(2)} (${least.toFixed(2)}–${most.toFixed(2)})`;

for (const name of names) {
  const row: Row = {
    name: contenders[name].name,
    rate: { figure: of(name, ({ turns, seconds }) => turns / seconds), unit: "turns/s" },
    cpu: cpu(name),
    p50: of(name, ({ p50 }) => p50),
    p99: of(name, ({ p99 }) => p99),
    besides: `${of(name, ({ commands }) => commands).median.toFixed(2)} commands, Redis ${of(name, (one) => one.redis).median.toFixed(1)} µs`,
    ...(name !== "rabta" && name !== "store" && { ratio: `Rabta's CPU is ${inWords(beside(name))} of it` }),
  };
  if (name === "session")
    row.aim = { text: "at most its CPU, better 0.55", met: beside("session").median <= 1 };
  if (name === "conversations")
    row.aim = { text: "at most a fifth", met: beside("conversations").median <= 0.2 };
  report(row);
}

for (const name of ["session", "rabta"] as const) {
  const costs = dialogue.map(
    (line, at) => `${line} ${of(name, ({ byLine }) => byLine[at]!).median.toFixed(0)}`,
  );
  report({ name: `line by line, µs: ${contenders[name].name}`, besides: costs.join(" · ") });
}

for (const name of names) {
  const { long, name: called } = { long: 0, ...contenders[name] };
  if (long === 0) continue;
  const { early = 0, late = 0 } = await ask(name, { kind: "long", chats: long });
  report({
    name: `turn 200 of ${called}`,
    cpu: figure([late]),
    besides: `turn 5: ${early.toFixed(0)} µs`,
    ratio: `${(late / early).toFixed(2)} of turn 5`,
    ...(name === "rabta" && { aim: { text: "the same as turn 5", met: late / early < 1.2 } }),
  });
}

for (const name of ["session", "rabta"] as const) {
  const { lost = Number.NaN } = await ask(name, { kind: "crowded", updates: 200 });
  report({
    name: `200 updates at once in one chat, ${contenders[name].name}`,
    besides: `${lost} lost`,
    ...(name === "rabta" && { aim: { text: "none lost", met: lost === 0 } }),
  });
}
for (const child of lines.values()) child.disconnect();
await redis.quit();
await server.stop();
