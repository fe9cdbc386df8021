import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { dataDirectory } from "../program.ts";

const scripts: Record<string, string> = JSON.parse(readFileSync("package.json", "utf8")).scripts;
/** The commands: what each script starts in the end. */
const commands = Object.entries(scripts).flatMap(([name, script]) => {
  const [, file] = /node ((?:api|bot|conversations|test)\/\S+\.ts)$/.exec(script) ?? [];
  return file === undefined ? [] : [[name, file] as const];
});

const called = (file: string, ...words: string[]) => calledWith({}, file, ...words);

function calledWith(environment: Record<string, string>, file: string, ...words: string[]) {
  const DATA_DIR = join(tmpdir(), crypto.randomUUID());
  const env = { PATH: process.env.PATH, DATA_DIR, PORT: "0", ...environment };
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...words], { env, encoding: "utf8" });
  expect(existsSync(DATA_DIR)).toBe(false);
  return { status, stdout, stderr };
}

test("none of the commands is passed over", () => expect(commands).toHaveLength(18));

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

const supervisor = { STAFF_EMAIL: "s@rabta.example", STAFF_PASSWORD: "demo-desk-2" };

test.each([
  ["api/settings-command.ts", ["list", "--colour"], {}, /--colour/],
  ["bot/broadcast-command.ts", ["watch", "foo"], supervisor, /^Which broadcast\?.*BC-2026-000003/],
  ["bot/broadcast-command.ts", ["list"], { ...supervisor, API_URL: "here" }, /^API_URL .*http:/],
  ["test/chaos/index.ts", ["sunshine"], {}, /^No fault has sunshine/],
  ["test/bench/index.ts", ["turns"], {}, /^There is no benchmark turns/],
  ["test/understanding/measure.ts", ["fresh", "wron"], {}, /^There is no fresh wron/],
])("%s %j refuses in one sentence what cannot be right", (file, words, environment, says) => {
  const { status, stdout, stderr } = calledWith(environment, file, ...words);
  expect([status, stdout]).toEqual([1, ""]);
  expect(stderr).toMatch(/^[^\n]+\n$/);
  expect(stderr).toMatch(says);
});

test.each([
  ["api/staff-command.ts", "list"],
  ["api/settings-command.ts", "list"],
  ["api/misunderstood-command.ts"],
])("%s on a database without tables says how they are made", async (file, ...words) => {
  const folder = await dataDirectory();
  onTestFinished(folder.remove);
  const env = { PATH: process.env.PATH, DATA_DIR: folder.path };
  const { status, stderr } = spawnSync(process.execPath, [file, ...words], { env, encoding: "utf8" });
  expect([status, stderr]).toEqual([1, "The database lacks the tables of this version: npm run migrate.\n"]);
});
