import { z } from "zod";
import { Password } from "./auth.ts";
import { Reference, RequestDetail, RequestSummary } from "./requests.ts";
import { route } from "./route.ts";
import { ChatAddress, Done, Instant } from "./shared.ts";

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
  "ask-for-document",
  "approve",
  "reject",
  "close",
  "reopen",
] as const;
export const StaffAction = z.enum(staffActions);
export type StaffAction = z.infer<typeof StaffAction>;

/** A request as the desk lists it. */
export const QueuedRequest = RequestSummary.extend({
  student: z.object({ registrationNumber: z.string(), name: z.string() }),
  assignee: z.string().nullable(),
});
export type QueuedRequest = z.infer<typeof QueuedRequest>;

/** What is asked to be changed: as it is on record, and as it is to be. */
export const Change = z.object({ field: z.string(), from: z.string().nullable(), to: z.string() });
export type Change = z.infer<typeof Change>;

/** A request as the desk sees it. CNIC, number and address come masked until somebody asks to see them. */
export const DeskRequest = RequestDetail.omit({ proposed: true, open: true }).extend({
  student: z.object({
    registrationNumber: z.string(),
    name: z.string(),
    programme: z.string(),
    regionalOffice: z.string(),
    /** So many requests were filed before this one. */
    earlier: z.int(),
  }),
  assignee: z.string().nullable(),
  changes: z.array(Change),
  /** What can be done with it now, by who asks. */
  actions: z.array(StaffAction),
});
export type DeskRequest = z.infer<typeof DeskRequest>;

const params = z.object({ reference: Reference });

export const desk = {
  staffLogin: route({
    method: "POST",
    path: "/v1/staff/login",
    caller: "service",
    summary: "Log a chat of a member of staff's in",
    body: ChatAddress.extend({ email: z.string().min(1).max(254), password: Password }),
    response: StaffLogin,
    problems: ["wrong-staff-credentials", "too-many-attempts"],
    idempotent: true,
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
  queue: route({
    method: "GET",
    path: "/v1/desk/requests",
    caller: "staff",
    summary:
      "The requests that are open, or one's own of them, oldest first; the next page begins after `after`",
    query: z.object({
      which: z.enum(["waiting", "mine", "open"]).default("open"),
      after: Reference.optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    response: z.object({ requests: z.array(QueuedRequest), next: z.string().nullable() }),
    problems: ["not-found"],
  }),
  deskRequest: route({
    method: "GET",
    path: "/v1/desk/requests/:reference",
    caller: "staff",
    summary: "One request, with what it would change and what can be done with it",
    params,
    response: DeskRequest,
    problems: ["not-found"],
  }),
  revealRequest: route({
    method: "POST",
    path: "/v1/desk/requests/:reference/reveal",
    caller: "staff",
    summary: "What it would change, unmasked; that it was looked at is kept in the audit log",
    params,
    response: z.object({ changes: z.array(Change) }),
    problems: ["not-found"],
    idempotent: true,
  }),
  actOnRequest: route({
    method: "POST",
    path: "/v1/desk/requests/:reference/actions",
    caller: "staff",
    summary: "Take, answer, approve, reject and so on; an approved correction changes the record at once",
    params,
    body: z
      .object({ action: StaffAction, words: z.string().trim().min(1).max(2000).optional() })
      .refine(
        ({ action, words }) =>
          words !== undefined || !["answer", "ask-for-document", "reject", "close"].includes(action),
        { path: ["words"], message: "The student is told why, or what" },
      ),
    response: QueuedRequest,
    problems: [
      "not-found",
      "action-not-possible",
      "taken-by-another",
      "course-not-offered",
      "not-enrolled",
      "credit-limit-exceeded",
    ],
    idempotent: true,
  }),
};
