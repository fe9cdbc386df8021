import { renderAsync } from "@resvg/resvg-js";
import { fontFile, scaleOf, type Weight } from "./fonts.ts";
import { glyphPath } from "./glyph-path.ts";
import { printable, runsOf } from "./runs.ts";

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

/** A line of Latin, Urdu or both as its glyphs' outlines: the picture looks the same on a machine without any font. */
export function text(
  words: string,
  { x, y, size, colour, weight = "regular", align = "middle" }: Words,
): string {
  const { paths, width } = outlines(words, size, weight);
  const left = x - { start: 0, middle: width / 2, end: width }[align];
  return `<g transform="translate(${left} ${y})" fill="${colour}">${paths.join("")}</g>`;
}

/** How wide a line is, in px. */
export const widthOf = (words: string, size: number, weight: Weight): number =>
  outlines(words, size, weight).width;

function outlines(words: string, size: number, weight: Weight): { paths: string[]; width: number } {
  let width = 0;
  const paths = runsOf(printable(words)).map(({ text, face }) => {
    const { path, advance } = glyphPath(fontFile(face, weight), text, size * scaleOf[face]);
    const drawn = `<path transform="translate(${width})" d="${path}"/>`;
    width += advance;
    return drawn;
  });
  return { paths, width };
}
