import type { Kind } from "../kind.ts";
import { announcements } from "./announcements.ts";
import { courses } from "./courses.ts";
import { dateSheet } from "./date-sheet.ts";
import { enrolments } from "./enrolments.ts";
import { gradingScales } from "./grading-scales.ts";
import { offerings } from "./offerings.ts";
import { programmes } from "./programmes.ts";
import { regionalOffices } from "./regional-offices.ts";
import { results } from "./results.ts";
import { semesterWindows } from "./semester-windows.ts";
import { semesters } from "./semesters.ts";
import { students } from "./students.ts";
import { tutorAssignments } from "./tutor-assignments.ts";
import { tutors } from "./tutors.ts";

/** Every kind of file, in the order in which they build on each other. A new one is one line here. */
export const kinds: readonly Kind[] = [
  ...[regionalOffices, gradingScales, programmes, semesters, semesterWindows],
  ...[courses, offerings, students, tutors],
  ...[enrolments, tutorAssignments, dateSheet, results, announcements],
];
