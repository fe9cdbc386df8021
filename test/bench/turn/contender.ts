// One contender in a process of its own: does what the benchmark asks of it over the line, and says what it cost.
// As the program, for whoever reads the API's answers.
import "zod/compile";
import { percentile } from "../figures.ts";
import { Asked, type Told } from "./line.ts";
import { type Contender, dialogue, goingOn, said } from "./world.ts";

/** So many updates are under way at once, as from a messenger that posts them. */
const inFlight = 100;

const [, , name = "", url = ""] = process.argv;
const { open }: { open(url: string): Contender } = await import(`./${name}.ts`);
const contender = open(url);
let [chat, update] = [0, 0];

/** What this process has used so far, in µs. */
function cpu(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

/** Everybody's first line, everybody's second, and so on, so that no chat is ever warm from the line before. */
async function serve(lines: readonly string[], chats: readonly number[]): Promise<Told> {
  const latencies: number[] = [];
  const before = cpu();
  const begun = performance.now();
  const byLine: number[] = [];
  for (const line of lines) {
    const until = cpu();
    let next = 0;
    const one = async () => {
      for (let at = next++; at < chats.length; at = next++) {
        const taken = performance.now();
        await contender.take(said(++update, chats[at] ?? 0, line));
        latencies.push(performance.now() - taken);
      }
    };
    await Promise.all(Array.from({ length: inFlight }, one));
    byLine.push((cpu() - until) / chats.length);
  }
  await contender.idle?.();
  const turns = lines.length * chats.length;
  return {
    turns,
    seconds: (performance.now() - begun) / 1000,
    cpu: (cpu() - before) / turns,
    byLine,
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
  };
}

const newChats = (count: number): number[] => Array.from({ length: count }, () => ++chat);
const around = (turns: number): string[] => Array.from({ length: turns }, (_, at) => goingOn[at % 2] ?? "");

/** So often people who have just logged in and those who have been here long are served in turn: what is noise hits both. */
const looks = 9;

/** Ten turns with people who have just logged in, and ten with others who have had two hundred: what each cost. */
async function long(count: number): Promise<Told> {
  const old = newChats(count);
  const done = await serve([...dialogue.slice(0, 5), ...around(150)], old);
  const early: number[] = [];
  const late: number[] = [];
  for (let look = 0; look < looks; look++) {
    const fresh = newChats(count);
    await serve(dialogue.slice(0, 5), fresh);
    early.push((await serve(around(10), fresh)).cpu);
    late.push((await serve(around(10), old)).cpu);
  }
  return { ...done, early: percentile(early, 0.5), late: percentile(late, 0.5) };
}

/** Many updates of one chat at once, given to two of these in turn, as a messenger gives them to two processes. */
async function crowded(updates: number): Promise<Told> {
  const [here = 0] = newChats(1);
  const done = await serve(dialogue, [here]);
  const other = open(url);
  const before = (await contender.counted?.(here)) ?? 0;
  await Promise.all(
    around(updates).map((line, at) => (at % 2 === 0 ? contender : other).take(said(++update, here, line))),
  );
  await Promise.all([contender.idle?.(), other.idle?.()]);
  const counted = ((await contender.counted?.(here)) ?? 0) - before;
  await other.close();
  return { ...done, lost: updates - counted };
}

process.on("message", async (message) => {
  const asked = Asked.parse(message);
  if (asked.kind === "dialogues") process.send?.(await serve(dialogue, newChats(asked.chats)));
  if (asked.kind === "long") process.send?.(await long(asked.chats));
  if (asked.kind === "crowded") process.send?.(await crowded(asked.updates));
});
process.on("disconnect", () => process.exit());
process.send?.("ready");
