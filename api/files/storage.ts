import { randomBytes } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { makeDataDir, noDataDir } from "../../prisma/files.ts";
import { s3Storage } from "./s3.ts";

/** Where files are kept, by key. What is put is sealed already. */
export type Storage = {
  put(key: string, bytes: Buffer): Promise<void>;
  /** @throws where there is no such file */
  get(key: string): Promise<Buffer>;
  /** Once it is gone, taking it away again is no error. */
  delete(key: string): Promise<void>;
};

/** The storage failed: the disk is full, or the bucket does not answer. */
export class StorageFailure extends Error {
  override readonly name = "StorageFailure";
}

/** The same storage, whose failures are known for what they are. */
export function failing(storage: Storage): Storage {
  const failed = (what: string) => (cause: unknown) => {
    throw new StorageFailure(`a document could not be ${what}`, { cause });
  };
  return {
    put: (key, bytes) => storage.put(key, bytes).catch(failed("kept")),
    get: (key) => storage.get(key).catch(failed("read")),
    delete: (key) => storage.delete(key).catch(failed("deleted")),
  };
}

/** Opens the storage: a bucket where the operator names one, and otherwise a folder of DATA_DIR. */
export const openStorage = ({ dataDir, s3Url }: { dataDir: string; s3Url?: string | undefined }): Storage =>
  s3Url ? s3Storage(s3Url) : folderStorage(uploadsOf(dataDir));

const uploadsOf = (dataDir: string): string => join(dataDir, "uploads");

/**
 * Makes the folder of uploads where there is no bucket: a backup finds it before the first upload, and a DATA_DIR in which
 * none can be is told at the start rather than to the first student with a document.
 * @throws {import("../../prisma/start-error.ts").StartError} one sentence that names DATA_DIR
 */
export async function makeUploads({
  dataDir,
  s3Url,
}: {
  dataDir: string;
  s3Url?: string | undefined;
}): Promise<void> {
  if (s3Url) return;
  await makeDataDir(dataDir);
  await mkdir(uploadsOf(dataDir), { recursive: true, mode: 0o700 }).catch((cause: unknown) => {
    throw noDataDir(dataDir, cause);
  });
}

/** Keeps files in a folder, in as many subfolders as keys begin differently. */
export function folderStorage(folder: string): Storage {
  const fileOf = (key: string) => join(folder, key.slice(0, 2), key);
  return {
    async put(key, bytes) {
      const file = fileOf(key);
      await mkdir(dirname(file), { recursive: true, mode: 0o700 });
      // Written aside first: a file is there whole or not at all.
      const aside = `${file}.${randomBytes(4).toString("hex")}`;
      try {
        await writeFile(aside, bytes, { mode: 0o600, flush: true });
        await rename(aside, file);
      } catch (cause) {
        // On a full disk half a file would take what little there is.
        await rm(aside, { force: true });
        throw cause;
      }
    },
    get: (key) => readFile(fileOf(key)),
    delete: (key) => rm(fileOf(key), { force: true }),
  };
}

/** Keeps files for as long as the process lives. */
export function memoryStorage(): Storage {
  const files = new Map<string, Buffer>();
  return {
    put: async (key, bytes) => void files.set(key, bytes),
    async get(key) {
      const bytes = files.get(key);
      if (!bytes) throw new Error(`there is no file ${key}`);
      return bytes;
    },
    delete: async (key) => void files.delete(key),
  };
}
