import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { end } from "./end.ts";

/** The real program, in a process of its own. */
export type Program = {
  url: string;
  /** What it printed for people. */
  greeting: string;
  /** The last lines of its log. */
  said(): string;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** Asks it to stop. @returns its exit code */
  stop(): Promise<number | null>;
  process: ChildProcess;
};

/** So many pieces of what a program writes to its log are kept, at least. */
const keptOfLog = 100;

const main = [process.execPath, resolve("bot/main.ts")];

/**
 * Starts `bot/main.ts` with nothing in its environment but what is given, and waits until it says where it listens.
 * @param command what starts it otherwise
 * @throws with everything it printed, where it ends before that
 */
export async function startProgram(environment: Record<string, string>, command = main): Promise<Program> {
  const child = launch(environment, command);
  const printed: string[] = [];
  child.stderr?.on("data", (chunk) => {
    printed.push(String(chunk));
    if (printed.length > 2 * keptOfLog) printed.splice(0, keptOfLog);
  });
  if (!child.stdout) throw new Error("the program has no output");
  const lines: string[] = [];
  for await (const line of createInterface(child.stdout)) {
    lines.push(line);
    const url = /^Rabta is ready at (http\S+)/.exec(line)?.[1];
    if (url) {
      child.stdout.resume();
      return {
        url,
        greeting: lines.join("\n"),
        said: () => printed.join(""),
        process: child,
        kill: () => end(child, "SIGKILL").then(() => {}),
        stop: () => end(child, "SIGTERM"),
      };
    }
  }
  throw new Error(`the program ended before it was ready:\n${printed.join("")}`);
}

/** Starts it where it is expected to refuse. @param cwd where it is started @returns its exit code and what it said */
export async function refusedStart(
  environment: Record<string, string>,
  cwd?: string,
): Promise<{ code: number | null; said: string }> {
  const child = launch(environment, main, cwd);
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (said += chunk));
  const [code] = await once(child, "close");
  return { code, said };
}

/** A folder for DATA_DIR that goes away with the test. */
export async function dataDirectory(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), "rabta-data-"));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

function launch(
  environment: Record<string, string>,
  [program = "", ...args]: readonly string[],
  cwd?: string,
): ChildProcess {
  return spawn(program, args, {
    cwd,
    env: { PATH: process.env.PATH ?? "", HOME: tmpdir(), PORT: "0", LOG_LEVEL: "warn", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
}
