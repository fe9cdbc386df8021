import { z } from "zod";
import type { University } from "../university.ts";

const day = 24 * 60 * 60_000;

const Forgotten = z.array(z.object({ storage_key: z.string() }));

/**
 * Deletes files that were uploaded a day ago and never attached to anything.
 * @returns how many were deleted
 */
export async function forgetFiles(
  { database: { client }, storage, now }: Pick<University, "database" | "storage" | "now">,
  batch = 100,
): Promise<number> {
  const before = new Date(now().getTime() - day);
  let deleted = 0;
  while (true) {
    // The line goes first: whoever attaches it at this moment is told that it is gone, and nobody finds it empty.
    const rows = await client.$queryRaw`
      DELETE FROM stored_files WHERE id IN (
        SELECT file.id FROM stored_files file
        WHERE file.created_at < ${before}
          AND NOT EXISTS (SELECT FROM request_attachments WHERE file_id = file.id)
          AND NOT EXISTS (SELECT FROM broadcasts WHERE file_id = file.id)
        ORDER BY file.created_at LIMIT ${batch} FOR UPDATE SKIP LOCKED
      ) RETURNING storage_key`;
    const keys = Forgotten.parse(rows);
    for (const { storage_key: key } of keys) await storage.delete(key);
    deleted += keys.length;
    if (keys.length < batch) return deleted;
  }
}
