import { closingOf } from "./closing.ts";
import { dayOf, timeOf, weekdayOf } from "./dates.ts";
import {
  beginDocument,
  bottom,
  type Doc,
  drawDashes,
  drawHeading,
  drawSection,
  finishDocument,
  type Issued,
  ink,
  labelStyle,
  left,
  right,
  tint,
  valueStyle,
} from "./page.ts";
import { drawParticulars, type Student } from "./particulars.ts";
import { type Column, drawTable } from "./table.ts";
import { linesOf, type Style, write, writeLines } from "./writing.ts";

/** What admits a student to the papers of an examination, and where. */
export type RollNumberSlip = Issued & {
  student: Student;
  /** Like `Autumn 2026`. */
  examination: { label: string };
  rollNumber: string;
  centre: { code: string; name: string; address: string };
  papers: readonly { code: string; title: string; startsAt: Date; endsAt: Date }[];
  instructions: readonly string[];
};

/** A photograph of 35 × 45 mm, in points. */
const photograph = { width: 99, height: 128 };
const columns: Column[] = [
  { heading: "Date", width: 104 },
  { heading: "Day", width: 64 },
  { heading: "Time", width: 72 },
  { heading: "Code", width: 34 },
  { heading: "Course" },
];
const instructionStyle: Style = { size: 9.5, colour: ink };
const leading = 13;

/** The roll number slip of an examination, as an A4 PDF. The same slip gives the same bytes. */
export function rollNumberSlip(slip: RollNumberSlip): Promise<Buffer> {
  const { university, student, examination, timeZone } = slip;
  const doc = beginDocument(`Roll number slip, ${examination.label}, ${student.registrationNumber}`, slip);
  const begin = () => {
    const y = drawHeading(doc, { university, title: "Roll number slip", subject: examination.label });
    drawPhotographPlace(doc, y + 6);
    return Math.max(
      drawParticulars(doc, student, y, right - photograph.width - 24),
      y + 6 + photograph.height + 14,
    );
  };
  const nextPage = () => {
    doc.addPage();
    return begin();
  };
  const rows = slip.papers.map(({ code, title, startsAt, endsAt }) => [
    dayOf(startsAt, timeZone),
    weekdayOf(startsAt, timeZone),
    `${timeOf(startsAt, timeZone)} – ${timeOf(endsAt, timeZone)}`,
    code,
    title,
  ]);
  const closing = closingOf(doc, slip);
  let y = drawAdmission(doc, slip, begin());
  y = drawTable(doc, columns, rows, { y, nextPage }) + 18;
  drawInstructions(doc, slip.instructions, { y, end: bottom - closing.height, nextPage });
  closing.draw();
  return finishDocument(
    doc,
    `${university} · Roll number slip, ${examination.label} · ${student.registrationNumber}`,
  );
}

function drawPhotographPlace(doc: Doc, y: number): void {
  const x = right - photograph.width;
  drawDashes(doc, x, y, photograph.width, photograph.height);
  const middle = { x: x + photograph.width / 2, align: "centre" } as const;
  write(doc, "Photograph", labelStyle, { ...middle, y: y + photograph.height / 2 - 3 });
  write(doc, "35 × 45 mm", labelStyle, { ...middle, y: y + photograph.height / 2 + 9 });
}

/** Roll number and centre, in a band. @returns where the rest may begin */
function drawAdmission(doc: Doc, { rollNumber, centre }: RollNumberSlip, y: number): number {
  const middle = left + 180;
  const width = right - middle - 16;
  const nameStyle: Style = { ...valueStyle, weight: "semibold" };
  const names = linesOf(doc, centre.name, nameStyle, width).length;
  const addresses = linesOf(doc, centre.address, valueStyle, width).length;
  const height = 50 + (names + addresses - 1) * leading;
  doc.rect(left, y, right - left, height).fill(tint);
  write(doc, "Roll number", labelStyle, { x: left + 16, y: y + 20 });
  write(doc, rollNumber, { size: 20, weight: "semibold", colour: ink }, { x: left + 16, y: y + 44 });
  write(doc, `Examination centre ${centre.code}`, labelStyle, { x: middle, y: y + 20 });
  const base = writeLines(doc, centre.name, nameStyle, { x: middle, y: y + 35, width, leading });
  writeLines(doc, centre.address, valueStyle, { x: middle, y: base + leading, width, leading });
  return y + height + 20;
}

function drawInstructions(
  doc: Doc,
  instructions: readonly string[],
  { y, end, nextPage }: { y: number; end: number; nextPage: () => number },
): void {
  const width = right - left - 18;
  const paragraphs = instructions.map((instruction) => linesOf(doc, instruction, instructionStyle, width));
  let top = y;
  for (const [index, lines] of paragraphs.entries()) {
    const height = lines.length * leading + 3;
    if (top + height + (index === 0 ? 20 : 0) > end) top = nextPage();
    if (index === 0) top = drawSection(doc, "Instructions", top);
    write(doc, `${index + 1}.`, instructionStyle, { x: left + 10, y: top + 9, align: "right" });
    for (const [at, line] of lines.entries()) {
      write(doc, line, instructionStyle, { x: left + 18, y: top + 9 + at * leading });
    }
    top += height;
  }
}
