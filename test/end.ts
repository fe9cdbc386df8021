import type { ChildProcess } from "node:child_process";
import { once } from "node:events";

/** Ends a process, if it has not ended; resolves when all that it wrote is read. @returns its exit code, null of one that was killed */
export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const ended = once(child, "close");
  child.kill(signal);
  await ended;
  return child.exitCode;
}
