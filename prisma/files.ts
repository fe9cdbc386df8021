import { mkdir, readFile, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { StartError } from "./start-error.ts";

/** Makes DATA_DIR where it is not there yet. @throws {StartError} one sentence, where it cannot be */
export async function makeDataDir(dataDir: string): Promise<void> {
  await makeFolder(resolve(dataDir)).catch((cause: unknown) => {
    throw noDataDir(dataDir, cause);
  });
}

/**
 * Makes a folder where it is not there yet, with those that it is in. Node's own `recursive` never comes back where the
 * system calls a folder absent in one that is there, as it does in /proc (seen with Node 24.21).
 */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    if (hasCode(error, "EEXIST") && (await isFolder(path))) return;
    if (!hasCode(error, "ENOENT") || (await isFolder(dirname(path)))) throw error;
    await makeFolder(dirname(path));
    await makeFolder(path);
  }
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

const noRoom = ["ENOSPC", "EDQUOT", "EFBIG"];

/** DATA_DIR is nothing that this user may write in, or has no room. */
export function noDataDir(dataDir: string, cause: unknown): StartError {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
  return new StartError(
    noRoom.includes(code)
      ? `DATA_DIR ${dataDir} has no room left (${code}); make some, or name another folder, such as DATA_DIR=.rabta`
      : `DATA_DIR ${dataDir} is no folder that this user may read and write (${code}); name one that is, such as DATA_DIR=.rabta`,
    { cause },
  );
}

/** Reads a text file; undefined where there is none. Throws what else goes wrong. */
export async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (hasCode(error, "ENOENT")) return undefined;
    throw error;
  }
}

/** Whether an error carries this code, as those of the system and of PostgreSQL do. */
export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
