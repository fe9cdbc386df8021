import type { AddressLabel } from "../../api/documents/address-label.ts";
import type { EnrolmentConfirmation } from "../../api/documents/enrolment-confirmation.ts";
import type { Student } from "../../api/documents/particulars.ts";
import type { ResultCard } from "../../api/documents/result-card.ts";
import type { RollNumberSlip } from "../../api/documents/roll-number-slip.ts";

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

const semester = { label: "Autumn 2026" };
export const slip: RollNumberSlip = {
  ...issued,
  student,
  examination: semester,
  rollNumber: "AB-204817",
  centre: { code: "LHR-07", name: "Government Graduate College", address: "Jail Road, Lahore 54660" },
  papers: [
    {
      code: "1431",
      title: "Basics of Information & Communication Technology",
      startsAt: new Date("2026-11-09T04:00:00Z"),
      endsAt: new Date("2026-11-09T07:00:00Z"),
    },
  ],
  instructions: ["Bring this slip.", "Be at the centre 30 minutes before the paper begins."],
};
export const confirmation: EnrolmentConfirmation = {
  ...issued,
  student,
  semester,
  reference: "EN-2026-000123",
  enrolledAt: new Date("2026-09-02T10:00:00Z"),
  courses: cardOf(5).courses,
};
const { verifyUrl: _, ...unverified } = issued;
export const label: AddressLabel = {
  ...unverified,
  semester,
  course: { code: "1431", title: "Basics of Information & Communication Technology" },
  assignment: { number: 2, dueOn: new Date("2026-12-30T12:00:00Z") },
  tutor: {
    name: "Prof. Rashida Anwar",
    nameUrdu: "راشدہ انور",
    address: "House 12, Model Town\nLahore 54700",
    phone: "0300-1234567",
  },
  student: { ...student, address: "مکان نمبر ۱۲، گوجرانوالہ", phone: "0321-7654321" },
};
