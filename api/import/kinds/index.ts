import type { Kind } from "../kind.ts";
import { announcements } from "./announcements.ts";
import { courses } from "./courses.ts";
import { dateSheet } from "./date-sheet.ts";
import { enrolments } from "./enrolments.ts";
import { offerings } from "./offerings.ts";
import { results } from "./results.ts";
import { students } from "./students.ts";
import { tutorAssignments } from "./tutor-assignments.ts";
import { tutors } from "./tutors.ts";

/** Every kind of file, in the order in which they build on each other. A new one is one line here. */
export const kinds: readonly Kind[] = [
  ...[courses, offerings, students, tutors],
  ...[enrolments, tutorAssignments, dateSheet, results, announcements],
];
