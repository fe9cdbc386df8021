import { closingOf } from "./closing.ts";
import { awaited, gradePointOf, marksOf } from "./figures.ts";
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

/** A semester's results of one student. Marks are out of 100; null: still awaited. */
export type ResultCard = Issued & {
  student: Student;
  semester: { label: string };
  courses: readonly {
    code: string;
    title: string;
    creditHours: number;
    assignmentMarks: number | null;
    examMarks: number | null;
    total: number | null;
    grade: string | null;
    gradePoint: number | null;
  }[];
  gradePointAverage: number | null;
  cumulativeGradePointAverage: number | null;
  creditHoursEarned: number;
};

const columns: Column[] = [
  { heading: "Code", width: 34 },
  { heading: "Course" },
  { heading: "Credit hours", width: 30, align: "right" },
  { heading: "Assignment marks", width: 46, align: "right" },
  { heading: "Exam marks", width: 38, align: "right" },
  { heading: "Total", width: 38, align: "right", weight: "semibold" },
  { heading: "Grade", width: 34, align: "centre", weight: "semibold" },
  { heading: "Grade point", width: 30, align: "right" },
];
const summaryHeight = 62;

/**
 * The result card of a semester, as a PDF: one A4 page, more only where the courses do not fit.
 * The same card gives the same bytes.
 */
export function resultCard(card: ResultCard): Promise<Buffer> {
  const { university, semester, student, courses } = card;
  const doc = beginDocument(`Result card, ${semester.label}, ${student.registrationNumber}`, card);
  const begin = () => {
    const y = drawHeading(doc, { university, title: "Result card", subject: semester.label });
    return drawParticulars(doc, student, y);
  };
  const nextPage = () => {
    doc.addPage();
    return begin() + 10;
  };
  const assignmentMarks = marksOf(courses.map((course) => course.assignmentMarks));
  const examMarks = marksOf(courses.map((course) => course.examMarks));
  const totals = marksOf(courses.map((course) => course.total));
  const rows = courses.map((course, index) => [
    course.code,
    course.title,
    `${course.creditHours}`,
    assignmentMarks[index] ?? awaited,
    examMarks[index] ?? awaited,
    totals[index] ?? awaited,
    course.grade ?? awaited,
    gradePointOf(course.gradePoint),
  ]);
  const closing = closingOf(doc, card, [
    `Marks are out of 100. ${awaited} stands for what is still awaited. The overall average counts every semester so far.`,
  ]);
  let y = drawTable(doc, columns, rows, { y: begin() + 10, nextPage }) + 18;
  if (y + summaryHeight + closing.height > bottom) y = nextPage();
  drawSummary(doc, card, y);
  closing.draw();
  return finishDocument(
    doc,
    `${university} · Result card, ${semester.label} · ${student.registrationNumber}`,
  );
}

function drawSummary(doc: Doc, card: ResultCard, y: number): void {
  const figures: [string, string][] = [
    ["Semester grade point average", gradePointOf(card.gradePointAverage)],
    ["Overall grade point average", gradePointOf(card.cumulativeGradePointAverage)],
    ["Credit hours earned", `${card.creditHoursEarned}`],
  ];
  doc.rect(left, y, right - left, summaryHeight).fill(tint);
  const width = (right - left) / figures.length;
  for (const [index, [label, figure]] of figures.entries()) {
    const x = left + index * width + 16;
    write(doc, label, labelStyle, { x, y: y + 21 });
    write(doc, figure, { size: 20, weight: "semibold", colour: ink }, { x, y: y + 46 });
  }
}
