import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect } from "vitest";
import { dataDirectory } from "./program.ts";
import { testUniversity } from "./university.ts";

const run = promisify(execFile);

/**
 * An operator's command on a PostgreSQL of its own, for all tests of a `describe`: there once its hooks have run.
 * @param file the command's, from the project's folder
 */
export function aCommand(file: string) {
  let university: Awaited<ReturnType<typeof testUniversity>>;
  let folder: Awaited<ReturnType<typeof dataDirectory>>;
  beforeAll(async () => {
    folder = await dataDirectory();
    university = await testUniversity({ engine: "postgresql" });
  });
  afterAll(async () => {
    await university.close();
    await folder.remove();
  });

  /** @returns what it prints, when all went well */
  async function told(...words: string[]): Promise<string> {
    const env = { PATH: process.env.PATH, DATA_DIR: folder.path, DATABASE_URL: university.databaseUrl };
    const { stdout, stderr } = await run(process.execPath, [file, ...words], { env });
    expect(stderr).toBe("");
    return stdout.trimEnd();
  }
  return {
    get university() {
      return university;
    },
    told,
    /** With which code it ends, and what it says then; nothing where all went well. */
    refusal: (...words: string[]) =>
      told(...words).then(
        () => undefined,
        (error: { code: number; stderr: string }) => [error.code, error.stderr.trimEnd()],
      ),
  };
}
