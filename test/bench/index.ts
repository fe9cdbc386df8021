// Every benchmark, one after the other, each beside its peer in the same run.
import { spawnSync } from "node:child_process";
import { cpus } from "node:os";

const benchmarks = ["broadcast"];
const [cpu] = cpus();
console.log(`${cpus().length} × ${cpu?.model ?? "unknown"}, Node ${process.version}`);
for (const name of benchmarks) {
  console.log(`\n${name}`);
  const { status } = spawnSync(process.execPath, [`test/bench/${name}.ts`], { stdio: "inherit" });
  if (status !== 0) process.exitCode = 1;
}
