import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { freePort } from "../free-port.ts";
import { dataDirectory } from "../program.ts";

const [heading = "", first = ""] = (await readFile("docs/import/students.csv", "utf8")).split("\n");

/** A dry run of students, the last of whom is named and nothing else, in a folder in which nothing is yet. */
async function dryRun(environment: Record<string, string>) {
  const folder = await dataDirectory();
  onTestFinished(folder.remove);
  const file = join(folder.path, "students.csv");
  await writeFile(file, [heading, first, first.replace(/^[^,]*/, "nobody"), ""].join("\n"));
  const DATA_DIR = join(folder.path, "data");
  const env = { PATH: process.env.PATH, DATA_DIR, ...environment };
  const words = ["api/import/command.ts", "--dry-run", file];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { env, encoding: "utf8" });
  expect(existsSync(DATA_DIR)).toBe(false);
  return { status, said: stdout.replaceAll(file, "students.csv").split("\n"), stderr };
}

test.each([
  ["where there is none yet", async () => ({}), /There is no database yet: npm run migrate .*\.\n$/],
  [
    "where it does not answer",
    async () => ({ DATABASE_URL: `postgresql://x:y@127.0.0.1:${await freePort()}/x` }),
    /DATABASE_URL does not lead to a database: .*\n$/,
  ],
])(
  "without a database, %s, a dry run reads every line and says what it could not look up",
  async (_, env, why) => {
    const { status, said, stderr } = await dryRun(await env());
    expect(status).toBe(1);
    expect(said).toEqual([
      "students.csv: 1 bad line:",
      expect.stringMatching(/^ {2}line 3: .*registration number/i),
      "students.csv: students, 2 lines, 1 of which can be read.",
      "",
    ]);
    expect(stderr).toMatch(/^Whether what the lines refer to exists was not looked up/);
    expect(stderr).toMatch(why);
  },
);
