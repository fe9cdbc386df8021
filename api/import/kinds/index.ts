import type { Kind } from "../kind.ts";
import { announcements } from "./announcements.ts";
import { assignments } from "./assignments.ts";
import { courses } from "./courses.ts";
import { dateSheet } from "./date-sheet.ts";
import { departments } from "./departments.ts";
import { enrolments } from "./enrolments.ts";
import { examCentres } from "./exam-centres.ts";
import { gradingScales } from "./grading-scales.ts";
import { holds } from "./holds.ts";
import { holidays } from "./holidays.ts";
import { offerings } from "./offerings.ts";
import { prerequisites } from "./prerequisites.ts";
import { programmes } from "./programmes.ts";
import { regionalOffices } from "./regional-offices.ts";
import { results } from "./results.ts";
import { rollNumberSlips } from "./roll-number-slips.ts";
import { savedReplies } from "./saved-replies.ts";
import { semesterWindows } from "./semester-windows.ts";
import { semesters } from "./semesters.ts";
import { serviceTargets } from "./service-targets.ts";
import { students } from "./students.ts";
import { tutorAssignments } from "./tutor-assignments.ts";
import { tutors } from "./tutors.ts";
import { workingHours } from "./working-hours.ts";
import { workshops } from "./workshops.ts";

/** Every kind of file, in the order in which they build on each other. A new one is one line here. */
export const kinds: readonly Kind[] = [
  ...[regionalOffices, workingHours, holidays, departments, serviceTargets, savedReplies],
  ...[gradingScales, programmes, semesters, semesterWindows],
  ...[courses, prerequisites, offerings, assignments, workshops, students, holds, tutors],
  ...[enrolments, tutorAssignments, examCentres, dateSheet, rollNumberSlips, results, announcements],
];
