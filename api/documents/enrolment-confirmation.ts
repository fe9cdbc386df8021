import { closingOf } from "./closing.ts";
import { dayOf } from "./dates.ts";
import {
  beginDocument,
  bottom,
  type Doc,
  drawHeading,
  finishDocument,
  type Issued,
  ink,
  labelStyle,
  left,
  right,
  tint,
} from "./page.ts";
import { drawParticulars, type Student } from "./particulars.ts";
import { type Column, drawTable } from "./table.ts";
import { write } from "./writing.ts";

/** That a student is enrolled for a semester; `reference` is like EN-2026-000123. */
export type EnrolmentConfirmation = Issued & {
  student: Student;
  semester: { label: string };
  reference: string;
  enrolledAt: Date;
  courses: readonly { code: string; title: string; creditHours: number }[];
};

const columns: Column[] = [
  { heading: "Code", width: 48 },
  { heading: "Course" },
  { heading: "Credit hours", width: 60, align: "right" },
];
const summaryHeight = 62;

/** The confirmation of an enrolment, as an A4 PDF. The same confirmation gives the same bytes. */
export function enrolmentConfirmation(confirmation: EnrolmentConfirmation): Promise<Buffer> {
  const { university, student, semester, reference, courses } = confirmation;
  const doc = beginDocument(
    `Enrolment confirmation, ${semester.label}, ${student.registrationNumber}`,
    confirmation,
  );
  const begin = () => {
    const y = drawHeading(doc, { university, title: "Enrolment confirmation", subject: semester.label });
    return drawParticulars(doc, student, y) + 10;
  };
  const nextPage = () => {
    doc.addPage();
    return begin();
  };
  const rows = courses.map(({ code, title, creditHours }) => [code, title, `${creditHours}`]);
  const closing = closingOf(doc, confirmation);
  let y = drawTable(doc, columns, rows, { y: begin(), nextPage }) + 18;
  if (y + summaryHeight + closing.height > bottom) y = nextPage();
  drawSummary(doc, confirmation, y);
  closing.draw();
  return finishDocument(doc, `${university} · Enrolment confirmation · ${reference}`);
}

function drawSummary(doc: Doc, confirmation: EnrolmentConfirmation, y: number): void {
  const { reference, enrolledAt, timeZone, courses } = confirmation;
  const total = courses.reduce((sum, { creditHours }) => sum + creditHours, 0);
  doc.rect(left, y, right - left, summaryHeight).fill(tint);
  const figure = { size: 16, weight: "semibold", colour: ink } as const;
  for (const [label, value, x] of [
    ["Reference", reference, left + 16],
    ["Enrolled on", dayOf(enrolledAt, timeZone), left + 190],
  ] as const) {
    write(doc, label, labelStyle, { x, y: y + 21 });
    write(doc, value, figure, { x, y: y + 44 });
  }
  const end = { x: right - 16, align: "right" } as const;
  write(doc, "Total credit hours", labelStyle, { ...end, y: y + 21 });
  write(doc, `${total}`, figure, { ...end, y: y + 44 });
}
