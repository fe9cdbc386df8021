import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { unpackWoff } from "./woff.ts";

/** A font file's share of the characters; a text is drawn with as many as it needs. */
export type Face = "latin" | "latin-extended" | "arabic";
export type Weight = "regular" | "semibold";

const files: Record<Face, Record<Weight, string>> = {
  latin: {
    regular: "@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff",
    semibold: "@fontsource/source-sans-3/files/source-sans-3-latin-600-normal.woff",
  },
  "latin-extended": {
    regular: "@fontsource/source-sans-3/files/source-sans-3-latin-ext-400-normal.woff",
    semibold: "@fontsource/source-sans-3/files/source-sans-3-latin-ext-600-normal.woff",
  },
  // Has the Urdu shapes of its letters without being asked, is shaped right by fontkit (Nastaliq is not), and its dots
  // are no glyphs of their own, so that what is copied has them too.
  arabic: {
    regular: "@fontsource/scheherazade-new/files/scheherazade-new-arabic-400-normal.woff",
    semibold: "@fontsource/scheherazade-new/files/scheherazade-new-arabic-600-normal.woff",
  },
};

const faces = ["latin", "latin-extended", "arabic"] as const satisfies Face[];

/** Arabic letters are small for their size beside Latin ones. */
export const scaleOf: Record<Face, number> = { latin: 1, "latin-extended": 1, arabic: 1.3 };

const resolve = createRequire(import.meta.url).resolve;
const unpacked = new Map<string, Buffer>();

/** Every font that a document may need. @throws where one is missing */
export const allFonts = (): Buffer[] =>
  faces.flatMap((face) => [fontFile(face, "regular"), fontFile(face, "semibold")]);

/** A font as an OpenType file. It is read once in the life of the process. */
export function fontFile(face: Face, weight: Weight): Buffer {
  const file = files[face][weight];
  const font = unpacked.get(file) ?? unpackWoff(readFileSync(resolve(file)));
  unpacked.set(file, font);
  return font;
}

/**
 * Makes a font the document's current one. A document embeds only the glyphs that it shows.
 */
export function useFont(doc: PDFKit.PDFDocument, face: Face, weight: Weight): void {
  doc.registerFont(`${face} ${weight}`, fontFile(face, weight)).font(`${face} ${weight}`);
}

// As the package divides its characters (unicode-range in its CSS).
const extended =
  /[\u0100-\u0130\u0132-\u0151\u0154-\u02ba\u02bd-\u02c5\u02c7-\u02cc\u02ce-\u02d7\u02dd-\u02ff\u1d00-\u1dbf\u1e00-\u1e9f\u1ef2-\u1eff\u2020\u20a0-\u20ab\u20ad-\u20c4\u2113\u2c60-\u2c7f\ua720-\ua7ff]/u;
const arabic = /\p{Script_Extensions=Arabic}/u;
/** Spaces, joiners and combining marks: whatever face the text before them has. */
const clinging = /\p{Zs}|\p{Mn}|\p{Join_Control}/u;

/** The face that draws a character, where `before` draws the one before it. */
export function faceOf(character: string, before: Face): Face {
  if (clinging.test(character)) return before;
  if (arabic.test(character)) return "arabic";
  return extended.test(character) ? "latin-extended" : "latin";
}
