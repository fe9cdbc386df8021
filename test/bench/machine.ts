import { execFileSync } from "node:child_process";
import { cpus, totalmem } from "node:os";
import { findBinaries } from "../postgres.ts";

/** What was measured on, in one line: figures mean nothing without it. */
export async function machine(): Promise<string> {
  const [cpu] = cpus();
  const folder = await findBinaries();
  return [
    `${cpus().length} × ${cpu?.model.trim() ?? "unknown"}`,
    `${Math.round(totalmem() / 1024 ** 3)} GB`,
    `Node ${process.versions.node}`,
    `Redis ${versionOf("redis-server", /v=([\d.]+)/)}`,
    `PostgreSQL ${folder ? versionOf(`${folder}/postgres`, /([\d.]+)/) : "missing"}`,
  ].join(", ");
}

function versionOf(program: string, version: RegExp): string {
  try {
    return version.exec(execFileSync(program, ["--version"], { encoding: "utf8" }))?.[1] ?? "unknown";
  } catch {
    return "missing";
  }
}
