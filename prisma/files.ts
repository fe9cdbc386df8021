import { mkdir, readFile } from "node:fs/promises";
import { StartError } from "./start-error.ts";

/** Makes DATA_DIR where it is not there yet. @throws {StartError} one sentence, where it cannot be */
export async function makeDataDir(dataDir: string): Promise<void> {
  await mkdir(dataDir, { recursive: true }).catch((cause: unknown) => {
    throw noDataDir(dataDir, cause);
  });
}

/** DATA_DIR is nothing that this user may write in. */
export const noDataDir = (dataDir: string, cause: unknown): StartError =>
  new StartError(
    `DATA_DIR ${dataDir} is no folder that this user may read and write (${cause instanceof Error && "code" in cause ? cause.code : cause}); name one that is, such as DATA_DIR=.rabta`,
    { cause },
  );

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
