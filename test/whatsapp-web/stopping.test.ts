import { execFileSync } from "node:child_process";
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { launchable, whatsappArgs } from "../chromium.ts";
import { phone } from "../doubles/whatsapp-web/phone.ts";
import { dataDirectory, type Program, startProgram } from "../program.ts";

const ayesha = "923001234567@c.us";

/** The whole program with WhatsApp in it, once it has answered somebody there. */
async function answering(): Promise<Program> {
  const own = await phone();
  const data = await dataDirectory();
  onTestFinished(() => data.remove());
  await cp(own.page.folder, join(data.path, "whatsapp-pages"), { recursive: true });
  const program = await startProgram({
    ...{ DATA_DIR: data.path, WHATSAPP_WEB: "on", WHATSAPP_WEB_VERSION: own.page.version },
    ...{ WHATSAPP_WEB_PACE: "0", CHROMIUM_PATH: launchable() ?? "" },
    CHROMIUM_ARGS: whatsappArgs.join(" "),
  });
  onTestFinished(() => program.kill());
  own.says(ayesha, "hello");
  await own.until(() => own.sent.length > 0, `an answer (${program.said()})`);
  return program;
}

/** A process and all that it has started, and they have. */
function familyOf(program: Program): number[] {
  const lines = execFileSync("ps", ["-e", "-o", "pid=,ppid="], { encoding: "utf8" }).trim().split("\n");
  const all = lines.map((line) => line.trim().split(/\s+/).map(Number));
  const family = [program.process.pid ?? 0];
  for (const parent of family) family.push(...all.filter(([, of]) => of === parent).map(([pid]) => pid ?? 0));
  return family;
}

/** @returns false where there is no such process (any more) */
function signal(pid: number, what: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, what);
  } catch {
    return false;
  }
}

describe.runIf(launchable())("the program with a real Chromium for WhatsApp", () => {
  test.each([
    ["it is asked to", (program: Program) => program.stop(), 0],
    [
      "all its processes are, as Ctrl-C and service managers do it",
      (program: Program, family: number[]) => {
        for (const pid of family.slice(1)) signal(pid, "SIGTERM");
        return program.stop();
      },
      0,
    ],
    ["it is killed", (program: Program) => program.kill().then(() => null), null],
  ])(
    "leaves no process behind when %s",
    async (_, end, code) => {
      const program = await answering();
      const family = familyOf(program);
      expect(family.length).toBeGreaterThan(3);
      expect(await end(program, family)).toBe(code);
      await expect.poll(() => family.filter((pid) => signal(pid, 0)), { timeout: 10_000 }).toEqual([]);
    },
    90_000,
  );
});
