import { Readable } from "node:stream";
import { constants, createInflate } from "node:zlib";

/**
 * What acts when a PDF is opened, or keeps it from being opened; as names of PDF (ISO 32000, 7.3.5). Long ones only:
 * compressed pictures hold every short word by chance, and `/JS` acts nowhere without one of these.
 */
const unwanted =
  /\/(?:Encrypt|JavaScript|Rendition|Launch|EmbeddedFile|RichMedia|XFA(?=[\s()<>[\]{}/%]))(?![A-Za-z0-9])/;

/** So much of one packed stream is looked at, and of all together, in bytes; a file with more in it is a bomb. */
const mostOfOne = 4 * 1024 * 1024;
const mostOfAll = 64 * 1024 * 1024;
/** A file with more packed streams is nothing that a student scans. */
const mostStreams = 5_000;

/** Whether a PDF is whole, can be opened by everybody, and does nothing by itself; its packed parts are looked into. */
export async function isHarmlessPdf(bytes: Buffer): Promise<boolean> {
  const end = bytes.subarray(-2048).toString("latin1");
  if (!end.includes("%%EOF") || !bytes.includes("startxref")) return false;
  const text = bytes.toString("latin1");
  if (isUnwanted(text)) return false;
  let [streams, looked] = [0, 0];
  for (const { index, 0: keyword } of text.matchAll(/stream\r?\n/g)) {
    const packed = bytes.subarray(index + keyword.length);
    if (!isZlib(packed)) continue;
    const part = await unpacked(packed);
    streams++;
    looked += part.length;
    if (streams > mostStreams || looked > mostOfAll || isUnwanted(part)) return false;
  }
  return true;
}

/** Any character of a name may be written as `#` and its number. */
const isUnwanted = (text: string): boolean =>
  unwanted.test(
    text.replace(/#([0-9a-fA-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
  );

/** RFC 1950: deflate, and a check of the two bytes. */
const isZlib = ([method = 0, flags = 0]: Buffer): boolean =>
  (method & 0x0f) === 8 && (method * 256 + flags) % 31 === 0;

/** Unpacks what is deflated, as far as it can be and is looked at. */
async function unpacked(packed: Buffer): Promise<string> {
  const inflate = createInflate({ finishFlush: constants.Z_SYNC_FLUSH });
  const parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const part of Readable.from([packed]).pipe(inflate)) {
      parts.push(part);
      length += part.length;
      if (length > mostOfOne) break;
    }
  } catch {
    // What does not unpack here is nothing to a reader either.
  }
  return Buffer.concat(parts).toString("latin1");
}
