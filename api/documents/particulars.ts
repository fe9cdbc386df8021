import { type Doc, ink, labelStyle, left, right, valueStyle } from "./page.ts";
import { type Style, widthOf, write, writeLines } from "./writing.ts";

/** The student as documents name them. */
export type Student = {
  name: string;
  nameUrdu?: string | undefined;
  fatherName: string;
  registrationNumber: string;
  programme: string;
  regionalOffice: string;
};

type Particular = { label: string; value: string };

const nameStyle: Style = { size: 15, weight: "semibold", colour: ink };
const urduStyle: Style = { size: 15, colour: ink };

/**
 * Writes who it is about: the name, and below it what else is known, in two columns. Long values take more lines.
 * @returns where the rest may begin
 */
export function drawParticulars(doc: Doc, student: Student, y: number, end: number = right): number {
  const below = drawName(doc, student, y, end);
  return drawPairs(
    doc,
    [
      { label: "Father’s name", value: student.fatherName },
      { label: "Registration number", value: student.registrationNumber },
      { label: "Programme", value: student.programme },
      { label: "Regional office", value: student.regionalOffice },
    ],
    below,
    end,
  );
}

/** Labels above their values, two beside each other. @returns where the rest may begin */
function drawPairs(doc: Doc, particulars: Particular[], y: number, end: number = right): number {
  const gap = 24;
  const width = (end - left - gap) / 2;
  let top = y;
  for (let index = 0; index < particulars.length; index += 2) {
    const pair = particulars.slice(index, index + 2);
    const heights = pair.map((one, column) => drawPair(doc, one, left + column * (width + gap), top, width));
    top += Math.max(...heights) + 12;
  }
  return top;
}

/** The Urdu name stands across from the Latin one, or below it where they are too long for one line. */
function drawName(doc: Doc, { name, nameUrdu }: Student, y: number, end: number): number {
  write(doc, "Student", labelStyle, { x: left, y: y + 8 });
  const width = end - left;
  let base = writeLines(doc, name, nameStyle, { x: left, y: y + 26, width, leading: 19 });
  if (nameUrdu) {
    const free = width - widthOf(doc, name, nameStyle) - 24;
    if (widthOf(doc, nameUrdu, urduStyle) <= free) {
      write(doc, nameUrdu, urduStyle, { x: end, y: base, align: "right" });
    } else {
      base = writeLines(doc, nameUrdu, urduStyle, { x: left, y: base + 26, width, leading: 26 });
    }
  }
  return base + 18;
}

function drawPair(doc: Doc, { label, value }: Particular, x: number, y: number, width: number): number {
  write(doc, label, labelStyle, { x, y: y + 8 });
  return writeLines(doc, value, valueStyle, { x, y: y + 22, width, leading: 13.5 }) + 4 - y;
}
