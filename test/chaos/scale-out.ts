// npm run chaos:scale: three bots, two APIs and two workers, one of which is killed every second, sixty times, once on
// a single Redis and once on a cluster. KILLS, STUDENTS and SEED in the environment change that.
import { scaledOut, wrongs } from "../durability/scaled-out.ts";

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
