import { z } from "zod";
import { WrittenRegistrationNumber } from "../../contract/registration-number.ts";
import type { languages } from "../../contract/shared.ts";
import { code, courseCode, oneOf, semester, text, written } from "../cells.ts";
import type { Column } from "../kind.ts";

// Columns that several kinds of file have.

export const registration: Column = {
  headings: [
    ...([
      "Registration number",
      "Registration no",
      "Reg no",
      "Regno",
      "Roll no",
      "Student ID",
      "EMPLID",
    ] as const),
    ...["Student number", "رجسٹریشن نمبر"],
  ],
  read: written(WrittenRegistrationNumber),
  needed: true,
};

export const course: Column = {
  headings: ["Course code", "Course", "Subject code", "Code", "Course no", "Catalog nbr", "کورس کوڈ"],
  read: courseCode,
  needed: true,
};

export const semesterColumn: Column = {
  headings: ["Semester", "Term", "Session", "STRM", "سمسٹر"],
  read: semester,
  needed: true,
};

export const programme: Column = {
  headings: ["Programme", "Program", "Degree", "ACAD_PROG", "Programme code", "پروگرام"],
  read: code,
};

export const office: Column = {
  headings: ["Regional office", "Region", "Office", "Campus", "Region code", "علاقائی دفتر"],
  read: code,
  needed: true,
};

export const language: Column = {
  headings: ["Language"],
  read: oneOf({ en: ["english"], ur: ["urdu"], "ur-Latn": ["roman urdu", "ur-latn"] } satisfies Record<
    (typeof languages)[number],
    string[]
  >),
};

/** An office, or where it is empty every region. */
export const anyOffice: Column = { headings: office.headings, read: office.read };

/** The levels of study, as programmes and the windows of the calendar are written with them. */
export const level: Column = {
  headings: ["Level", "Programme level", "ACAD_CAREER", "سطح"],
  read: oneOf({
    SSC: ["ssc", "matric", "میٹرک"],
    HSSC: ["hssc", "fa", "f.a", "intermediate", "ایف اے"],
    BA: ["ba", "b.a", "ad", "ada", "associate degree", "بی اے"],
    BS: ["bs", "b.s"],
    "B.Ed": ["b.ed", "bed", "b.ed.", "بی ایڈ"],
    MA: ["ma", "m.a", "ایم اے"],
    MSc: ["msc", "m.sc", "m.sc."],
    "M.Ed": ["m.ed", "med", "m.ed.", "ایم ایڈ"],
    MPhil: ["mphil", "m.phil", "m.phil."],
    PhD: ["phd", "ph.d", "ph.d."],
  }),
};

/** The examination session within a semester. */
export const session: Column = {
  headings: ["Exam session", "Session name", "Examination", "Exam"],
  ...{ read: text(80), needed: true },
};

/** Where something is, in Urdu script. */
export const addressUrdu: Column = {
  headings: ["Address Urdu", "Urdu address", "Address in Urdu"],
  read: text(500),
};

/** An address that is shown to students. */
export const email: Column = {
  headings: ["Email", "E-mail"],
  read: written(z.string().trim().pipe(z.email("is not an e-mail address"))),
};

/** Whether what a line names is to be there; a wrong one is taken away by its line, withdrawn. */
export const state: Column = {
  headings: ["State", "Status"],
  read: oneOf({ kept: ["active"], withdrawn: ["removed", "deleted"] }),
};

/** What is said of the lines with such a column, in SQL. */
export const [isWithdrawn, isKept] = ["state = 'withdrawn'", "state IS DISTINCT FROM 'withdrawn'"];
