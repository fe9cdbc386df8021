import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { makeDataDir } from "../../prisma/files.ts";

describe("DATA_DIR", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "rabta-data-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  test("is made with the folders that it is in, and may be there already", async () => {
    const dataDir = join(folder, "one", "two");
    await Promise.all([makeDataDir(dataDir), makeDataDir(dataDir)]);
    await makeDataDir(dataDir);
    expect((await stat(dataDir)).isDirectory()).toBe(true);
  });

  test("that is a file, or in one, is refused with one sentence", async () => {
    const file = join(folder, "file");
    await writeFile(file, "");
    const sentence = /^DATA_DIR \S+ is no folder that this user may read and write \(\w+\); name one that is/;
    await expect(makeDataDir(file)).rejects.toThrow(sentence);
    await expect(makeDataDir(join(file, "one", "two"))).rejects.toThrow(sentence);
  });

  test.runIf(process.platform === "linux")("where nothing can be made is refused too", async () => {
    await expect(makeDataDir("/proc/rabta/data")).rejects.toThrow(
      /^DATA_DIR \/proc\/rabta\/data is no folder/,
    );
  });
});
