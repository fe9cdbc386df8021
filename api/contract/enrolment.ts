import { z } from "zod";
import { route } from "./route.ts";
import { Done, Instant, Semester, SemesterId, titled } from "./shared.ts";

/** Why a student may not enrol now; a conversation says it with the dates that belong to it. */
export const EnrolmentBar = z.enum([
  "no-window",
  "window-not-open",
  "window-closed",
  "previous-semester-not-completed",
  "results-not-approved",
  "on-hold",
  "programme-completed",
]);
export type EnrolmentBar = z.infer<typeof EnrolmentBar>;

/** A course that a student may choose for the semester. */
export const OfferedCourse = z.object({
  code: z.string(),
  ...titled,
  creditHours: z.int(),
  compulsory: z.boolean(),
  /** One of those that share this name is enough: 416 *or* 418. */
  alternatives: z.string().nullable(),
  /** It was taken before, and not passed. */
  repeated: z.boolean(),
  /** No place is left; who has one keeps it. */
  full: z.boolean(),
  /** Codes of the courses that must be passed before. */
  missing: z.array(z.string()),
  /** It is one that the programme asks for by now. */
  suggested: z.boolean(),
});
export type OfferedCourse = z.infer<typeof OfferedCourse>;

/** What a student is enrolled for. */
export const Enrolment = z.object({
  semester: Semester,
  reference: z.string(),
  enrolledAt: Instant,
  courses: z.array(z.object({ code: z.string(), ...titled, creditHours: z.int() })),
  creditHours: z.int(),
});
export type Enrolment = z.infer<typeof Enrolment>;

/** Where a student stands with the enrolment that is open, comes next, or was last. */
export const EnrolmentDesk = z.object({
  semester: Semester.nullable(),
  opensAt: Instant.nullable(),
  closesAt: Instant.nullable(),
  bar: EnrolmentBar.nullable(),
  enrolment: Enrolment.nullable(),
  /** The most credit hours that a semester takes. */
  maxCreditHours: z.int(),
  courses: z.array(OfferedCourse),
});
export type EnrolmentDesk = z.infer<typeof EnrolmentDesk>;

const courses = z
  .array(z.string().max(16))
  .min(1)
  .max(20)
  .refine((codes) => new Set(codes).size === codes.length, "names a course twice");
const params = z.object({ semester: SemesterId });
const barred = [
  "not-found",
  "enrolment-not-open",
  "previous-semester-not-completed",
  "results-not-approved",
  "on-hold",
] as const;
/** Why courses cannot be taken, or not together. */
export const unsuitable = [
  "course-not-offered",
  "credit-limit-exceeded",
  "prerequisite-missing",
  "alternatives-chosen",
  "offering-full",
] as const;

export const enrolment = {
  enrolmentDesk: route({
    method: "GET",
    path: "/v1/me/enrolment",
    caller: "student",
    summary: "Whether the student may enrol, for what, and what is enrolled",
    response: EnrolmentDesk,
    problems: [],
  }),
  checkCourses: route({
    method: "POST",
    path: "/v1/me/enrolments/:semester/check",
    caller: "student",
    summary: "Whether these courses could be enrolled for, together; nothing is written",
    params,
    body: z.object({ courses }),
    answers: "They could be, and how many credit hours they are",
    response: z.object({ creditHours: z.int() }),
    problems: [...barred, ...unsuitable],
  }),
  enrol: route({
    method: "PUT",
    path: "/v1/me/enrolments/:semester",
    caller: "student",
    summary: "Enrol for exactly these courses, or change what is enrolled to them",
    params,
    body: z.object({ courses }),
    answers: "What the student is enrolled for now",
    response: Enrolment,
    problems: [...barred, ...unsuitable],
    idempotent: true,
  }),
  withdraw: route({
    method: "DELETE",
    path: "/v1/me/enrolments/:semester",
    caller: "student",
    summary: "Withdraw from the semester, as long as enrolment is open",
    params,
    response: Done,
    problems: ["not-enrolled", "enrolment-not-open"],
    idempotent: true,
  }),
  enrolmentConfirmation: route({
    method: "GET",
    path: "/v1/me/enrolments/:semester/confirmation.pdf",
    caller: "student",
    summary: "The confirmation of an enrolment",
    params,
    produces: "application/pdf",
    problems: ["not-enrolled"],
  }),
};
