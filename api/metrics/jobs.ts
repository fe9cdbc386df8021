import { Counter, Gauge, type Registry } from "prom-client";

/** Counts the runs of regular jobs. @returns what makes a job a counted one */
export function jobFigures(
  registers: Registry[],
): (name: string, job: () => Promise<unknown>) => () => Promise<void> {
  const runs = new Counter({
    name: "rabta_job_runs_total",
    help: "Runs of regular jobs, by job and outcome: done, failed",
    labelNames: ["job", "outcome"],
    registers,
  });
  const seconds = new Gauge({
    name: "rabta_job_seconds",
    help: "How long the last run of a job took",
    labelNames: ["job"],
    registers,
  });
  const done = new Gauge({
    name: "rabta_job_done_timestamp_seconds",
    help: "When a job was last done, in seconds since 1970",
    labelNames: ["job"],
    registers,
  });
  return (job, work) => async () => {
    const began = performance.now();
    try {
      await work();
      runs.inc({ job, outcome: "done" });
      done.set({ job }, Date.now() / 1000);
    } catch (error) {
      runs.inc({ job, outcome: "failed" });
      throw error;
    } finally {
      seconds.set({ job }, (performance.now() - began) / 1000);
    }
  };
}
