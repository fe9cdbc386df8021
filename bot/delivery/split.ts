import { type Markup, parse, plain, write } from "../../conversations/engine/markup.ts";

/**
 * Splits markup into pieces that a message can hold.
 * @param length the most UTF-16 units of plain text in a piece
 * @returns pieces that end at a paragraph, else a line, else a sentence, else a word where there is one; styles that a
 *   cut goes through go on in the next piece; no character (surrogate pair, joined emoji) is cut
 */
export function split(markup: Markup, length: number): Markup[] {
  if (plain(markup).length <= length) return [markup];
  const text = plain(markup);
  const pieces: Markup[] = [];
  for (let from = 0; from < text.length; ) {
    const to = text.length - from <= length ? text.length : from + cut(text.slice(from, from + length));
    const piece = slice(markup, from, to);
    if (plain(piece).trim() !== "") pieces.push(piece);
    from = to;
  }
  return pieces;
}

/** Where to end a piece: the last good place in its second half, or the last whole character. */
function cut(window: string): number {
  for (const end of [/\n\n/g, /\n/g, /[.!?؟۔]\s/g, /\s/g]) {
    const last = [...window.matchAll(end)].at(-1);
    if (last && last.index > window.length / 2) return last.index + last[0].length;
  }
  const characters = [...new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(window)];
  return characters.at(-1)?.index || window.length;
}

/** The part of the markup whose plain text stands from one place to another. */
function slice(markup: Markup, from: number, to: number): Markup {
  let at = 0;
  const part = parse(markup).map((span) => {
    const piece = { ...span, text: span.text.slice(Math.max(0, from - at), Math.max(0, to - at)) };
    at += span.text.length;
    return piece;
  });
  return write(part).trim();
}
