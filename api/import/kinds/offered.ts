import type { Kind } from "../kind.ts";

/** Joins `staged` with the `semester`, `course` and `offering` that a line is about. */
export const joinOffering = `
    LEFT JOIN semesters semester ON semester.id = staged.semester
    LEFT JOIN courses course ON course.code = staged.course
    LEFT JOIN offerings offering ON offering.course_id = course.id AND offering.semester_id = semester.id`;

/** That the course is offered: for lines with `semester_id` and `offering_id`. */
export const isOffered: Kind["checks"] = [
  ["semester", "there is no such semester; import the semesters first", "semester_id IS NULL"],
  [
    "course",
    "is not offered in this semester; import the offerings first",
    "semester_id IS NOT NULL AND offering_id IS NULL",
  ],
];
