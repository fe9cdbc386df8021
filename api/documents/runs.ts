import bidiFactory from "bidi-js";
import { type Face, faceOf } from "./fonts.ts";

/** A piece of a line that one font draws in one go. */
export type Run = { text: string; face: Face };

const bidi = bidiFactory();

/** Controls that would override the order of letters, and what has no glyph: a name plays no tricks on a document. */
const unprintable = /[\p{Cc}\u202a-\u202e\ufeff]+/gu;
/** Marks and isolates have said what they had to say when the order is known. */
const directional = /[\u061c\u200e\u200f\u2066-\u2069]/gu;

/** The text as it is drawn: composed, on one line, without control characters. */
export function printable(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\t\r\n\u2028\u2029]+/g, " ")
    .replace(unprintable, "");
}

/**
 * Cuts one line of Latin, Urdu or both into runs, in the order in which they stand from left to right on paper, by the
 * Unicode Bidirectional Algorithm (UAX #9). Inside a run of Arabic script the text stays in reading order, for the font
 * shapes and turns it.
 * @param line as {@link printable} returns it
 */
export function runsOf(line: string): Run[] {
  const { levels } = bidi.getEmbeddingLevels(line, "auto");
  const mirrored = bidi.getMirroredCharactersMap(line, levels);
  const pieces: (Run & { level: number })[] = [];
  let at = 0;
  let face: Face = "latin";
  for (const character of line) {
    const level = levels[at] ?? 0;
    face = faceOf(character, face);
    const last = pieces.at(-1);
    const drawn = mirrored.get(at) ?? character;
    if (last?.level === level && last.face === face) last.text += drawn;
    else pieces.push({ text: drawn, face, level });
    at += character.length;
  }
  return leftToRight(pieces).flatMap(turned);
}

/** Rule L2 of UAX #9, on pieces of one level each instead of characters. */
function leftToRight<P extends { level: number }>(pieces: P[]): P[] {
  const order = [...pieces];
  const highest = Math.max(0, ...pieces.map(({ level }) => level));
  for (let level = highest; level > 0; level--) {
    for (let from = 0; from < order.length; from++) {
      let to = from;
      while ((order[to]?.level ?? -1) >= level) to++;
      if (to > from) order.splice(from, to - from, ...order.slice(from, to).reverse());
      from = to;
    }
  }
  return order;
}

/**
 * fontkit turns a run whose script is Arabic, and no other, whatever its level: digits would come out backwards, and
 * brackets between Urdu words unturned. Digits need no shaping, so each is a run of its own.
 */
function turned({ text, face, level }: Run & { level: number }): Run[] {
  const bare = text.replace(directional, "");
  if (bare === "") return [];
  const rightToLeft = level % 2 === 1;
  if (rightToLeft === /\p{Script=Arabic}/u.test(bare) && (rightToLeft || face !== "arabic")) {
    return [{ text: bare, face }];
  }
  const characters = [...bare];
  return (rightToLeft ? characters.reverse() : characters).map((character) => ({ text: character, face }));
}
