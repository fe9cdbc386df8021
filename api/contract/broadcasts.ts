import { z } from "zod";
import { route } from "./route.ts";
import { ChatAddress, Instant, Language, RegistrationNumber } from "./shared.ts";

/** What a broadcast may be about: who is subscribed to it is told; an emergency reaches everybody. */
export const broadcastTopics = ["admissions", "exams", "results", "workshops", "tutor", "emergency"] as const;
export const BroadcastTopic = z.enum(broadcastTopics);
export type BroadcastTopic = z.infer<typeof BroadcastTopic>;

const some = <T extends z.ZodType>(of: T) => z.array(of).min(1).max(200).optional();

/** Whom a broadcast is for: whoever fits all that is said. */
export const Segment = z.strictObject({
  programmes: some(z.string().max(40)),
  levels: some(z.string().max(20)),
  /** Regional offices, by code. */
  regions: some(z.string().max(10)),
  /** Enrolled in one of these courses in a semester. */
  courses: some(z.string().max(10)),
  semester: z
    .string()
    .regex(/^\d{4}-(spring|autumn)$/)
    .optional(),
  /** With `semester`: who is enrolled in it, or is not. */
  enrolled: z.boolean().optional(),
  channels: some(ChatAddress.shape.channel),
  /** From a CSV: exactly these, as far as the rest fits. */
  registrationNumbers: z.array(RegistrationNumber).min(1).max(50_000).optional(),
});
export type Segment = z.infer<typeof Segment>;

/** A broadcast in one language. `{name}` is the student's name. */
export const BroadcastText = z.object({
  language: Language,
  body: z.string().trim().min(1).max(3000),
});

/** Conversations that a button under a broadcast may open, by the name that a link into the chat has for them. */
export const broadcastButtons = [
  ...["grades", "date-sheet", "roll-number-slip", "course-registration", "tutors", "courses"],
  ...["service-requests", "notifications", "announcements"],
] as const;

export const BroadcastState = z.enum([
  "draft",
  "awaiting_approval",
  "scheduled",
  "running",
  "paused",
  "cancelled",
  "finished",
]);

export const BroadcastReference = z
  .string()
  .regex(/^BC-\d{4}-\d{6}$/, "A broadcast is called like BC-2026-000003");

/** A broadcast as lists show it. */
export const BroadcastSummary = z.object({
  reference: z.string(),
  topic: BroadcastTopic,
  state: BroadcastState,
});
export type BroadcastSummary = z.infer<typeof BroadcastSummary>;

/** How far it is. `total` grows until every recipient is found. */
export const Broadcast = BroadcastSummary.extend({
  segment: Segment,
  texts: z.array(BroadcastText),
  buttons: z.array(z.enum(broadcastButtons)),
  createdBy: z.string().nullable(),
  approvedBy: z.string().nullable(),
  createdAt: Instant,
  scheduledAt: Instant.nullable(),
  startedAt: Instant.nullable(),
  finishedAt: Instant.nullable(),
  total: z.int(),
  expanded: z.boolean(),
  sent: z.int(),
  failed: z.int(),
  leftOut: z.int(),
  /** By channel, and by why. */
  channels: z.record(
    z.string(),
    z.object({ total: z.int(), sent: z.int(), failed: z.int(), leftOut: z.int() }),
  ),
  reasons: z.record(z.string(), z.int()),
});
export type Broadcast = z.infer<typeof Broadcast>;

/** What is asked for. */
export const NewBroadcast = z.object({
  topic: BroadcastTopic,
  segment: Segment.default({}),
  texts: z
    .array(BroadcastText)
    .min(1)
    .max(3)
    .refine((texts) => texts.some(({ language }) => language === "en"), "English is what others fall back on")
    .refine(
      (texts) => new Set(texts.map(({ language }) => language)).size === texts.length,
      "names a language twice",
    ),
  buttons: z.array(z.enum(broadcastButtons)).max(3).default([]),
  scheduledAt: Instant.optional(),
});

