import { unparsable } from "../refusal.ts";
import { byteOffset, type Entity, type FormattedText, sorted } from "./entity.ts";
import { htmlEntity } from "./html-tags.ts";
import { readCharacterReference, readTagAttributes } from "./html-tokens.ts";

/** A tag that is open, and where its content began. */
export interface OpenTag {
  readonly name: string;
  readonly argument: string;
  readonly date: number;
  readonly offset: number;
}

const known = new Set(
  "a b strong i em s strike del u ins tg-spoiler tg-emoji tg-time span pre code blockquote".split(" "),
);

/**
 * Reads Telegram's HTML: its few tags, its four named character references, its own tolerance (an unknown
 * attribute is passed over) and its own errors, with their offsets in bytes.
 *
 * @throws Refusal 400 "can't parse entities: …"
 */
export function parseHtml(source: string): FormattedText {
  const entities: Entity[] = [];
  const open: OpenTag[] = [];
  let text = "";
  let at = 0;
  while (at < source.length) {
    const character = source[at] ?? "";
    if (character === "&") {
      const reference = readCharacterReference(source, at);
      if (reference) {
        text += reference.character;
        at = reference.end;
        continue;
      }
    }
    if (character !== "<") {
      text += character;
      at += 1;
      continue;
    }
    const begin = byteOffset(source, at);
    if (source[at + 1] === "/") at = closeTag(source, at, begin, open, text, entities);
    else at = openTag(source, at, begin, open, text);
  }
  const unclosed = open.at(-1);
  if (unclosed) throw unparsable(`Can't find end tag corresponding to start tag "${unclosed.name}"`);
  if (!text.isWellFormed())
    throw unparsable(
      "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units",
    );
  return { text, entities: sorted(entities) };
}

function openTag(source: string, at: number, begin: number, open: OpenTag[], text: string): number {
  const nameEnd = endOfName(source, at + 1);
  if (nameEnd >= source.length) throw unparsable(`Unclosed start tag at byte offset ${begin}`);
  const name = source.slice(at + 1, nameEnd).toLowerCase();
  if (!known.has(name)) throw unparsable(`Unsupported start tag "${name}" at byte offset ${begin}`);
  const { attributes, end } = readTagAttributes(source, nameEnd, name, begin);
  const argument = argumentOf(name, attributes);
  if (name === "span" && argument !== "spoiler")
    throw unparsable(`Tag "span" must have class "tg-spoiler" at byte offset ${begin}`);
  open.push({
    name,
    argument,
    date: Number.parseInt(attributes.get("unix") ?? "0", 10) || 0,
    offset: text.length,
  });
  return end;
}

function closeTag(
  source: string,
  at: number,
  begin: number,
  open: OpenTag[],
  text: string,
  entities: Entity[],
): number {
  const last = open.at(-1);
  if (last === undefined) throw unparsable(`Unexpected end tag at byte offset ${begin}`);
  const nameEnd = endOfName(source, at + 2);
  const name = source.slice(at + 2, nameEnd).toLowerCase();
  let end = nameEnd;
  while (/\s/.test(source[end] ?? "")) end += 1;
  if (source[end] !== ">") throw unparsable(`Unclosed end tag at byte offset ${begin}`);
  if (name !== "" && name !== last.name)
    throw unparsable(
      `Unmatched end tag at byte offset ${begin}, expected "</${last.name}>", found "</${name}>"`,
    );
  if (text.length > last.offset) htmlEntity(last, text, entities);
  open.pop();
  return end + 1;
}

function endOfName(source: string, from: number): number {
  let end = from;
  while (end < source.length && !/[\s>]/.test(source[end] ?? "")) end += 1;
  return end;
}

function argumentOf(tag: string, attributes: ReadonlyMap<string, string>): string {
  const style = attributes.get("class") ?? "";
  if (tag === "a") return attributes.get("href") ?? "";
  if (tag === "code") return style.startsWith("language-") ? style.slice("language-".length) : "";
  if (tag === "span") return style.startsWith("tg-") ? style.slice("tg-".length) : "";
  if (tag === "tg-emoji") return attributes.get("emoji-id") ?? "";
  if (tag === "tg-time") return attributes.get("format") ?? "";
  return tag === "blockquote" && attributes.has("expandable") ? "1" : "";
}
