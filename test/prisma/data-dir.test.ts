import { spawnSync } from "node:child_process";
import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
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

  test.runIf(process.platform === "linux")(
    "without room is refused, and no half of a key stays",
    async () => {
      const tries = `
      import { lockDataDir } from "${resolve("prisma/data-lock.ts")}";
      import { loadEncryptionKey } from "${resolve("prisma/encryption-key.ts")}";
      process.on("SIGXFSZ", () => {});
      const dataDir = ${JSON.stringify(folder)};
      await loadEncryptionKey({ dataDir }).catch(({ message }) => console.log(message));
      await lockDataDir(dataDir).catch(({ message }) => console.log(message));`;
      // No file may have a byte, as on a full disk.
      const full = `ulimit -f 0; exec "$0" --input-type=module --eval "$1"`;
      const { stdout } = spawnSync("sh", ["-c", full, process.execPath, tries], { encoding: "utf8" });
      const sentence = `DATA_DIR ${folder} has no room left (EFBIG); make some, or name another folder, such as DATA_DIR=.rabta\n`;
      expect(stdout).toBe(sentence + sentence);
      expect(await readdir(folder)).not.toContainEqual(expect.stringContaining("encryption-key"));
    },
  );

  test.runIf(process.platform === "linux")("where nothing can be made is refused too", async () => {
    await expect(makeDataDir("/proc/rabta/data")).rejects.toThrow(
      /^DATA_DIR \/proc\/rabta\/data is no folder/,
    );
  });
});