/** A page of recipients to be sent to, and what to say to them. */
export const LeasedPage = z.object({
  id: z.uuid(),
  broadcast: z.uuid(),
  channel: z.string(),
  /** Place in the page, chat, language and name each. */
  recipients: z.array(z.tuple([z.int(), z.string(), Language, z.string()])),
});
export type LeasedPage = z.infer<typeof LeasedPage>;

const params = z.object({ reference: BroadcastReference });

export const broadcasts = {
  segmentSize: route({
    method: "POST",
    path: "/v1/desk/broadcasts/size",
    caller: "staff",
    summary: "How many a broadcast would reach now, by channel",
    body: z.object({ topic: BroadcastTopic, segment: Segment.default({}) }),
    response: z.object({ total: z.int(), channels: z.record(z.string(), z.int()) }),
    problems: ["not-allowed"],
  }),
  createBroadcast: route({
    method: "POST",
    path: "/v1/desk/broadcasts",
    caller: "staff",
    summary: "Write a broadcast; it is a draft until it is submitted",
    body: NewBroadcast,
    response: Broadcast,
    problems: ["not-allowed"],
    idempotent: true,
  }),
  broadcastList: route({
    method: "GET",
    path: "/v1/desk/broadcasts",
    caller: "staff",
    summary: "The newest broadcasts",
    query: z.object({ limit: z.coerce.number().int().min(1).max(50).default(20) }),
    response: z.object({ broadcasts: z.array(BroadcastSummary) }),
    problems: ["not-allowed"],
  }),
  broadcast: route({
    method: "GET",
    path: "/v1/desk/broadcasts/:reference",
    caller: "staff",
    summary: "One broadcast, and how far it is",
    params,
    response: Broadcast,
    problems: ["not-found", "not-allowed"],
  }),
  actOnBroadcast: route({
    method: "POST",
    path: "/v1/desk/broadcasts/:reference/actions",
    caller: "staff",
    summary:
      "Submit, approve (somebody else's, where it is large), pause, resume or cancel; test: send it to oneself",
    params,
    body: z.object({ action: z.enum(["submit", "approve", "pause", "resume", "cancel", "test"]) }),
    response: Broadcast,
    problems: ["not-found", "not-allowed", "action-not-possible", "second-person-needed"],
    idempotent: true,
  }),
  broadcastFailures: route({
    method: "GET",
    path: "/v1/desk/broadcasts/:reference/failures.csv",
    caller: "staff",
    summary: "Who was not reached, and why",
    params,
    produces: "text/csv",
    problems: ["not-found", "not-allowed"],
  }),
  leaseBroadcastPages: route({
    method: "POST",
    path: "/v1/broadcast-pages/lease",
    caller: "service",
    summary: "Take a page of recipients on a channel, waiting up to `wait` seconds for one",
    body: z.object({
      channel: ChatAddress.shape.channel,
      wait: z.int().min(0).max(25).default(0),
    }),
    response: z.object({ page: LeasedPage.nullable() }),
    problems: [],
  }),
  broadcastContent: route({
    method: "GET",
    path: "/v1/broadcasts/:id",
    caller: "service",
    summary: "What a broadcast says",
    params: z.object({ id: z.uuid() }),
    response: z.object({
      reference: z.string(),
      topic: BroadcastTopic,
      texts: z.array(BroadcastText),
      buttons: z.array(z.enum(broadcastButtons)),
    }),
    problems: ["not-found"],
  }),
  reportBroadcastPage: route({
    method: "POST",
    path: "/v1/broadcast-pages/:id/report",
    caller: "service",
    summary: "Say what became of some of a page; the lease goes on unless it is given back",
    params: z.object({ id: z.uuid() }),
    body: z.object({
      sent: z.array(z.int().min(0)).max(1000).default([]),
      failed: z
        .array(z.tuple([z.int().min(0), z.string().max(200)]))
        .max(1000)
        .default([]),
      /** Nothing more is sent of this page for now. */
      release: z.boolean().default(false),
    }),
    /** Whether to go on: it is not paused, and not cancelled. */
    response: z.object({ go: z.boolean() }),
    problems: [],
  }),
};
