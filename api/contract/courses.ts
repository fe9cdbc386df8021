import { z } from "zod";
import { route } from "./route.ts";
import { named, Semester, titled } from "./shared.ts";

/** A course's code, like `8601`. */
const CourseCode = z.string().regex(/^[A-Za-z0-9-]{1,16}$/, "A course code looks like 8601");

/** A day in Pakistan, like `2026-11-30`. */
const Day = z.iso.date();

/** How a programme's assignments reach the tutor. */
const Submission = z.enum(["posted", "uploaded"]);

/** Where a tutor is reached; null is what the university does not know. */
export const Tutor = z.object({
  ...named,
  phone: z.string().nullable(),
  email: z.string().nullable(),
  address: z.string().nullable(),
});
export type Tutor = z.infer<typeof Tutor>;

/** An assignment that is still accepted: 0 days are left on its last day. */
export const OpenAssignment = z.object({ number: z.int(), dueOn: Day, daysLeft: z.int().min(0) });
export type OpenAssignment = z.infer<typeof OpenAssignment>;

/** A course and its tutor. `asked`: this chat will be told when a tutor is assigned. */
export const TutoredCourse = z.object({
  code: z.string(),
  ...titled,
  tutor: Tutor.nullable(),
  assignments: z.array(OpenAssignment),
  asked: z.boolean(),
});
export type TutoredCourse = z.infer<typeof TutoredCourse>;

/** An assignment of a current course: no days left, it is accepted no more; marks are out of 100. */
export const Assignment = OpenAssignment.extend({
  daysLeft: z.int().min(0).nullable(),
  marks: z.number().nullable(),
});
export type Assignment = z.infer<typeof Assignment>;

/** A workshop, in Pakistan's days. */
export const Workshop = z.object({
  startsOn: Day,
  endsOn: Day,
  /** And the same in Urdu script where that is known. */
  place: z.string(),
  placeUrdu: z.string().nullable(),
  compulsory: z.boolean(),
});
export type Workshop = z.infer<typeof Workshop>;

export const CurrentCourse = z.object({
  code: z.string(),
  ...titled,
  creditHours: z.int(),
  assignments: z.array(Assignment),
  workshops: z.array(Workshop),
});
export type CurrentCourse = z.infer<typeof CurrentCourse>;

/** What belongs to the newest semester that the student is enrolled in; null where there is none. */
const current = { semester: Semester.nullable(), lms: z.url() };

export const courses = {
  courses: route({
    method: "GET",
    path: "/v1/me/courses",
    caller: "student",
    summary:
      "The courses of the current semester, with assignments and workshops; `running` until the student has completed it, or failed to",
    response: z.object({
      ...current,
      running: z.boolean(),
      creditHours: z.int(),
      courses: z.array(CurrentCourse),
    }),
    problems: ["password-required"],
  }),
  tutors: route({
    method: "GET",
    path: "/v1/me/tutors",
    caller: "student",
    summary: "The tutors of the current semester's courses, and what is to be sent to them by when",
    response: z.object({ ...current, submission: Submission, courses: z.array(TutoredCourse) }),
    problems: [],
  }),
  addressLabel: route({
    method: "GET",
    path: "/v1/me/tutors/:course/address-label.pdf",
    caller: "student",
    summary: "A label for posting assignments of a course to its tutor",
    params: z.object({ course: CourseCode }),
    produces: "application/pdf",
    problems: ["not-found", "tutor-not-assigned", "assignments-uploaded"],
  }),
  tellMeWhenTutorIsAssigned: route({
    method: "PUT",
    path: "/v1/me/tutors/:course/notice",
    caller: "student",
    summary: "Tell this chat when a course's tutor is assigned; `asked` is false if one is already",
    params: z.object({ course: CourseCode }),
    answers: "Whether the chat will be told",
    response: z.object({ asked: z.boolean() }),
    problems: ["not-found"],
    idempotent: true,
  }),
};
