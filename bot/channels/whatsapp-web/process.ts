import { type ChildProcess, fork } from "node:child_process";
import type { BrowserOptions, Order, Report } from "./protocol.ts";

/** How long (ms) a browser that is asked to end may take before it is killed. */
const patience = 4_000;

/**
 * Begins a browser's process.
 * @param told what it reports; `ended`: why it works no more, perhaps more than once
 * @throws where the system has no process to give
 */
export function beginBrowser(
  options: BrowserOptions,
  { told, ended }: { told: (report: Report) => void; ended: (why: string) => void },
): ChildProcess {
  const own = fork(new URL("browser.ts", import.meta.url), { serialization: "advanced", stdio: "ignore" });
  own.on("error", ({ message }) => ended(`its process does not work (${message})`));
  own.on("message", told);
  own.on("exit", (code, signal) => ended(`its process ended (${signal ?? code})`));
  own.send({ kind: "start", options } satisfies Order);
  return own;
}

/** Lets it close its browser. Resolves when it has ended. */
export async function endBrowser(own: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => own.once("exit", resolve));
  own.send({ kind: "stop" } satisfies Order, () => {});
  const late = setTimeout(() => own.kill("SIGKILL"), patience);
  await ended;
  clearTimeout(late);
}
