import { createHash, randomUUID } from "node:crypto";
import { Problem } from "../contract/problems.ts";
import { RequestFile } from "../contract/requests.ts";
import { inspect, safeName } from "../files/inspect.ts";
import type { Transaction, University } from "../university.ts";
import { lockStaff } from "./lock-staff.ts";
import { lockStudent } from "./lock-student.ts";

const day = 24 * 60 * 60_000;
/** So many files may wait to be attached. */
const mostWaiting = 20;

type Keeper = Pick<University, "cipher" | "storage">;

/** A file that is kept, and not yet on record. */
export type Kept = { key: string; name: string; type: RequestFile["type"]; bytes: number; sha256: string };

/** Looks at a file and keeps it, sealed. @throws {Problem} `unsupported-media-type` or `file-unreadable` */
async function keepFile({ cipher, storage }: Keeper, given: Buffer, written: string): Promise<Kept> {
  const { type, bytes } = await inspect(given);
  const key = randomUUID();
  await storage.put(key, cipher.sealBytes(key, bytes));
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { key, name: safeName(written, type), type, bytes: bytes.length, sha256 };
}

/**
 * Takes a file in: looked at, kept, and on record. What cannot be put on record is not kept.
 * @param once the transaction of the call
 * @throws {Problem} as {@link keepFile} and {@link recordFile}
 */
export async function takeFile(
  university: Keeper & Pick<University, "database" | "now">,
  uploader: Uploader,
  { bytes, name }: { bytes: Buffer; name: string },
  once: (write: (tx: Transaction) => Promise<RequestFile>) => Promise<RequestFile>,
): Promise<RequestFile> {
  const kept = await keepFile(university, bytes, name);
  try {
    return await once((tx) => recordFile(tx, uploader, kept, university.now()));
  } catch (error) {
    if (!(await isOnRecord(university, kept))) await university.storage.delete(kept.key);
    throw error;
  }
}

/** Whether a file is on record all the same: the answer to a commit may be lost. Where nobody can say, it may be. */
async function isOnRecord({ database }: Pick<University, "database">, { key }: Kept): Promise<boolean> {
  return database.client.storedFile.count({ where: { storageKey: key } }).then(
    (count) => count > 0,
    () => true,
  );
}

/** Who uploads a file, and may attach it. */
export type Uploader = { studentId: string } | { staffId: string };

/**
 * Puts a kept file on record, to be attached within a day.
 * @throws {Problem} `too-many-requests` where too many are waiting
 */
async function recordFile(
  tx: Transaction,
  uploader: Uploader,
  { key, name, type, bytes, sha256 }: Kept,
  now: Date,
): Promise<RequestFile> {
  // One upload of theirs at a time is counted.
  if ("studentId" in uploader) await lockStudent(tx, uploader.studentId);
  else await lockStaff(tx, uploader.staffId);
  const waiting = await tx.storedFile.count({
    where: { ...uploader, attachments: { none: {} }, broadcasts: { none: {} } },
  });
  if (waiting >= mostWaiting) throw new Problem("too-many-requests", { retryAfter: day / 1000 });
  const { id } = await tx.storedFile.create({
    data: { ...uploader, storageKey: key, name, mediaType: type, bytes, sha256, createdAt: now },
    select: { id: true },
  });
  return { id, name, type, bytes };
}

/**
 * Attaches files to a request, each once.
 * @param messageId the message that they came with; null for those that the request was filed with
 * @throws {Problem} `file-gone` for one that is not theirs, not there any more, or attached already
 */
export async function attachFiles(
  tx: Transaction,
  uploader: Uploader,
  fileIds: readonly string[],
  { requestId, messageId }: { requestId: string; messageId: string | null },
  now: Date,
): Promise<void> {
  const ids = [...new Set(fileIds)];
  if (ids.length === 0) return;
  // First held, then looked at: a statement that waited would not see what the other has attached meanwhile.
  await tx.$queryRaw`SELECT FROM stored_files WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`;
  const free = await tx.storedFile.count({
    where: { ...uploader, id: { in: ids }, attachments: { none: {} } },
  });
  if (free < ids.length) throw new Problem("file-gone");
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

/**
 * A document of a request, opened.
 * @param of whose it must be
 * @throws {Problem} `not-found` where it is not, or is an internal one that this reader may not see
 */
export async function openFile(
  { database, cipher, storage }: Keeper & Pick<University, "database">,
  of: { requestId: string } | { reference: string; studentId: string },
  fileId: string,
): Promise<{ bytes: Uint8Array; name: string; type: RequestFile["type"] }> {
  const request =
    "requestId" in of ? { id: of.requestId } : { reference: of.reference, studentId: of.studentId };
  const outside = "studentId" in of ? { OR: [{ messageId: null }, { message: said }] } : {};
  const row = await database.client.requestAttachment.findFirst({
    where: { fileId, request, ...outside },
    select: { file: { select: { storageKey: true, name: true, mediaType: true } } },
  });
  if (!row) throw new Problem("not-found");
  const { storageKey, name, mediaType } = row.file;
  const bytes = cipher.openBytes(storageKey, await storage.get(storageKey));
  return { bytes, name, type: RequestFile.shape.type.parse(mediaType) };
}

/** Said to the student, and not taken back. */
const said = { internal: false, deletedAt: null };
