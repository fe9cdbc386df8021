import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

const scripts: Record<string, string> = JSON.parse(readFileSync("package.json", "utf8")).scripts;
/** The operator's commands: what each script starts in the end. */
const commands = Object.entries(scripts).flatMap(([name, script]) => {
  const [, file] = /node ((?:api|bot)\/\S+\.ts)$/.exec(script) ?? [];
  return file === undefined ? [] : [[name, file] as const];
});

function called(file: string, ...words: string[]) {
  const DATA_DIR = join(tmpdir(), crypto.randomUUID());
  const env = { PATH: process.env.PATH, DATA_DIR, PORT: "0" };
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...words], { env, encoding: "utf8" });
  expect(existsSync(DATA_DIR)).toBe(false);
  return { status, stdout, stderr };
}

test("there are as many commands as an operator has", () => expect(commands).toHaveLength(11));

test.each(commands)("npm run %s says how it is called, and does nothing", (name, file) => {
  const { status, stdout, stderr } = called(file, "--help");
  expect([status, stderr]).toEqual([0, ""]);
  expect(stdout).toMatch(new RegExp(`^.*\\.\\n\\n  npm (?:run (?:-s )?)?${name}`, "s"));
});

test.each(commands)("npm run %s refuses in one sentence what it does not know", (_, file) => {
  const { status, stdout, stderr } = called(file, "--colour");
  expect([status, stdout]).toEqual([1, ""]);
  expect(stderr).toMatch(/^[^\n]*--colour[^\n]*\n$/);
});
