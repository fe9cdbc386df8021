import type { Database } from "../../prisma/database.ts";
import { type Finding, right, wrong } from "../contract/finding.ts";
import { s3Storage } from "./s3.ts";
import { openStorage } from "./storage.ts";

/**
 * Whether the newest document that the records speak of can be read: after a restore the folder may be missing, or be another
 * user's, and a bucket may refuse its key.
 */
export async function examineFiles(
  database: Database,
  { dataDir, s3Url }: { dataDir: string; s3Url?: string | undefined },
): Promise<Finding> {
  const newest = await database.client.storedFile
    .findFirst({ orderBy: { createdAt: "desc" }, select: { storageKey: true } })
    // Before the first migration there is nothing to look into.
    .catch(() => null);
  if (!newest) return s3Url ? examineBucket(s3Url) : right("Nobody has sent a document yet.");
  const place = s3Url ? "S3_URL's bucket" : `DATA_DIR ${dataDir}`;
  try {
    await openStorage({ dataDir, s3Url }).get(newest.storageKey);
    return right(`The newest document can be read from ${place}.`);
  } catch (cause) {
    return wrong(
      `The newest document cannot be read from ${place} (${reasonOf(cause)}): ${s3Url ? "mend the address, or restore its files" : "restore its folder uploads, as files of this user"}.`,
    );
  }
}

/**
 * Whether a bucket answers, and knows the key, where there is no document to read from it.
 * @param url S3_URL
 */
export async function examineBucket(url: string): Promise<Finding> {
  const { host, pathname } = new URL(url);
  try {
    await s3Storage(url).reach();
    return right(`S3_URL's bucket answers, and knows the key; what it lets that do is seen with a document.`);
  } catch (cause) {
    return wrong(
      `S3_URL ${host}${pathname} is no bucket that can be read (${reasonOf(cause)}): mend the address, its key or its region.`,
    );
  }
}

/** Why it failed; of a request that got no answer, why not. */
function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  return cause.cause instanceof Error ? reasonOf(cause.cause) : cause.message;
}
