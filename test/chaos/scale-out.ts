// npm run chaos:scale: many processes, killed one by one.
import { argumentsOrEnd } from "../../api/contract/command-line.ts";
import { scaledOut, wrongs } from "../durability/scaled-out.ts";

const usage = `Three bots, two APIs and two workers, one of which is killed every second, sixty times, once on a single Redis and once
on a cluster.

  npm run chaos:scale

KILLS, STUDENTS and SEED in the environment change that.`;
argumentsOrEnd(usage, {});

const number = (name: string, usual: number) => Number(process.env[name] ?? usual);
for (const redis of ["single", "cluster"] as const) {
  const counted = await scaledOut({
    ...{ redis, students: number("STUDENTS", 20), kills: number("KILLS", 60), seed: number("SEED", 1) },
  });
  const { kills, fallen, unmodelled, ...counts } = counted;
  console.log(`Redis: ${redis}`);
  console.table({ ...counts, ...kills });
  for (const one of wrongs(counted)) {
    console.error(one);
    process.exitCode = 1;
  }
}
