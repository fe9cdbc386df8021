import { unparsable } from "../refusal.ts";
import { byteOffset } from "./entity.ts";

const named: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"' };

/**
 * Reads a character reference. Telegram knows four names and the numbers, with or without the semicolon;
 * anything else, `&nbsp;` too, stays as it is written.
 */
export function readCharacterReference(
  source: string,
  at: number,
): { character: string; end: number } | undefined {
  const found = /^&(?:#x([0-9a-f]*)|#([0-9]*)|([a-z]+));?/i.exec(source.slice(at, at + 40));
  if (!found) return undefined;
  const end = at + found[0].length;
  if (found[3] !== undefined) {
    const character = named[found[3]];
    return character === undefined ? undefined : { character, end };
  }
  const code = found[1] === undefined ? Number(found[2]) : Number.parseInt(found[1], 16);
  if (!(code > 0 && code < 0x10ffff) || found[0].replace(";", "").length >= 10) return undefined;
  return { character: String.fromCodePoint(code), end };
}

/**
 * Reads the attributes of a start tag up to its `>`.
 *
 * @param begin the byte offset of the tag, for errors
 * @returns the attributes that were given, and the position after the `>`
 */
export function readTagAttributes(source: string, from: number, tag: string, begin: number) {
  const attributes = new Map<string, string>();
  let at = skipSpace(source, from);
  while (source[at] !== ">") {
    const name = /^[^\s=>/"']*/.exec(source.slice(at))?.[0] ?? "";
    if (at >= source.length) throw unparsable(`Unclosed start tag at byte offset ${begin}`);
    if (name === "") throw unparsable(`Empty attribute name in the tag "${tag}" at byte offset ${begin}`);
    at = skipSpace(source, at + name.length);
    if (at >= source.length) throw unparsable(`Unclosed start tag "${tag}" at byte offset ${begin}`);
    if (source[at] !== "=") {
      attributes.set(name, "");
      continue;
    }
    at = skipSpace(source, at + 1);
    if (at >= source.length) throw unparsable(`Unclosed start tag "${tag}" at byte offset ${begin}`);
    const value = readValue(source, at);
    attributes.set(name, value.text);
    at = skipSpace(source, value.end);
    if (at >= source.length) throw unparsable(`Unclosed start tag at byte offset ${begin}`);
  }
  return { attributes, end: at + 1 };
}

function readValue(source: string, at: number): { text: string; end: number } {
  const quote = source[at];
  if (quote !== '"' && quote !== "'") {
    const token = /^[a-z0-9.-]*/i.exec(source.slice(at))?.[0] ?? "";
    const end = at + token.length;
    if (!/[\s>]/.test(source[end] ?? ""))
      throw unparsable(`Unexpected end of name token at byte offset ${byteOffset(source, at)}`);
    return { text: token.toLowerCase(), end };
  }
  let text = "";
  let end = at + 1;
  while (end < source.length && source[end] !== quote) {
    const reference = source[end] === "&" ? readCharacterReference(source, end) : undefined;
    text += reference?.character ?? source[end];
    end = reference?.end ?? end + 1;
  }
  return { text, end: end + 1 };
}

function skipSpace(source: string, from: number): number {
  let at = from;
  while (/\s/.test(source[at] ?? "")) at += 1;
  return at;
}
