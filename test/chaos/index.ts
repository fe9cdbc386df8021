// Everything that goes wrong, one after the other, under load: what students see, what is lost, how long it takes.
import { argumentsOrEnd } from "../../api/contract/command-line.ts";
import { chance } from "../../prisma/seed/chance.ts";
import { openCampus } from "./campus.ts";
import { faults } from "./faults.ts";
import { gather } from "./students.ts";
import { broken, type Outcome, suffer } from "./suffer.ts";

const students = 12;
const usage = `Everything that goes wrong, one after the other, under load: what is seen, what is lost, how long it takes.

  npm run chaos                    all of it, in an order of chance
  npm run chaos -- --seed 7 redis  the order of another run, and only what has such words in its name

${faults.map(({ name }) => `  ${name}`).join("\n")}`;

const { values, positionals } = argumentsOrEnd(usage, {
  allowPositionals: true,
  options: { seed: { type: "string" } },
});
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const random = chance(seed);
const chosen = faults
  .filter(({ name }) => positionals.every((word) => name.toLowerCase().includes(word.toLowerCase())))
  .map((fault) => ({ fault, place: random() }))
  .sort((one, other) => one.place - other.place)
  .map(({ fault }) => fault);

if (chosen.length === 0) {
  console.error(
    `No fault has ${positionals.join(" ")} in its name; there are ${faults.map(({ name }) => name).join(", ")}.`,
  );
  process.exit(1);
}

const columns: [string, (outcome: Outcome) => string][] = [
  ["fault", ({ fault }) => fault],
  ["students see", seen],
  ["said → answered", ({ said, heard }) => `${said} → ${heard}`],
  ["answered twice", ({ twice }) => `${twice}`],
  ["written of passed on", ({ written, passed }) => `${written} of ${passed}`],
  ["written twice", ({ doubled }) => `${doubled}`],
  ["recovery s", ({ recovery }) => (recovery / 1000).toFixed(1)],
  ["longest wait s", ({ longest }) => (longest / 1000).toFixed(1)],
  ["not ready", ({ away }) => away.join(", ") || "–"],
];

function seen({ told }: Outcome): string {
  const times = [...told.values()].reduce((sum, one) => sum + one, 0);
  if (times === 0) return "the answer, later";
  const isGreeting = [...told.keys()].every((line) => line.startsWith("Rabta"));
  return `${isGreeting ? "who are you? log in again" : "try again in a few minutes"} (${times}×)`;
}

console.log(
  `Chaos of seed ${seed}: ${chosen.length} faults, ${students} students who write without a pause.\n`,
);
const campus = await openCampus(4_000);
try {
  const load = await gather(campus, students);
  console.log(`| ${columns.map(([title]) => title).join(" | ")} |\n|${columns.map(() => "---").join("|")}|`);
  for (const fault of chosen) {
    if (fault.isPossible?.(campus) === false) {
      console.log(`| ${fault.name} | cannot be made here: this user may mount no small disk |`);
      continue;
    }
    const outcome = await suffer(campus, load, fault);
    console.log(`| ${columns.map(([, cell]) => cell(outcome)).join(" | ")} |`);
    const wrong = [...broken(outcome, fault, students), ...campus.fleet.fallen];
    for (const one of wrong) console.log(`  ✗ ${one}`);
    if (wrong.length > 0) process.exitCode = 1;
  }
} catch (cause) {
  // What the double of Telegram throws is all of its chats.
  console.log(`  ✗ ${String(cause).slice(0, 300)}`);
  process.exitCode = 1;
} finally {
  await campus.close();
}
console.log(
  process.exitCode
    ? "\nNot everything was as promised."
    : "\nNothing was lost, and nothing was doubled that is not promised to be once.",
);
