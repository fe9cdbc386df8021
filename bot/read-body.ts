import type { Dispatcher } from "undici";

/** The body is larger than is taken in. */
export class TooLarge extends Error {
  override readonly name = "TooLarge";
}

/**
 * Reads an answer's body, and no more of it than that.
 * @param most in bytes
 * @throws {@link TooLarge}; the rest is not waited for
 */
export async function readBody(body: Dispatcher.ResponseData["body"], most: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of body) {
    length += part.length;
    if (length > most) throw new TooLarge(`more than ${most} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}
