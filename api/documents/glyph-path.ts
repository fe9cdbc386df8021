import { create, type Font } from "fontkit";

const fonts = new Map<Buffer, Font>();

/**
 * The outlines of a line of text, as an SVG path that begins at 0 and rests on 0.
 * @param file a font, as an OpenType file
 * @param size in pixels
 * @returns the path, and how wide it is
 */
export function glyphPath(file: Buffer, text: string, size: number): { path: string; advance: number } {
  const font = fonts.get(file) ?? openFont(file);
  fonts.set(file, font);
  const scale = size / font.unitsPerEm;
  let left = 0;
  const { glyphs, positions } = font.layout(text);
  const paths = glyphs.map((glyph, at) => {
    // A font's y grows upwards, a picture's downwards.
    const path = glyph.path.scale(scale, -scale).translate(left, 0).toSVG();
    left += (positions[at]?.xAdvance ?? 0) * scale;
    return path;
  });
  return { path: paths.join(""), advance: left };
}

function openFont(file: Buffer): Font {
  const font = create(file);
  if (!("unitsPerEm" in font)) throw new Error("a collection of fonts is not one font");
  return font;
}
