import { createHash, randomUUID } from "node:crypto";
import { z } from "zod";
import { Problem } from "../contract/problems.ts";
import { RequestFile } from "../contract/requests.ts";
import { inspect, safeName } from "../files/inspect.ts";
import type { Transaction, University } from "../university.ts";

const day = 24 * 60 * 60_000;
/** So many files may wait to be attached. */
const mostWaiting = 20;

type Keeper = Pick<University, "cipher" | "storage">;

/** A file that is kept, and not yet on record. */
export type Kept = { key: string; name: string; type: RequestFile["type"]; bytes: number; sha256: string };

/** Looks at a file and keeps it, sealed. @throws {Problem} `unsupported-media-type` or `file-unreadable` */
export async function keepFile({ cipher, storage }: Keeper, given: Buffer, written: string): Promise<Kept> {
  const { type, bytes } = await inspect(given);
  const key = randomUUID();
  await storage.put(key, cipher.sealBytes(key, bytes));
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { key, name: safeName(written, type), type, bytes: bytes.length, sha256 };
}

/**
 * Puts a kept file on a student's record, to be attached within a day.
 * @throws {Problem} `too-many-requests` where too many are waiting
 */
export async function recordFile(
  tx: Transaction,
  studentId: string,
  { key, name, type, bytes, sha256 }: Kept,
  now: Date,
): Promise<RequestFile> {
  const waiting = await tx.storedFile.count({ where: { studentId, attachments: { none: {} } } });
  if (waiting >= mostWaiting) throw new Problem("too-many-requests", { retryAfter: day / 1000 });
  const { id } = await tx.storedFile.create({
    data: { studentId, storageKey: key, name, mediaType: type, bytes, sha256, createdAt: now },
    select: { id: true },
  });
  return { id, name, type, bytes };
}

/**
 * Attaches a student's files to a request, each once.
 * @param messageId the message that they came with; null for those that the request was filed with
 * @throws {Problem} `file-gone` for one that is not theirs, not there any more, or attached already
 */
export async function attachFiles(
  tx: Transaction,
  studentId: string,
  fileIds: readonly string[],
  { requestId, messageId }: { requestId: string; messageId: string | null },
  now: Date,
): Promise<void> {
  const ids = [...new Set(fileIds)];
  if (ids.length === 0) return;
  const held = await tx.$queryRaw`
    SELECT file.id::text FROM stored_files file
    WHERE file.id = ANY(${ids}::uuid[]) AND file.student_id = ${studentId}::uuid
      AND NOT EXISTS (SELECT FROM request_attachments WHERE file_id = file.id)
    FOR UPDATE`;
  if (z.array(z.object({ id: z.string() })).parse(held).length < ids.length) throw new Problem("file-gone");
  await tx.requestAttachment.createMany({
    data: ids.map((fileId) => ({ requestId, messageId, fileId, createdAt: now })),
  });
}

/** The columns of an attachment that {@link attachedFile} reads. */
export const attachment = {
  orderBy: { id: "asc" },
  select: { file: { select: { id: true, name: true, mediaType: true, bytes: true } } },
} as const;

/** An attachment as the contract tells it. */
export const attachedFile = ({
  file: { mediaType, ...file },
}: {
  file: { id: string; name: string; mediaType: string; bytes: number };
}): RequestFile => ({ ...file, type: RequestFile.shape.type.parse(mediaType) });
