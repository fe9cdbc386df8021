import { z } from "zod";
import { route } from "./route.ts";
import { Done, Instant } from "./shared.ts";
import { WrittenCnic, WrittenCourseCode, WrittenMobile, WrittenName } from "./written.ts";

/** What a student can ask the university for, each with what it needs. */
export const RequestFields = z.discriminatedUnion("type", [
  z.object({ type: z.literal("name-correction"), name: WrittenName }),
  z.object({ type: z.literal("cnic-correction"), cnic: WrittenCnic }),
  z.object({
    type: z.literal("address-change"),
    street: z.string().trim().min(3).max(200),
    city: z.string().trim().min(2).max(100),
  }),
  z.object({ type: z.literal("mobile-change"), phone: WrittenMobile }),
  z.object({ type: z.literal("course-change"), drop: WrittenCourseCode, add: WrittenCourseCode }),
  z.object({ type: z.literal("general") }),
]);
export type RequestFields = z.infer<typeof RequestFields>;
export type RequestType = RequestFields["type"];
export const requestTypes = RequestFields.options.map(({ shape }) => shape.type.value);
export const RequestType = z.enum(requestTypes);

/** The states of a request's life; docs/requests.md draws the ways between them. */
export const requestStates = [
  "pending",
  "in_review",
  "document_needed",
  "approved",
  "rejected",
  "withdrawn",
  "closed",
] as const;
export const RequestState = z.enum(requestStates);
export type RequestState = z.infer<typeof RequestState>;

/** A reference that a person can say on the phone, like `SR-2026-000007`. */
export const Reference = z.string().regex(/^SR-\d{4}-\d{6}$/, "A reference looks like SR-2026-000007");

const Message = z.string().trim().min(1).max(2000);

/** So many documents come with a request, and with each message. */
export const mostFiles = 5;
/** A document may have so many bytes: 10 MB. */
export const mostBytes = 10 * 1024 * 1024;
/** Ids of files that were uploaded before and are used once. */
const Files = z.array(z.uuid()).max(mostFiles).default([]);

/** A document that came with a request. */
export const RequestFile = z.object({
  id: z.uuid(),
  name: z.string(),
  type: z.enum(["application/pdf", "image/jpeg", "image/png", "audio/ogg"]),
  bytes: z.int(),
});
export type RequestFile = z.infer<typeof RequestFile>;

export const RequestSummary = z.object({
  reference: z.string(),
  type: RequestType,
  state: RequestState,
  createdAt: Instant,
});
export type RequestSummary = z.infer<typeof RequestSummary>;

/** One request with its history, oldest first. What was asked for comes masked, as the record does. */
export const RequestDetail = RequestSummary.extend({
  proposed: z.string().nullable(),
  outcome: z.string().nullable(),
  history: z.array(z.object({ state: RequestState, at: Instant, note: z.string().nullable() })),
  /** Documents that came with it; later ones stand with their messages. */
  files: z.array(RequestFile),
  messages: z.array(
    z.object({
      id: z.uuid(),
      author: z.enum(["student", "staff", "system"]),
      /** The member of staff. */
      by: z.string().nullable(),
      body: z.string(),
      at: Instant,
      files: z.array(RequestFile),
    }),
  ),
  /** It is still open: a message can be added, and it can be withdrawn. */
  open: z.boolean(),
});
export type RequestDetail = z.infer<typeof RequestDetail>;

/** Something that can be asked for. */
export const AskableType = z.object({
  type: RequestType,
  needsDocument: z.boolean(),
  /** The open request because of which no further one of this type can be filed now. */
  openAlready: z.string().nullable(),
});
export type AskableType = z.infer<typeof AskableType>;

const params = z.object({ reference: Reference });

/** A span of a weekday (1 is Monday) in which an office answers, in minutes after midnight on Pakistan's clock. */
export const WorkingSpan = z.object({
  weekday: z.int().min(1).max(7),
  from: z.int().min(0),
  to: z
    .int()
    .min(1)
    .max(24 * 60),
});
export type WorkingSpan = z.infer<typeof WorkingSpan>;

