import { renderAsync } from "@resvg/resvg-js";
import { fontFile, type Weight } from "./fonts.ts";
import { glyphPath } from "./glyph-path.ts";

/** Draws an SVG as a PNG, beside the work of this thread. */
export async function picture(svg: string): Promise<Uint8Array> {
  return (await renderAsync(svg, { font: { loadSystemFonts: false } })).asPng();
}

/** Where a text stands, in px, and how it looks. */
export type Words = {
  x: number;
  y: number;
  size: number;
  colour: string;
  weight?: Weight;
  align?: "start" | "middle" | "end";
};

/** A text as its glyphs' outlines: the picture looks the same on a machine without any font. */
export function text(
  words: string,
  { x, y, size, colour, weight = "regular", align = "middle" }: Words,
): string {
  const { path, advance } = glyphPath(fontFile("latin", weight), words, size);
  const left = x - { start: 0, middle: advance / 2, end: advance }[align];
  return `<path transform="translate(${left} ${y})" d="${path}" fill="${colour}"/>`;
}
