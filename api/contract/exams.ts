import { z } from "zod";
import { route } from "./route.ts";
import { addressed, Instant, named, Semester, titled } from "./shared.ts";

/** A paper of the student's. */
export const Paper = z.object({
  code: z.string(),
  ...titled,
  startsAt: Instant,
  endsAt: Instant,
});
export type Paper = z.infer<typeof Paper>;

/** An examination that is announced and not over: the student's papers in it, and where they are written. */
export const Examination = z.object({
  id: z.uuid(),
  ...named,
  semester: Semester,
  /** Null until the slip is issued. */
  slip: z
    .object({
      rollNumber: z.string(),
      centre: z.object({ ...named, ...addressed, city: z.string() }),
    })
    .nullable(),
  papers: z.array(Paper),
});
export type Examination = z.infer<typeof Examination>;

/** What is ahead of a student, and where each semester that is studied stands. */
export const DateSheet = z.object({
  examinations: z.array(Examination),
  /** The paper that comes next, and in how many days: 0 is today. */
  next: Paper.extend({ inDays: z.int() }).nullable(),
  /** The semester that is studied now, where its examinations are not announced yet. */
  awaited: Semester.nullable(),
  /** The semester that is studied now, where every paper of it is over. */
  written: Semester.nullable(),
});
export type DateSheet = z.infer<typeof DateSheet>;

export const exams = {
  dateSheet: route({
    method: "GET",
    path: "/v1/me/date-sheet",
    caller: "student",
    summary: "The student's papers in the examinations that are announced and not over, in order",
    response: DateSheet,
    problems: [],
  }),
  dateSheetCalendar: route({
    method: "GET",
    path: "/v1/me/date-sheet.ics",
    caller: "student",
    summary: "The date sheet as a calendar that a phone takes over, with a reminder on the evening before",
    produces: "text/calendar",
    problems: ["date-sheet-not-announced"],
  }),
  rollNumberSlip: route({
    method: "GET",
    path: "/v1/me/roll-number-slips/:id.pdf",
    caller: "student",
    summary: "The roll number slip of an examination, by the examination's id",
    params: z.object({ id: z.uuid() }),
    produces: "application/pdf",
    problems: ["slip-not-issued"],
  }),
};