export const requests = {
  requestTypes: route({
    method: "GET",
    path: "/v1/me/request-types",
    caller: "student",
    summary: "What can be asked for, whether it needs a document, and which such request is open already",
    response: z.object({ types: z.array(AskableType) }),
    problems: [],
  }),
  uploadFile: route({
    method: "POST",
    path: "/v1/me/files",
    caller: "student",
    summary: "Upload a PDF, JPEG or PNG, to be attached to a request within 24 hours",
    query: z.object({ name: z.string().max(255).default("") }),
    accepts: { bytes: mostBytes },
    answers: "The document as it is kept, with the id to attach it by",
    response: RequestFile,
    problems: ["file-unreadable", "too-many-requests", "storage-unavailable"],
    idempotent: true,
  }),
  fileRequest: route({
    method: "POST",
    path: "/v1/me/requests",
    caller: "student",
    summary: "File a service request",
    body: z
      .object({
        fields: RequestFields,
        message: Message.optional(),
        files: Files,
        /** What the student wrote to the bot before, newest last: staff see it, the student does not. */
        said: z.array(z.string().max(200)).max(5).default([]),
      })
      .refine(({ fields, message }) => fields.type !== "general" || message !== undefined, {
        path: ["message"],
        message: "A general query needs a message",
      }),
    answers: "The request as it was filed, with its reference",
    response: RequestSummary,
    problems: [
      "request-open-already",
      "course-not-offered",
      "not-enrolled",
      "credit-limit-exceeded",
      "prerequisite-missing",
      "alternatives-chosen",
      "document-required",
      "file-gone",
    ],
    idempotent: true,
  }),
  requests: route({
    method: "GET",
    path: "/v1/me/requests",
    caller: "student",
    summary: "The student's requests, newest first; the next page begins after `after`",
    query: z.object({
      after: Reference.optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    response: z.object({ requests: z.array(RequestSummary), next: z.string().nullable() }),
    problems: ["not-found"],
  }),
  request: route({
    method: "GET",
    path: "/v1/me/requests/:reference",
    caller: "student",
    summary: "One request with its history",
    params,
    response: RequestDetail,
    problems: ["not-found"],
  }),
  addToRequest: route({
    method: "POST",
    path: "/v1/me/requests/:reference/messages",
    caller: "student",
    summary: "Add a message, documents, or both to an open request",
    params,
    body: z
      .object({ message: Message.optional(), files: Files })
      .refine(({ message, files }) => message !== undefined || files.length > 0, {
        path: ["message"],
        message: "There is nothing to add",
      }),
    answers: "The request as it stands now",
    response: RequestSummary,
    problems: ["not-found", "request-closed", "file-gone"],
    idempotent: true,
  }),
  requestFile: route({
    method: "GET",
    path: "/v1/me/requests/:reference/files/:id",
    caller: "student",
    summary: "A document of one of the student's requests",
    params: params.extend({ id: z.uuid() }),
    produces: "application/octet-stream",
    problems: ["not-found"],
  }),
  rateRequest: route({
    method: "PUT",
    path: "/v1/me/requests/:reference/rating",
    caller: "student",
    summary: "Say how a request that is over went, from 1 to 5",
    params,
    body: z.object({ rating: z.int().min(1).max(5) }),
    response: Done,
    problems: ["not-found", "action-not-possible"],
    idempotent: true,
  }),
  deskHours: route({
    method: "GET",
    path: "/v1/me/desk-hours",
    caller: "student",
    summary:
      "When the student's office answers: whether it is open, when next, by when a new question is answered, and in what hours",
    response: z.object({
      open: z.boolean(),
      opensAt: Instant.nullable(),
      answeredBy: Instant.nullable(),
      week: z
        .array(WorkingSpan)
        .describe("When it answers in an ordinary week, from Monday on; empty where it always does"),
    }),
    problems: [],
  }),
  withdrawRequest: route({
    method: "DELETE",
    path: "/v1/me/requests/:reference",
    caller: "student",
    summary: "Withdraw an open request; it stays in the list",
    params,
    response: Done,
    problems: ["not-found", "request-closed"],
    idempotent: true,
  }),
};
