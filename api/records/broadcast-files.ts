import { Problem } from "../contract/problems.ts";
import { RequestFile } from "../contract/requests.ts";
import type { StaffMember } from "../logins/staff.ts";
import type { Transaction, University } from "../university.ts";

/**
 * Takes an uploaded picture or document for a broadcast.
 * @throws {Problem} `file-gone` for one that is not this member's, or not there any more; `unsupported-media-type`
 */
export async function takeForBroadcast(tx: Transaction, member: StaffMember, id: string): Promise<void> {
  await tx.$queryRaw`SELECT FROM stored_files WHERE id = ${id}::uuid FOR UPDATE`;
  const file = await tx.storedFile.findFirst({
    where: { id, staffId: member.id, attachments: { none: {} } },
    select: { mediaType: true },
  });
  if (!file) throw new Problem("file-gone");
  // Who is written to unasked has not asked for a voice either.
  if (file.mediaType === "audio/ogg") throw new Problem("unsupported-media-type");
}

/** The document of a broadcast, opened. @throws {Problem} `not-found` where there is none */
export async function openBroadcastFile(
  { database, cipher, storage }: Pick<University, "database" | "cipher" | "storage">,
  id: string,
): Promise<{ bytes: Uint8Array; name: string; type: RequestFile["type"] }> {
  const row = await database.client.broadcast.findUnique({
    where: { id },
    select: { file: { select: { storageKey: true, name: true, mediaType: true } } },
  });
  if (!row?.file) throw new Problem("not-found");
  const { storageKey, name, mediaType } = row.file;
  const bytes = cipher.openBytes(storageKey, await storage.get(storageKey));
  return { bytes, name, type: RequestFile.shape.type.parse(mediaType) };
}
