import { randomBytes } from "node:crypto";
import { link, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { hasCode, makeDataDir, noDataDir, readIfThere } from "./files.ts";
import { StartError } from "./start-error.ts";

const keyBytes = 32;

/**
 * The key of everything sealed: the operator's, or one made at the first start and kept beside the data.
 * @param options.value ENCRYPTION_KEY, if set
 * @param options.dataDir where a made key is kept, as `encryption-key`, readable by its owner only
 * @returns 32 bytes
 * @throws {StartError} one sentence, if the key is not 32 bytes in base64
 */
export async function loadEncryptionKey(options: {
  value?: string | undefined;
  dataDir: string;
}): Promise<Buffer> {
  const existing = await existingEncryptionKey(options);
  if (existing) return existing;
  const file = join(options.dataDir, "encryption-key");
  await makeDataDir(options.dataDir);
  const kept = await keepNewKey(file).catch((cause: unknown) => {
    throw noDataDir(options.dataDir, cause);
  });
  return parseKey(kept, file);
}

/** The key that there is, without making one. @throws {StartError} likewise */
export async function existingEncryptionKey(options: {
  value?: string | undefined;
  dataDir: string;
}): Promise<Buffer | undefined> {
  if (options.value) return parseKey(options.value, "ENCRYPTION_KEY");
  const file = join(options.dataDir, "encryption-key");
  const kept = await readIfThere(file).catch((cause: unknown) => {
    throw noDataDir(options.dataDir, cause);
  });
  return kept === undefined ? undefined : parseKey(kept, file);
}

/** Writes aside and links into place, so that of two first starts one key wins and no half-written file is read. */
async function keepNewKey(file: string): Promise<string> {
  const aside = `${file}.${process.pid}.${randomBytes(4).toString("hex")}`;
  try {
    await writeFile(aside, `${randomBytes(keyBytes).toString("base64")}\n`, { mode: 0o600, flag: "wx" });
    await link(aside, file);
  } catch (error) {
    if (!hasCode(error, "EEXIST")) throw error;
  } finally {
    await rm(aside, { force: true });
  }
  return readFile(file, "utf8");
}

function parseKey(text: string, source: string): Buffer {
  const trimmed = text.trim();
  const key = Buffer.from(trimmed, "base64");
  if (key.length !== keyBytes || key.toString("base64") !== trimmed) {
    throw new StartError(
      `${source} must be 32 bytes in base64 (44 characters), such as the output of: openssl rand -base64 32`,
    );
  }
  return key;
}
