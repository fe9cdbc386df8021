import { type Doc, ink, labelStyle, left, right, valueStyle } from "./page.ts";
import { linesOf, type Style, write } from "./writing.ts";

/** The student as documents name them. */
export type Student = {
  name: string;
  nameUrdu?: string | undefined;
  fatherName: string;
  registrationNumber: string;
  programme: string;
  regionalOffice: string;
};

export type Particular = { label: string; value: string };

const nameStyle: Style = { size: 15, weight: "semibold", colour: ink };
const urduStyle: Style = { size: 15, colour: ink };
const leading = 13.5;

/**
 * Writes who it is about: the name, with the Urdu name across from it, and below it what else is known in two columns.
 * Long values go on on more lines. @returns where the rest may begin
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
export function drawPairs(doc: Doc, particulars: Particular[], y: number, end: number = right): number {
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

function drawName(doc: Doc, { name, nameUrdu }: Student, y: number, end: number): number {
  write(doc, "Student", labelStyle, { x: left, y: y + 8 });
  let base = y + 26;
  const lines = linesOf(doc, name, nameStyle, end - left);
  for (const line of lines) {
    write(doc, line, nameStyle, { x: left, y: base });
    base += 19;
  }
  if (nameUrdu) {
    for (const line of linesOf(doc, nameUrdu, urduStyle, end - left)) {
      base += 6;
      write(doc, line, urduStyle, { x: left, y: base });
      base += 20;
    }
  }
  return base - 2;
}

function drawPair(doc: Doc, { label, value }: Particular, x: number, y: number, width: number): number {
  write(doc, label, labelStyle, { x, y: y + 8 });
  const lines = linesOf(doc, value, valueStyle, width);
  for (const [index, line] of lines.entries()) {
    write(doc, line, valueStyle, { x, y: y + 22 + index * leading });
  }
  return 22 + (lines.length - 1) * leading + 4;
}
