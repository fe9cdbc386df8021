import { extname } from "node:path";
import { pictureSize } from "./picture.ts";
import { badRequest } from "./refusal.ts";
import type { Upload } from "./request.ts";

export type FileKind = "document" | "photo" | "sticker" | "voice";

/** A file on the server. */
export interface StoredFile {
  readonly fileId: string;
  readonly uniqueId: string;
  readonly path: string;
  readonly kind: FileKind;
  readonly name: string;
  readonly mimeType: string | undefined;
  readonly bytes: Buffer;
}

const megabyte = 1024 * 1024;
const folders = { document: "documents", photo: "photos", sticker: "stickers", voice: "voice" };
const spoken = { document: "Document", photo: "Photo", sticker: "Sticker", voice: "VoiceNote" };
const mimeTypes: Record<string, string> = {
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".ics": "text/calendar",
  ".txt": "text/plain",
  ".ogg": "audio/ogg",
};

/** The files that people and the bot have sent. */
export class Files {
  readonly #all = new Map<string, StoredFile>();

  /** Keeps a file, under a new id. */
  keep(kind: FileKind, upload: Upload): StoredFile {
    const number = this.#all.size + 1;
    const extension = extname(upload.fileName).toLowerCase();
    const given = upload.mimeType === "application/octet-stream" ? undefined : upload.mimeType;
    const file = {
      fileId: `BQACAgQAAxkBAAI${kind}${number}`,
      uniqueId: `AgADAgAT${number}`,
      path: `${folders[kind]}/file_${number}${extension}`,
      kind,
      name: upload.fileName,
      mimeType: given ?? mimeTypes[extension],
      bytes: upload.bytes,
    };
    this.#all.set(file.fileId, file);
    return file;
  }

  /** Takes a file in from the bot. @throws Refusal 400, 413 where Telegram would not */
  accept(kind: "document" | "photo" | "voice", upload: Upload): StoredFile {
    const size = upload.bytes.length;
    if (size === 0) throw badRequest("File must be non-empty");
    const limit = kind === "photo" ? 10 * megabyte : 50 * megabyte;
    const reason = kind === "photo" ? " for a photo" : "";
    if (size > limit)
      throw badRequest(`File of size ${size} bytes is too big${reason}; the maximum size is ${limit} bytes`);
    if (kind === "photo") checkPicture(upload.bytes);
    return this.keep(kind, upload);
  }

  /** A file that was sent before, to be sent again. @throws Refusal 400 if there is none, or it is of another kind */
  again(kind: "document" | "photo" | "voice", fileId: string): StoredFile {
    const file = this.#all.get(fileId);
    if (file === undefined) throw badRequest("Wrong file identifier/HTTP URL specified");
    if (file.kind !== kind)
      throw badRequest(`Can't use file of type ${spoken[file.kind]} as ${spoken[kind]}`);
    return file;
  }

  /** A file to be downloaded. @throws Refusal 400 for an unknown id, or more than the 20 MB that a bot may download */
  downloadable(fileId: string): StoredFile {
    const file = this.#all.get(fileId);
    if (file === undefined) throw badRequest("Invalid file_id");
    if (file.bytes.length > 20 * megabyte) throw badRequest("File is too big");
    return file;
  }

  /** The file of a download path. */
  at(path: string): StoredFile | undefined {
    return [...this.#all.values()].find((one) => one.path === path);
  }
}

/** Telegram's rules for a photo: readable, sides of 10,000 together at most, no more than 20 times longer than wide. */
function checkPicture(bytes: Buffer): void {
  const size = pictureSize(bytes);
  if (size === undefined) throw badRequest("IMAGE_PROCESS_FAILED");
  const ratio = Math.max(size.width / size.height, size.height / size.width);
  if (size.width + size.height > 10_000 || ratio > 20) throw badRequest("PHOTO_INVALID_DIMENSIONS");
}
