import { z } from "zod";
import { Password } from "./auth.ts";
import { mostBytes, mostFiles, Reference, RequestFile, RequestState, RequestSummary } from "./requests.ts";
import { route } from "./route.ts";
import { ChatAddress, Done, Instant, Language, named } from "./shared.ts";

/** Somebody who works at the desk. */
export const StaffSummary = z.object({
  name: z.string(),
  role: z.enum(["agent", "supervisor", "admin"]),
});
export type StaffSummary = z.infer<typeof StaffSummary>;

/** A chat of a member of staff's, logged in: the bearer token for everything under /v1/desk. */
export const StaffLogin = z.object({ token: z.string(), expiresAt: Instant, staff: StaffSummary });
export type StaffLogin = z.infer<typeof StaffLogin>;

/** What staff do with a request; rules/request-states.ts says when. */
export const staffActions = [
  "take",
  "answer",
  "note",
  "ask-for-document",
  "approve",
  "reject",
  "close",
  "reopen",
  "assign",
  "hand-back",
] as const;
export const StaffAction = z.enum(staffActions);
export type StaffAction = z.infer<typeof StaffAction>;

/** What needs words: the student is told why, or what; a note says something. */
export const wordedActions = ["answer", "note", "ask-for-document", "reject", "close"] as const;

/** A request as the desk lists it. */
export const QueuedRequest = RequestSummary.extend({
  student: z.object({ registrationNumber: z.string(), ...named }),
  assignee: z.string().nullable(),
  urgent: z.boolean(),
  /** When it is to be answered, or else resolved; null once it is over. */
  due: Instant.nullable(),
  /** It is open, and past its time. */
  overdue: z.boolean(),
});
export type QueuedRequest = z.infer<typeof QueuedRequest>;

/** What is asked to be changed: as it is on record, and as it is to be. */
export const Change = z.object({ field: z.string(), from: z.string().nullable(), to: z.string() });
export type Change = z.infer<typeof Change>;

/** One thing said or done, by its number. `note` is for staff alone; an event says what was done and why. */
export const Entry = z.object({
  entry: z.int(),
  kind: z.enum(["message", "note", "event"]),
  at: Instant,
  author: z.enum(["student", "staff", "system"]),
  /** The member of staff. */
  by: z.string().nullable(),
  body: z.string(),
  event: z.string().nullable(),
  to: RequestState.nullable(),
  message: z.uuid().nullable(),
  files: z.array(RequestFile),
  editedAt: Instant.nullable(),
  /** The number of its last edit, or of its being taken back. */
  edit: z.int().nullable(),
  deleted: z.boolean(),
});
export type Entry = z.infer<typeof Entry>;

/** A request as the desk sees it. CNIC, number and address come masked until somebody asks to see them. */
export const DeskRequest = RequestSummary.extend({
  outcome: z.string().nullable(),
  /** It is not decided, withdrawn or closed. */
  open: z.boolean(),
  urgent: z.boolean(),
  firstAnswerDue: Instant.nullable(),
  resolutionDue: Instant.nullable(),
  firstAnsweredAt: Instant.nullable(),
  rating: z.int().nullable(),
  student: z.object({
    registrationNumber: z.string(),
    ...named,
    language: Language,
    programme: z.string(),
    programmeUrdu: z.string().nullable(),
    regionalOffice: z.string(),
    regionalOfficeUrdu: z.string().nullable(),
    /** The messengers in which the student can be reached, the one first where they wrote last. */
    channels: z.array(z.string()),
    /** They have blocked the bot, everywhere. */
    blocked: z.boolean(),
  }),
  /** So many requests were filed before this one, and the last of them. */
  earlier: z.object({ count: z.int(), last: z.array(RequestSummary) }),
  assignee: z.string().nullable(),
  changes: z.array(Change),
  /** Documents that it was filed with; later ones stand with their messages. */
  files: z.array(RequestFile),
  /** What was said and done, oldest first. */
  timeline: z.array(Entry),
  /** Everything up to this number is in the timeline. */
  lastEntry: z.int(),
  /** What can be done with it now, by who asks. */
  actions: z.array(StaffAction),
});
export type DeskRequest = z.infer<typeof DeskRequest>;

