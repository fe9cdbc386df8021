import type { Database } from "../../prisma/database.ts";
import { type Finding, right, wrong } from "../contract/finding.ts";
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
  if (!newest) return right("Nobody has sent a document yet.");
  const place = s3Url ? "S3_URL's bucket" : `DATA_DIR ${dataDir}`;
  try {
    await openStorage({ dataDir, s3Url }).get(newest.storageKey);
    return right(`The newest document can be read from ${place}.`);
  } catch (cause) {
    return wrong(
      `The newest document cannot be read from ${place} (${cause instanceof Error ? cause.message : cause}): ${s3Url ? "mend the address, or restore its files" : "restore its folder uploads, as files of this user"}.`,
    );
  }
}
