import { z } from "zod";
import { Prisma } from "../../prisma/generated/client.ts";
import type { Transaction, University } from "../university.ts";

const day = 24 * 60 * 60_000;

const Held = z.array(z.object({ id: z.string() }));
const Forgotten = z.array(z.object({ storage_key: z.string() }));

/** Whether nothing has a `file`. */
const isUnused = Prisma.sql`NOT EXISTS (SELECT FROM request_attachments WHERE file_id = file.id)
  AND NOT EXISTS (SELECT FROM broadcasts WHERE file_id = file.id)`;

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
    const { found, keys } = await client.$transaction((tx) => forgetLines(tx, before, batch));
    for (const key of keys) await storage.delete(key);
    deleted += keys.length;
    if (found < batch) return deleted;
  }
}

async function forgetLines(tx: Transaction, before: Date, batch: number) {
  const held = Held.parse(
    await tx.$queryRaw`
      SELECT file.id::text FROM stored_files file WHERE file.created_at < ${before} AND ${isUnused}
      ORDER BY file.created_at LIMIT ${batch} FOR UPDATE SKIP LOCKED`,
  );
  // Looked at once more by a statement of its own: what was taken before it was held the first one did not see.
  const rows = await tx.$queryRaw`
    DELETE FROM stored_files file WHERE file.id = ANY(${held.map(({ id }) => id)}::uuid[]) AND ${isUnused}
    RETURNING file.storage_key`;
  return { found: held.length, keys: Forgotten.parse(rows).map(({ storage_key }) => storage_key) };
}
