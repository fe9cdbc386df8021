import { spawnSync } from "node:child_process";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import {
  folderStorage,
  makeUploads,
  memoryStorage,
  openStorage,
  type Storage,
} from "../../api/files/storage.ts";
import { s3 } from "../doubles/s3.ts";

async function folder() {
  const path = await mkdtemp(join(tmpdir(), "rabta-files-"));
  onTestFinished(() => rm(path, { recursive: true }));
  return path;
}
const kinds: [string, () => Promise<Storage>][] = [
  ["memory", async () => memoryStorage()],
  ["a folder", async () => folderStorage(await folder())],
  ["a bucket", async () => openStorage({ dataDir: "nowhere", s3Url: (await s3()).url() })],
];

describe.each(kinds)("files in %s", (_, open) => {
  test("come back as they were put, until they are taken away", async () => {
    const storage = await open();
    const bytes = Buffer.from(Array.from({ length: 1000 }, (_, at) => at % 256));
    await storage.put("0190-key", bytes);
    expect((await storage.get("0190-key")).equals(bytes)).toBe(true);
    await storage.put("0190-key", Buffer.from("newer"));
    expect((await storage.get("0190-key")).toString()).toBe("newer");
    await storage.delete("0190-key");
    await expect(storage.get("0190-key")).rejects.toThrow();
    await storage.delete("0190-key");
  });
});

test("the folder of uploads is there before the first one, for its owner alone; with a bucket there is none", async () => {
  const dataDir = await folder();
  await makeUploads({ dataDir, s3Url: "https://KEY:SECRET@s3.example/bucket" });
  expect(await readdir(dataDir)).toEqual([]);
  for (let start = 1; start <= 2; start++) await makeUploads({ dataDir });
  expect((await stat(join(dataDir, "uploads"))).mode & 0o777).toBe(0o700);
});

test("a folder holds nothing half written, and is in DATA_DIR/uploads", async () => {
  const dataDir = await folder();
  const storage = openStorage({ dataDir });
  await Promise.all(Array.from({ length: 20 }, () => storage.put("ab-one", Buffer.alloc(100_000, "x"))));
  expect(await readdir(join(dataDir, "uploads", "ab"))).toEqual(["ab-one"]);
});

test("of a file for which a full disk has no room nothing is left, and the next that fits is kept", async ({
  skip,
}) => {
  const path = await folder();
  if (spawnSync("mount", ["-t", "tmpfs", "-o", "size=256k", "tmpfs", path]).status !== 0)
    return skip("this user may not mount a small disk");
  onTestFinished(() => void spawnSync("umount", [path]));
  const storage = openStorage({ dataDir: path });
  await expect(storage.put("ab-large", Buffer.alloc(1_000_000))).rejects.toThrow(/ENOSPC/);
  expect(await readdir(join(path, "uploads", "ab"))).toEqual([]);
  await storage.put("ab-small", Buffer.alloc(1_000));
  expect(await readdir(join(path, "uploads", "ab"))).toEqual(["ab-small"]);
});

describe("a bucket", () => {
  test("that is busy is asked again", async () => {
    const bucket = await s3();
    bucket.fail(503, 500);
    await openStorage({ dataDir: "", s3Url: bucket.url() }).put("key", Buffer.from("bytes"));
    expect([bucket.asked(), bucket.objects.get("key")?.toString()]).toEqual([3, "bytes"]);
  });

  test.each([
    ["another secret", { by: "wrong" }, "SignatureDoesNotMatch"],
    ["another key", { as: "AKOTHER" }, "InvalidAccessKeyId"],
    ["another bucket", { at: "elsewhere" }, "NoSuchBucket"],
    ["another region", { of: "us-east-1" }, "AuthorizationHeaderMalformed"],
  ])("refuses %s, and the error says why, and no secret", async (_, wrong, code) => {
    const bucket = await s3();
    const url = bucket.url(wrong);
    const put = openStorage({ dataDir: "", s3Url: url }).put("key", Buffer.from("bytes"));
    const error = await put.then(
      () => undefined,
      (cause: Error) => cause,
    );
    expect(error?.message).toContain(code);
    expect(String(error)).not.toContain("s3cr3t");
  });
});