/** The desk in figures; times are in minutes, of the last thirty days. */
export const DeskStats = z.object({
  open: z.int(),
  waiting: z.int(),
  overdue: z.int(),
  medianFirstAnswer: z.number().nullable(),
  satisfaction: z.number().nullable(),
  ratings: z.int(),
  /** Filed and resolved on each of the last fourteen days, oldest first. */
  days: z.array(z.object({ on: z.iso.date(), filed: z.int(), resolved: z.int() })),
});
export type DeskStats = z.infer<typeof DeskStats>;

const params = z.object({ reference: Reference });
/** So many characters may be said at once. */
export const longestWords = 2000;
const words = z.string().trim().min(1).max(longestWords);

export const desk = {
  staffLogin: route({
    method: "POST",
    path: "/v1/staff/login",
    caller: "service",
    summary: "Log a chat of a member of staff's in",
    body: ChatAddress.extend({ email: z.string().min(1).max(254), password: Password }),
    answers: "The chat, logged in: the bearer token for everything under /v1/desk",
    response: StaffLogin,
    problems: ["wrong-staff-credentials", "too-many-attempts"],
    idempotent: true,
  }),
  linkStaffChat: route({
    method: "POST",
    path: "/v1/staff/link",
    caller: "service",
    summary:
      "Link a chat with a code that its member of staff was given; it stays linked until that is ended",
    body: ChatAddress.extend({ code: z.string().trim().min(1).max(32) }),
    answers: "Whose chat it is now",
    response: StaffSummary,
    problems: ["code-expired", "too-many-attempts"],
    idempotent: true,
  }),
  linkCode: route({
    method: "POST",
    path: "/v1/desk/link-codes",
    caller: "staff",
    summary: "A code that links a chat, once, within ten minutes; for somebody else only where an admin asks",
    body: z.object({ email: z.string().max(254).optional() }),
    response: z.object({ code: z.string(), expiresAt: Instant, name: z.string() }),
    problems: ["not-found", "not-allowed"],
    idempotent: true,
  }),
  staffMe: route({
    method: "GET",
    path: "/v1/desk/me",
    caller: "staff",
    summary: "Who this chat belongs to",
    response: StaffSummary,
    problems: [],
  }),
  staffLogout: route({
    method: "POST",
    path: "/v1/desk/logout",
    caller: "staff",
    summary: "End this chat's login",
    response: Done,
    problems: [],
    idempotent: true,
  }),
  colleagues: route({
    method: "GET",
    path: "/v1/desk/staff",
    caller: "staff",
    summary: "Who works at the desk, for handing over",
    response: z.object({ staff: z.array(StaffSummary.extend({ email: z.string() })) }),
    problems: [],
  }),
  queue: route({
    method: "GET",
    path: "/v1/desk/requests",
    caller: "staff",
    summary:
      "The requests that are open, or one's own of them, oldest first, or those that are found; the next page begins after `after`",
    query: z.object({
      which: z.enum(["waiting", "mine", "open", "overdue"]).default("open"),
      find: z
        .string()
        .trim()
        .min(1)
        .max(100)
        .optional()
        .describe(
          "Instead of `which`, newest first: a request by its reference, all of a student by the registration number, or the open ones of students by their names",
        ),
      after: Reference.optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    response: z.object({ requests: z.array(QueuedRequest), next: z.string().nullable() }),
    problems: ["not-found"],
  }),
  deskStats: route({
    method: "GET",
    path: "/v1/desk/stats",
    caller: "staff",
    summary: "The desk in figures",
    response: DeskStats,
    problems: [],
  }),
  deskStatsPicture: route({
    method: "GET",
    path: "/v1/desk/stats.png",
    caller: "staff",
    summary: "The desk in figures, as a picture",
    produces: "image/png",
    problems: [],
  }),
  savedReplies: route({
    method: "GET",
    path: "/v1/desk/requests/:reference/saved-replies",
    caller: "staff",
    summary: "The saved replies in the student's language, filled in",
    params,
    response: z.object({
      replies: z.array(z.object({ key: z.string(), title: z.string(), body: z.string() })),
    }),
    problems: ["not-found", "not-your-office"],
  }),
  deskRequest: route({
    method: "GET",
    path: "/v1/desk/requests/:reference",
    caller: "staff",
    summary: "One request, with what it would change and what can be done with it",
    params,
    response: DeskRequest,
    problems: ["not-found", "not-your-office"],
  }),
  revealRequest: route({
    method: "POST",
    path: "/v1/desk/requests/:reference/reveal",
    caller: "staff",
    summary: "What it would change, unmasked; that it was looked at is kept in the audit log",
    params,
    response: z.object({ changes: z.array(Change) }),
    problems: ["not-found", "not-your-office"],
    idempotent: true,
  }),
  uploadDeskFile: route({
    method: "POST",
    path: "/v1/desk/files",
    caller: "staff",
    summary: "Upload a PDF, JPEG, PNG or voice note, to go with an answer or a note within 24 hours",
    query: z.object({ name: z.string().max(255).default("") }),
    accepts: { bytes: mostBytes },
    answers: "The file as it is kept, with the id to send it by",
    response: RequestFile,
    problems: ["file-unreadable", "too-many-requests", "storage-unavailable"],
    idempotent: true,
  }),
  deskFile: route({
    method: "GET",
    path: "/v1/desk/requests/:reference/files/:id",
    caller: "staff",
    summary: "A document of a request",
    params: params.extend({ id: z.uuid() }),
    produces: "application/octet-stream",
    problems: ["not-found", "not-your-office"],
  }),
  actOnRequest: route({
    method: "POST",
    path: "/v1/desk/requests/:reference/actions",
    caller: "staff",
    summary: "Take, answer, approve, reject and so on; an approved correction changes the record at once",
    params,
    body: z
      .object({
        action: StaffAction,
        words: words.optional(),
        /** With an answer or a note: ids of files that were uploaded before. */
        files: z.array(z.uuid()).max(mostFiles).default([]),
        /** With `assign`: whose it is to be, by e-mail. */
        to: z.string().max(254).optional(),
        /** Where the words stand in the desk's own chat, so that edits find them and they are not shown twice. */
        said: ChatAddress.extend({ messengerId: z.string().max(256) }).optional(),
      })
      .refine(
        ({ action, words, files }) =>
          words !== undefined ||
          ((action === "answer" || action === "note") && files.length > 0) ||
          !wordedActions.some((one) => one === action),
        { path: ["words"], message: "The student is told why, or what" },
      )
      .refine(({ action, to }) => action !== "assign" || to !== undefined, {
        path: ["to"],
        message: "Who is to have it?",
      }),
    answers: "The request as it stands now",
    response: QueuedRequest,
    problems: [
      "not-found",
      "not-your-office",
      "not-allowed",
      "no-such-colleague",
      "action-not-possible",
      "request-open-already",
      "taken-by-another",
      "course-not-offered",
      "not-enrolled",
      "credit-limit-exceeded",
      "prerequisite-missing",
      "alternatives-chosen",
      "offering-full",
      "file-gone",
    ],
    idempotent: true,
  }),
  editAnswer: route({
    method: "PATCH",
    path: "/v1/desk/messages/:id",
    caller: "staff",
    summary: "Say one's own message differently; the student's copy follows where the messenger can",
    params: z.object({ id: z.uuid() }),
    body: z.object({ words }),
    response: Done,
    problems: ["not-found", "not-allowed"],
    idempotent: true,
  }),
  deleteAnswer: route({
    method: "DELETE",
    path: "/v1/desk/messages/:id",
    caller: "staff",
    summary: "Take one's own message back; the student's copy follows where the messenger can",
    params: z.object({ id: z.uuid() }),
    response: Done,
    problems: ["not-found", "not-allowed"],
    idempotent: true,
  }),
};
