import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { lockDataDir } from "../../prisma/data-lock.ts";

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "rabta-lock-"));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

test("a second start on the same DATA_DIR is refused with one sentence", async () => {
  const unlock = await lockDataDir(directory);
  await expect(lockDataDir(directory)).rejects.toThrow(
    /^DATA_DIR .* is already in use by another running copy/,
  );
  await unlock();
  await (await lockDataDir(directory))();
});

test("the lock of a process that was killed is taken over at once", async () => {
  const script = `const { lockDataDir } = await import(${JSON.stringify(new URL("../../prisma/data-lock.ts", import.meta.url).href)});
    await lockDataDir(${JSON.stringify(directory)}); console.log("locked"); setInterval(() => {}, 1000);`;
  const other = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(other.stdout, "data");
  await expect(lockDataDir(directory)).rejects.toThrow("already in use");
  const ended = once(other, "exit");
  other.kill("SIGKILL");
  await ended;
  await (await lockDataDir(directory))();
});
