import { type Face, scaleOf, useFont, type Weight } from "./fonts.ts";
import { printable, runsOf } from "./runs.ts";

/** How a text looks; sizes are in points. */
export type Style = { size: number; weight?: Weight; colour: string };
/** Where a text stands: `y` is the line on which letters rest, `x` its left end unless `align` says otherwise. */
export type Place = { x: number; y: number; align?: "left" | "right" | "centre" };

type Doc = PDFKit.PDFDocument;

/** The width of one line, in points. */
export function widthOf(doc: Doc, text: string, style: Style): number {
  return measured(doc, printable(text), style).width;
}

/**
 * Writes one line, Latin, Urdu or both. Glyphs stand on the page from left to right, as readers expect which turn
 * Urdu back when it is copied; marked with its reading order (ActualText), it would be turned twice.
 */
export function write(doc: Doc, text: string, style: Style, { x, y, align = "left" }: Place): void {
  const { runs, width } = measured(doc, printable(text), style);
  let left = x - { left: 0, centre: width / 2, right: width }[align];
  doc.fillColor(style.colour);
  for (const run of runs) {
    choose(doc, run.face, style);
    doc.text(run.text, left, y, { lineBreak: false, baseline: "alphabetic", ...shaping(run.face) });
    left += run.width;
  }
}

/** Breaks a text into lines no wider than `width`: between words, inside one only if it is wider than a line. */
export function linesOf(doc: Doc, text: string, style: Style, width: number): string[] {
  const fits = (line: string) => widthOf(doc, line, style) <= width;
  const lines: string[] = [];
  let line = "";
  for (const word of printable(text)
    .split(" ")
    .filter((word) => word !== "")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    line = "";
    for (const character of word) {
      if (line !== "" && !fits(line + character)) {
        lines.push(line);
        line = "";
      }
      line += character;
    }
  }
  return [...lines, line];
}

/** Writes a text on as many lines as it takes. @returns the line on which letters of the last one rest */
export function writeLines(
  doc: Doc,
  text: string,
  style: Style,
  { x, y, width, leading }: { x: number; y: number; width: number; leading: number },
): number {
  const lines = linesOf(doc, text, style, width);
  for (const [index, line] of lines.entries()) write(doc, line, style, { x, y: y + index * leading });
  return y + (lines.length - 1) * leading;
}

function measured(doc: Doc, line: string, style: Style) {
  const runs = runsOf(line).map((run) => {
    choose(doc, run.face, style);
    return { ...run, width: doc.widthOfString(run.text, shaping(run.face)) };
  });
  return { runs, width: runs.reduce((sum, run) => sum + run.width, 0) };
}

/** pdfkit lays out word after word from left to right, unless some features are asked for: then the run as a whole. */
const shaping = (face: Face) => (face === "arabic" ? { features: [] } : {});

function choose(doc: Doc, face: Face, { size, weight = "regular" }: Style): void {
  useFont(doc, face, weight);
  doc.fontSize(size * scaleOf[face]);
}
