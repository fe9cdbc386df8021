import { rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join, resolve } from "node:path";
import lockfile from "proper-lockfile";
import { hasCode, makeDataDir, noDataDir, readIfThere } from "./files.ts";
import { StartError } from "./start-error.ts";

// PGlite has no lock of its own: two processes on one folder lose committed rows. So whoever opens DATA_DIR holds
// `database.lock`, whose time is refreshed while the holder lives; `database.owner` says who that is, so that the
// lock of a killed process is taken over at once rather than when it has grown stale.

const stale = 10_000;
const update = 2_000;
const held = new Set<string>();

/**
 * Takes DATA_DIR's database for this process.
 * @returns a function that gives it back
 * @throws {StartError} one sentence, if a living process holds it
 */
export async function lockDataDir(dataDir: string): Promise<() => Promise<void>> {
  const dir = resolve(dataDir);
  await makeDataDir(dir);
  // Taking over is not atomic, so starting processes go through this gate one by one.
  const leaveGate = await lockfile
    .lock(join(dir, "database.starting"), {
      realpath: false,
      stale: 5_000,
      retries: { retries: 80, minTimeout: 100, maxTimeout: 100 },
    })
    .catch((cause: unknown) => {
      throw hasCode(cause, "EACCES") ? noDataDir(dataDir, cause) : cause;
    });
  try {
    if (await ownerIsDead(dir)) await rm(join(dir, "database.lock"), { recursive: true, force: true });
    const lock = { release: await take(dir, dataDir, retake) };
    // The lock is lost when this process stood still for long, as a suspended laptop does. If nobody took it
    // meanwhile it is ours again; if somebody did, the rejection ends this process before it can write.
    async function retake(): Promise<void> {
      lock.release = await take(dir, dataDir, retake);
    }
    held.add(dir);
    return async () => {
      held.delete(dir);
      await rm(join(dir, "database.owner"), { force: true });
      await lock.release();
    };
  } finally {
    await leaveGate();
  }
}

async function take(dir: string, dataDir: string, onLost: () => Promise<void>): Promise<() => Promise<void>> {
  try {
    const release = await lockfile.lock(join(dir, "database"), {
      realpath: false,
      stale,
      update,
      onCompromised: () => void onLost(),
    });
    await writeFile(join(dir, "database.owner"), JSON.stringify({ host: hostname(), pid: process.pid }));
    return release;
  } catch (cause) {
    if (!hasCode(cause, "ELOCKED")) throw noDataDir(dataDir, cause);
    throw new StartError(
      `DATA_DIR ${dataDir} is already in use by another running copy; stop that one, or start this one with a directory of its own, such as DATA_DIR=.rabta-2`,
      { cause },
    );
  }
}

/** True only if the owner ran on this machine and no longer does. */
async function ownerIsDead(dir: string): Promise<boolean> {
  if (held.has(dir)) return false;
  const text = await readIfThere(join(dir, "database.owner"));
  const owner = /^\{"host":"(?<host>[^"]*)","pid":(?<pid>\d+)\}$/.exec(text ?? "")?.groups;
  if (owner?.host !== hostname()) return false;
  const pid = Number(owner.pid);
  // A container's process gets the same id at every start, so our own id is a predecessor's.
  return pid === process.pid || !isAlive(pid);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, "EPERM");
  }
}
