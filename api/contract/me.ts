import { z } from "zod";
import { StudentSummary } from "./auth.ts";
import { route } from "./route.ts";
import { addressed, Instant, Language, named, Semester, SemesterId, titled } from "./shared.ts";

/** The student's own record. What could harm in a stranger's hands comes masked: `35202-*****-1`. */
export const Profile = StudentSummary.extend({
  fatherName: z.string(),
  fatherNameUrdu: z.string().nullable(),
  cnic: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  address: z.string().nullable(),
  /** Where people are. */
  regionalOffice: z.object({ ...named, ...addressed, phone: z.string().nullable() }),
  currentSemester: Semester.nullable(),
  /** What the bot does not understand may be kept, without personal data. */
  keepsPhrases: z.boolean(),
});
export type Profile = z.infer<typeof Profile>;

/** One course's result. Marks are out of 100 each; null where they are still awaited. */
export const CourseResult = z.object({
  code: z.string(),
  ...titled,
  creditHours: z.int(),
  assignmentMarks: z.number().nullable(),
  examMarks: z.number().nullable(),
  total: z.number().nullable(),
  grade: z.string().nullable(),
  gradePoint: z.number().nullable(),
});
export type CourseResult = z.infer<typeof CourseResult>;

/** A semester's results; `courses` keep their marks to themselves until the results are announced. */
export const SemesterResult = z.object({
  semester: Semester,
  announcedAt: Instant.nullable(),
  creditHours: z.int(),
  gradePointAverage: z.number().nullable(),
  courses: z.array(CourseResult),
});
export type SemesterResult = z.infer<typeof SemesterResult>;

export const me = {
  profile: route({
    method: "GET",
    path: "/v1/me",
    caller: "student",
    summary: "The student's own record, masked",
    response: Profile,
    problems: [],
  }),
  updatePreferences: route({
    method: "PATCH",
    path: "/v1/me/preferences",
    caller: "student",
    summary:
      "Choose the language, whether grades ask for the password again after 15 idle minutes, and whether phrases that were not understood may be kept",
    body: z.object({
      language: Language.optional(),
      askAgain: z.boolean().optional(),
      keepsPhrases: z.boolean().optional(),
    }),
    answers: "What the chat may know of the student from now on",
    response: StudentSummary,
    problems: ["password-required"],
    idempotent: true,
  }),
  grades: route({
    method: "GET",
    path: "/v1/me/grades",
    caller: "student",
    summary: "Results of all semesters, newest first, with averages",
    response: z.object({
      cumulativeGradePointAverage: z.number().nullable(),
      semesters: z.array(SemesterResult),
    }),
    problems: ["password-required"],
  }),
  gradeTrend: route({
    method: "GET",
    path: "/v1/me/grade-trend.png",
    caller: "student",
    summary: "The averages of the semesters as a picture",
    produces: "image/png",
    problems: ["password-required", "too-few-results"],
  }),
  resultCard: route({
    method: "GET",
    path: "/v1/me/result-cards/:semester.pdf",
    caller: "student",
    summary: "The result card of a semester",
    params: z.object({ semester: SemesterId }),
    produces: "application/pdf",
    problems: ["password-required", "results-not-announced"],
  }),
};
