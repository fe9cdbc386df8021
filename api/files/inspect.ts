import { fileTypeFromBuffer } from "file-type";
import sharp from "sharp";
import { Problem } from "../contract/problems.ts";
import type { RequestFile } from "../contract/requests.ts";
import { isHarmlessPdf } from "./pdf.ts";

type FileType = RequestFile["type"];

/** A picture of more pixels is a bomb, or nothing that anybody reads. */
const mostPixels = 60_000_000;
/** Longer sides (px) tell a reader nothing more. */
const longestSide = 3_000;

/**
 * Looks at what a file is, whatever its name says, and makes it safe to show to staff: a picture is drawn anew, upright
 * and without anything that a camera wrote into it (where it was taken, by which phone).
 * @throws {Problem} `unsupported-media-type` or `file-unreadable`
 */
export async function inspect(bytes: Buffer): Promise<{ type: FileType; bytes: Buffer }> {
  const mime = (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime;
  switch (mime) {
    case "image/jpeg":
    case "image/png":
      return { type: mime, bytes: await oneAtATime(() => redraw(bytes, mime)) };
    case "audio/ogg; codecs=opus":
    case "audio/ogg":
      // A voice note: nothing in it acts, and nothing in it is drawn.
      return { type: "audio/ogg", bytes };
    case "application/pdf":
      if (!(await isHarmlessPdf(bytes))) throw new Problem("file-unreadable");
      return { type: mime, bytes };
    default:
      throw new Problem("unsupported-media-type");
  }
}

let last: Promise<unknown> = Promise.resolve();

/** The largest picture takes hundreds of megabytes while it is drawn, and may come in a file of some kilobytes. */
function oneAtATime<T>(draw: () => Promise<T>): Promise<T> {
  const drawn = last.then(draw);
  last = drawn.catch(() => {});
  return drawn;
}

async function redraw(bytes: Buffer, type: "image/jpeg" | "image/png"): Promise<Buffer> {
  try {
    const picture = sharp(bytes, { limitInputPixels: mostPixels, failOn: "error" })
      .rotate()
      .resize({ width: longestSide, height: longestSide, fit: "inside", withoutEnlargement: true });
    return await (type === "image/png" ? picture.png() : picture.jpeg({ quality: 85 })).toBuffer();
  } catch (cause) {
    throw new Problem("file-unreadable", { detail: cause instanceof Error ? cause.message : "" });
  }
}

const extensions: Record<FileType, string> = {
  "application/pdf": "pdf",
  "image/jpeg": "jpg",
  "image/png": "png",
  "audio/ogg": "ogg",
};

/** The longest name, in characters; more is nobody's name for a file. */
const longestName = 80;

/** A file's name as it is kept: nothing of a path, nothing unseen, and the ending of what it is. */
export function safeName(written: string, type: FileType): string {
  const last = written.normalize("NFC").split(/[\\/]/).at(-1) ?? "";
  const seen = last.replace(/[\p{C}\u200b-\u200f\u2028-\u202e\u2066-\u2069<>:"|?*]/gu, "").trim();
  const stem = [...seen.replace(/\.[^.]{1,8}$/, "").replace(/^\.+/, "")]
    .slice(0, longestName)
    .join("")
    .trim();
  return `${stem === "" ? "document" : stem}.${extensions[type]}`;
}
