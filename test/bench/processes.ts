import { readdirSync, readFileSync } from "node:fs";

/** A clock tick of Linux, in µs. */
const tick = 10_000;

/** The CPU (µs) that processes and all their children have used, as Linux counts it, with children that have ended. */
export function cpuOf(pids: readonly number[]): number {
  const all = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, "utf8");
        // After the name, which may hold anything: state, parent, and so on (proc(5)).
        const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
        const [utime = 0, stime = 0, cutime = 0, cstime = 0] = fields.slice(11, 15).map(Number);
        return [{ pid: Number(name), parent: Number(fields[1]), own: utime + stime, ended: cutime + cstime }];
      } catch {
        // It has ended meanwhile.
        return [];
      }
    });
  const wanted = new Set(pids);
  for (let grown = true; grown; ) {
    const before = wanted.size;
    for (const { pid, parent } of all) if (wanted.has(parent)) wanted.add(pid);
    grown = wanted.size > before;
  }
  return (
    all.filter(({ pid }) => wanted.has(pid)).reduce((sum, { own, ended }) => sum + own + ended, 0) * tick
  );
}

/** The process that has another one as its child. */
export function parentOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
}

/** The middle one of some figures, and the least and the greatest. */
export function spread(figures: readonly number[]): { median: number; least: number; most: number } {
  const sorted = figures.toSorted((a, b) => a - b);
  return {
    median: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN,
    least: sorted[0] ?? Number.NaN,
    most: sorted.at(-1) ?? Number.NaN,
  };
}
