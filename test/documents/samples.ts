import type { Student } from "../../api/documents/particulars.ts";
import type { ResultCard } from "../../api/documents/result-card.ts";

export const issued = {
  university: "Rabta Open University",
  issuedAt: new Date("2027-01-14T20:30:00Z"),
  verifyUrl: "https://campus.rabta.example/verify/RC-2026-000123-7F3K9Q",
};

export const student: Student = {
  name: "Fatima Bibi",
  nameUrdu: "فاطمہ بی بی",
  fatherName: "Muhammad Yousaf Khan Niazi",
  registrationNumber: "22P-123456",
  programme: "Associate Degree in Arts (BA)",
  regionalOffice: "Lahore",
};

/** 60 characters, some of which mean something in HTML, Markdown, PDF and patterns. */
export const markedName = "<b>Ayesha</b> *bint* _Ali_ & (Sons) \\n {x} [y] 100% $1 O'Nei";

const course = { creditHours: 3, assignmentMarks: 82, examMarks: 71, total: 75, grade: "B", gradePoint: 3 };

/** A result card with so many courses, the second of which is still awaited. */
export function cardOf(count: number): ResultCard {
  const courses = Array.from({ length: count }, (_, index) => ({
    ...course,
    code: `${8601 + index}`,
    title: index < 2 ? `Critical Thinking and Reflective Practices ${index + 1}` : `Demography ${index + 1}`,
  }));
  const marks = { assignmentMarks: null, examMarks: null, total: null, grade: null, gradePoint: null };
  return {
    ...issued,
    student,
    semester: { label: "Spring 2026" },
    courses: courses.map((one, index) => (index === 1 ? { ...one, ...marks } : one)),
    gradePointAverage: 3.07,
    cumulativeGradePointAverage: 3.214,
    creditHoursEarned: 33,
  };
}
