import { type Markup, parse, plain, write } from "../../conversations/engine/markup.ts";

/**
 * Splits markup into pieces that a message can hold.
 * @param length the most UTF-16 units of plain text in a piece
 * @returns pieces that end at a paragraph, else a line, else a sentence, else a word where there is one; styles that a
 *   cut goes through go on in the next piece; no character (surrogate pair, joined emoji) is cut
 */
export function split(markup: Markup, length: number): Markup[] {
  // Markup is never shorter than what is seen of it.
  const text = markup.length <= length ? markup : plain(markup);
  if (text.length <= length) return [markup];
  const pieces: Markup[] = [];
  for (let from = 0; from < text.length; ) {
    const to = text.length - from <= length ? text.length : from + cut(text.slice(from), length);
    const piece = text.slice(from, to);
    const start = from + (piece.length - piece.trimStart().length);
    if (piece.trim() !== "") pieces.push(slice(markup, start, start + piece.trim().length));
    from = to;
  }
  return pieces;
}

/** Where to end a piece: the last good place in its second half, or the last whole character. */
function cut(text: string, length: number): number {
  for (const end of [/\n\n/g, /\n/g, /[.!?؟۔]\s/g, /\s/g]) {
    const last = [...text.slice(0, length).matchAll(end)].at(-1);
    if (last && last.index > length / 2) return last.index + last[0].length;
  }
  const characters = new Intl.Segmenter().segment(text);
  // A "character" longer than a whole message is garbage: cut it where we must.
  return characters.containing(length)?.index || length;
}

/** The part of the markup whose plain text stands from one place to another. */
function slice(markup: Markup, from: number, to: number): Markup {
  let at = 0;
  const part = parse(markup).map((span) => {
    const piece = { ...span, text: span.text.slice(Math.max(0, from - at), Math.max(0, to - at)) };
    at += span.text.length;
    return piece;
  });
  return write(part);
}
