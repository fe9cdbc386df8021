import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import type { Readable } from "node:stream";
import { TextDecoder } from "node:util";
import { ImportError } from "./import-error.ts";

/** A file as text, piece by piece. */
export type OpenText = {
  text: AsyncIterable<string>;
  /** How many bytes have been read. */
  read(): number;
  size: number;
};

/**
 * Opens a file of whatever program: UTF-8 with and without a mark, or UTF-16 as Excel's “Unicode text”.
 * @throws {ImportError} while it is read, where it is neither
 */
export async function openText(path: string): Promise<OpenText> {
  const file = await open(path).catch((cause: unknown) => {
    throw new ImportError(`${path} cannot be read.`, { cause });
  });
  const head = new Uint8Array(4);
  const stat = await file.stat();
  const { size } = stat;
  // A pipe cannot be read twice: once for its headings, and once whole.
  if (!stat.isFile()) {
    await file.close();
    throw new ImportError(`${path} is no file; name one, such as results.csv.`);
  }
  const { bytesRead } = await file.read(head, 0, 4, 0);
  await file.close();
  let read = 0;
  const source = createReadStream(path);
  source.on("data", (chunk) => {
    read += chunk.length;
  });
  const decoder = new TextDecoder(encodingOf(head.subarray(0, bytesRead)), { fatal: true });
  return { text: decoded(source, decoder, path), read: () => read, size };
}

function encodingOf([a, b, c, d]: Uint8Array): string {
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  // Latin letters and digits in UTF-16 have a zero in every other byte.
  if (b === 0 && d === 0 && a !== 0) return "utf-16le";
  if (a === 0 && c === 0 && b !== 0) return "utf-16be";
  return "utf-8";
}

async function* decoded(source: Readable, decoder: TextDecoder, path: string): AsyncGenerator<string> {
  try {
    for await (const chunk of source) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    throw new ImportError(
      `${path} is not text in UTF-8 or UTF-16; in Excel save it as “CSV UTF-8 (Comma delimited)”.`,
      { cause },
    );
  }
}
