// npm run chaos:broadcast: a broadcast under fire.
import { argumentsOrEnd } from "../../api/contract/command-line.ts";
import { broadcastUnderFire, type Fire, lapses, wrongs } from "../broadcasts/under-fire.ts";

const usage = `20,000 recipients and 50 kills. Every recipient has one outcome, what comes twice was on its way when something was
killed, and five seconds after a kill somebody hears the next.

  npm run chaos:broadcast

RECIPIENTS, KILLS, RATE (messages a second) and SEED in the environment change that.`;
argumentsOrEnd(usage, {});

const number = (name: string, usual: number) => Number(process.env[name] ?? usual);
const fire: Fire = {
  recipients: number("RECIPIENTS", 20_000),
  kills: number("KILLS", 50),
  rate: number("RATE", 400),
  seed: number("SEED", Date.now() % 1_000_000),
  faults: [
    { kind: "429", retryAfter: 1 },
    { kind: "500" },
    { kind: "502" },
    { kind: "reset-before" },
    { kind: "reset-after" },
    { kind: "timeout" },
    { kind: "timeout-after" },
  ],
};
console.log(`${fire.recipients} recipients, ${fire.kills} kills, ${fire.rate} messages/s, seed ${fire.seed}`);
const damage = await broadcastUnderFire(fire);
const { takenOver, fallen, unmodelled, kills, silences, unexplained, ...counts } = damage;
console.table({ ...counts, unexplained: unexplained.length, ...kills });
const middle = takenOver[Math.floor(takenOver.length / 2)];
console.log(
  `${takenOver.length} pages of dead workers were taken over, after ${middle} ms (median), ${takenOver.at(-1)} ms at most`,
);
const longest = Math.max(...silences.map(({ ms }) => ms));
console.log(`nobody heard anything for ${longest} ms after a kill at most; for more than a second after`);
console.table(silences.filter(({ ms }) => ms > 1_000));
if (unexplained.length > 0)
  console.table(silences.map(({ at, killed, because }) => ({ at, killed, because })));
const wrong = [...wrongs(fire, damage), ...lapses(damage)];
for (const one of wrong) console.error(one);
if (wrong.length > 0) process.exitCode = 1;
