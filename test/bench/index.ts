// Every benchmark, one after the other, each beside its peers in the same run.
import { fork } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { z } from "zod";
import { argumentsOrEnd } from "../../api/contract/command-line.ts";
import { Row } from "./figures.ts";
import { machine } from "./machine.ts";
import { tableOf } from "./table.ts";

/** Each is `NAME.ts` beside this file; what takes longer than its minutes is cut off, and what it reported counts. */
const benchmarks: Record<string, { title: string; minutes: number }> = {
  turn: { title: "A turn, beside what would be used instead", minutes: 8 },
  api: { title: "The grades over HTTP, beside a plain route", minutes: 3 },
  "result-day": { title: "The day of the results, whole, on this machine alone", minutes: 8 },
  "start-up": { title: "Until it is ready, what it holds, and what is installed", minutes: 4 },
  broadcast: { title: "A broadcast, beside one BullMQ job a recipient", minutes: 20 },
  import: { title: "Importing a million results, beside psql's \\copy as the floor", minutes: 30 },
  understanding: { title: "Understanding a sentence, beside minisearch and natural", minutes: 5 },
  metrics: { title: "What counting costs a turn, in memory and without the API", minutes: 2 },
};

const list = Object.entries(benchmarks).map(([name, { title }]) => `  ${name.padEnd(14)}${title}`);
const usage = `Every benchmark, one after the other, each beside its peers in the same run.

  npm run bench                                   all of them
  npm run bench -- turn api                       some
  npm run bench -- --markdown docs/figures.md     and writes the tables down

${list.join("\n")}`;

const { values, positionals } = argumentsOrEnd(usage, {
  allowPositionals: true,
  options: { markdown: { type: "string" } },
});
const unknown = positionals.find((name) => !(name in benchmarks));
if (unknown !== undefined) {
  console.error(`There is no benchmark ${unknown}; there are ${Object.keys(benchmarks).join(", ")}.`);
  process.exit(1);
}

const begun = new Date();
const written = [`Measured on ${begun.toISOString().slice(0, 10)}: ${await machine()}.`];
console.log(written[0]);
for (const [name, { title, minutes }] of Object.entries(benchmarks)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  const rows: Row[] = [];
  // In a group of its own, so that whatever it started ends with it.
  const child = fork(`test/bench/${name}.ts`, {
    ...{ stdio: ["ignore", "inherit", "inherit", "ipc"], detached: true },
  });
  child.on("message", (message) => rows.push(...z.array(Row).parse(message)));
  const late = setTimeout(() => endGroup(child.pid), minutes * 60_000);
  const interrupted = () => {
    endGroup(child.pid);
    process.exit(1);
  };
  process.once("SIGINT", interrupted).once("SIGTERM", interrupted);
  const [code, signal] = await once(child, "exit");
  endGroup(child.pid);
  process.off("SIGINT", interrupted).off("SIGTERM", interrupted);
  clearTimeout(late);
  const section = [`\n## ${title}\n`, ...(rows.length > 0 ? [tableOf(rows)] : [])];
  if (signal === "SIGKILL") section.push(`\nCut off after ${minutes} minutes.`);
  else if (code !== 0) section.push(`\nIt broke off (${signal ?? `exit code ${code}`}).`);
  if (code !== 0) process.exitCode = 1;
  console.log(section.join("\n"));
  written.push(...section);
}
if (values.markdown !== undefined) {
  const head = `# Figures\n\nMade by \`npm run bench -- --markdown ${values.markdown}\`: medians, with the least and the greatest of the rounds.\n`;
  writeFileSync(values.markdown, `${[head, ...written].join("\n")}\n`);
}

/** Ends a process and those that it started; nothing where none is left. */
function endGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, "SIGKILL");
  } catch {
    // They have all ended.
  }
}
