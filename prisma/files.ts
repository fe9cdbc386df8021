import { readFile } from "node:fs/promises";

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
