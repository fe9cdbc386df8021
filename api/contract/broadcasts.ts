import { z } from "zod";
import { Topic } from "./notifications.ts";
import { RequestFile } from "./requests.ts";
import { route } from "./route.ts";
import { ChatAddress, Done, Instant, Language, RegistrationNumber, SemesterId } from "./shared.ts";

/** What a broadcast may be about: who is subscribed to it is told; an emergency reaches everybody. */
export const broadcastTopics = ["admissions", "exams", "results", "workshops", "tutor", "emergency"] as const;
export const BroadcastTopic = z.enum(broadcastTopics);
export type BroadcastTopic = z.infer<typeof BroadcastTopic>;

const some = <T extends z.ZodType>(of: T) => z.array(of).min(1).max(200).optional();

/** How a semester's enrolment stands. */
export const enrolmentStates = ["enrolled", "completed", "incomplete", "withdrawn"] as const;
const EnrolmentState = z.enum(enrolmentStates);

/** Whom a broadcast is for: whoever fits all that is said. */
export const Segment = z.strictObject({
  programmes: some(z.string().max(40)),
  levels: some(z.string().max(20)),
  /** Regional offices, by code. */
  regions: some(z.string().max(10)),
  /** Taking one of these courses, in `semester` where there is one. */
  courses: some(z.string().max(10)),
  /** Who is enrolled in it; with `enrolled: false`, who is not. */
  semester: SemesterId.optional(),
  enrolled: z.boolean().optional(),
  /** How an enrolment stands: of `semester`, or any. */
  enrolment: some(EnrolmentState),
  /** Subscribed to each of these, beside the broadcast's own topic. */
  subscribed: some(Topic),
  channels: some(ChatAddress.shape.channel),
  /** From a CSV: exactly these, as far as the rest fits. */
  registrationNumbers: z.array(RegistrationNumber).min(1).max(50_000).optional(),
});
export type Segment = z.infer<typeof Segment>;

/**
 * What may stand in a broadcast's text: `{name}` is the student's name; `{course}` what the broadcast says it is, or else
 * those of the segment's courses that the student takes; `{date}` the date that the broadcast says.
 */
export const broadcastFields = ["name", "course", "date"] as const;

/** Values of fields that are the same for everybody. */
const FieldValues = z.strictObject({
  course: z.string().trim().min(1).max(120).optional(),
  date: z.iso.date().optional(),
});

/** A broadcast in one language. */
export const BroadcastText = z.object({
  language: Language,
  body: z.string().trim().min(1).max(3000),
  /** WhatsApp's template for whom Meta's window is closed, like `campus_notice:en`; without it the house's own. */
  template: z
    .string()
    .regex(/^[a-z0-9_]{1,512}:[a-zA-Z_]{2,10}$/, "A template and its language look like campus_notice:en")
    .nullable()
    .default(null),
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

/** What a member of staff can do with a broadcast. */
export const BroadcastAction = z.enum(["submit", "approve", "pause", "resume", "cancel", "test"]);
export type BroadcastAction = z.infer<typeof BroadcastAction>;

/** What can be done with it as it stands. */
export const possibleActions: Record<z.infer<typeof BroadcastState>, readonly BroadcastAction[]> = {
  draft: ["test", "submit", "cancel"],
  awaiting_approval: ["test", "approve", "cancel"],
  scheduled: ["test", "pause", "cancel"],
  running: ["pause", "cancel"],
  paused: ["resume", "cancel"],
  cancelled: [],
  finished: [],
};

/** What cannot be undone: people ask first whether it is meant. */
export const finalActions: readonly BroadcastAction[] = ["submit", "approve", "cancel"];

/** Nothing more comes of it. */
export const isOver = (state: z.infer<typeof BroadcastState>): boolean =>
  state === "finished" || state === "cancelled";

export const BroadcastReference = z
  .string()
  .regex(/^BC-\d{4}-\d{6}$/, "A broadcast is called like BC-2026-000003");

/** What became of one recipient. */
export const broadcastOutcomes = ["queued", "sent", "failed", "left-out", "delivered", "read"] as const;
const Outcomes = z.array(
  z.object({ channel: z.string(), language: Language, outcome: z.enum(broadcastOutcomes), count: z.int() }),
);

/** A broadcast as lists show it. */
export const BroadcastSummary = z.object({
  reference: z.string(),
  topic: BroadcastTopic,
  state: BroadcastState,
});
export type BroadcastSummary = z.infer<typeof BroadcastSummary>;

const counts = {
  ...{ total: z.int(), sent: z.int(), failed: z.int(), leftOut: z.int() },
  ...{ delivered: z.int(), read: z.int() },
};

/** How far it is. `total` grows until every recipient is found. */
export const Broadcast = BroadcastSummary.extend({
  segment: Segment,
  texts: z.array(BroadcastText),
  fields: FieldValues,
  buttons: z.array(z.enum(broadcastButtons)),
  file: RequestFile.nullable(),
  createdBy: z.string().nullable(),
  approvedBy: z.string().nullable(),
  createdAt: Instant,
  scheduledAt: Instant.nullable(),
  startedAt: Instant.nullable(),
  finishedAt: Instant.nullable(),
  /** So many it was for when it was sent off; null before, and for results. */
  recipients: z.int().nullable(),
  total: z.int(),
  expanded: z.boolean(),
  sent: z.int(),
  failed: z.int(),
  leftOut: z.int(),
  /** Of those sent: how many are known to have arrived, and to have been read. */
  delivered: z.int(),
  read: z.int(),
  /** By channel, and by why. */
  channels: z.record(z.string(), z.object(counts)),
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
      "Each language once",
    ),
  fields: FieldValues.default({}),
  /** A picture or document that was uploaded before. */
  file: z.uuid().optional(),
  buttons: z.array(z.enum(broadcastButtons)).max(3).default([]),
  scheduledAt: Instant.optional(),
});

/** How long (ms) a page is its worker's without a report. */
export const pageLease = 2_000;
/** The most recipients that a page has. */
export const pageSize = 1_000;

/** A page of recipients to be sent to, and what to say to them. */
export const LeasedPage = z.object({
  id: z.uuid(),
  /** What proves in a report that the page is still the worker's. */
  lease: z.uuid(),
  broadcast: z.uuid(),
  channel: z.string(),
  /** {@link PageRecipients} as JSON: written once, and read once by whom they are for. */
  recipients: z.string(),
  /** Places of those who are not to be written to now: they have been, have said stop or gone, or have quiet hours. */
  notNow: z.array(z.int()),
  /** Of a publication: each one's results, a line with the average and one for each course. */
  results: z.array(z.string()).nullable(),
});
export type LeasedPage = z.infer<typeof LeasedPage>;

/** In the order of their places, each one's chat, language and name, and which of the segment's courses they take. */
export const PageRecipients = z.array(z.tuple([z.string(), Language.catch("en"), z.string(), z.string()]));

/** Where a broadcast is watched: a chat of one's own or the desk's, and a thread of it. */
const Watched = ChatAddress.extend({ thread: z.string().max(64).optional(), language: Language });

/** A watched broadcast's message to be brought up to date. */
export const BroadcastWatch = ChatAddress.extend({
  id: z.uuid(),
  thread: z.string().nullable(),
  language: Language,
  /** The messenger's id of the message, and what it shows; null before there is one. */
  messageId: z.string().nullable(),
  shown: z.string(),
  broadcast: Broadcast,
  /** Once it is over. */
  outcomes: Outcomes,
});
export type BroadcastWatch = z.infer<typeof BroadcastWatch>;

const params = z.object({ reference: BroadcastReference });
const Named = z.object({ code: z.string(), name: z.string() });

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
  broadcastChoices: route({
    method: "GET",
    path: "/v1/desk/broadcast-choices",
    caller: "staff",
    summary: "What a segment may be made of: programmes, levels, regions and semesters",
    response: z.object({
      programmes: z.array(Named),
      levels: z.array(z.string()),
      regions: z.array(Named),
      semesters: z.array(SemesterId),
    }),
    problems: ["not-allowed"],
  }),
  createBroadcast: route({
    method: "POST",
    path: "/v1/desk/broadcasts",
    caller: "staff",
    summary: "Write a broadcast; it is a draft until it is submitted",
    body: NewBroadcast,
    answers: "The draft, with its reference",
    response: Broadcast,
    problems: ["not-allowed", "unknown-field", "field-without-value", "time-over", "file-gone"],
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
    body: z.object({
      action: BroadcastAction,
      /** Shows from now on in this chat how far it is. */
      watch: Watched.optional(),
    }),
    answers: "The broadcast as it stands now",
    response: Broadcast,
    problems: [
      ...["not-found", "not-allowed", "action-not-possible", "time-over"],
      ...["second-person-needed", "no-chat-of-yours"],
    ] as const,
    idempotent: true,
  }),
  watchBroadcast: route({
    method: "POST",
    path: "/v1/desk/broadcasts/:reference/watches",
    caller: "staff",
    summary: "Show in a chat, in one message that keeps up, how far a broadcast is",
    params,
    body: Watched,
    response: Done,
    problems: ["not-found", "not-allowed", "no-chat-of-yours"],
    idempotent: true,
  }),
  watchNextBroadcast: route({
    method: "POST",
    path: "/v1/desk/broadcast-watches",
    caller: "staff",
    summary: "Show in a chat how far one's next broadcast is, wherever it is written within an hour",
    body: Watched,
    response: Done,
    problems: ["not-allowed", "no-chat-of-yours"],
    idempotent: true,
  }),
  broadcastOutcomes: route({
    method: "GET",
    path: "/v1/desk/broadcasts/:reference/outcomes",
    caller: "staff",
    summary: "How many of each channel and language came to which outcome",
    params,
    response: z.object({ outcomes: Outcomes }),
    problems: ["not-found", "not-allowed"],
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
    answers: "The page, leased for two seconds from its last report; null where the wait was over",
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
      fields: FieldValues,
      buttons: z.array(z.enum(broadcastButtons)),
      file: RequestFile.nullable(),
      /** The semester whose results it tells, in the house's words; it has no texts then. */
      results: SemesterId.nullable().default(null),
    }),
    problems: ["not-found"],
  }),
  broadcastFile: route({
    method: "GET",
    path: "/v1/broadcasts/:id/file",
    caller: "service",
    summary: "The picture or document that goes along",
    params: z.object({ id: z.uuid() }),
    produces: "application/octet-stream",
    problems: ["not-found"],
  }),
  leaseBroadcastWatch: route({
    method: "POST",
    path: "/v1/broadcast-watches/lease",
    caller: "service",
    summary: "Take a watched broadcast's message that is to be brought up to date, waiting for one",
    body: z.object({
      channels: z.array(ChatAddress.shape.channel).min(1).max(16),
      wait: z.int().min(0).max(25).default(0),
    }),
    answers: "The message and what it is to show; null where the wait was over",
    response: z.object({ watch: BroadcastWatch.nullable() }),
    problems: [],
  }),
  reportBroadcastWatch: route({
    method: "POST",
    path: "/v1/broadcast-watches/:id/report",
    caller: "service",
    summary: "Say what the message shows now, and in how many seconds it is to be looked at again",
    params: z.object({ id: z.uuid() }),
    body: z.object({
      messageId: z.string().max(256).optional(),
      shown: z.string().max(200).optional(),
      /** Null where there is nothing more to show. */
      again: z.int().min(0).max(3600).nullable(),
    }),
    response: Done,
    problems: [],
  }),
  reportBroadcastPage: route({
    method: "POST",
    path: "/v1/broadcast-pages/:id/report",
    caller: "service",
    summary: "Say what became of some of a page; the lease goes on unless it is given back",
    params: z.object({ id: z.uuid() }),
    body: z.object({
      lease: z.uuid(),
      sent: z.array(z.int().min(0)).max(pageSize).default([]),
      /** By place, the messenger's ids of those whose receipts will come. */
      messages: z
        .array(z.tuple([z.int().min(0), z.string().max(256)]))
        .max(pageSize)
        .default([]),
      failed: z
        .array(z.tuple([z.int().min(0), z.string().max(200)]))
        .max(pageSize)
        .default([]),
      /** Nothing more is sent of this page for now. */
      release: z.boolean().default(false),
    }),
    answers:
      "Whether to go on: it is not paused, not cancelled, not done, and the page is nobody else's by now",
    response: z.object({ go: z.boolean() }),
    problems: [],
  }),
  leaveOutOfBroadcastPage: route({
    method: "POST",
    path: "/v1/broadcast-pages/:id/leave-out",
    caller: "service",
    summary:
      "Leave out those of some recipients of a page who have said stop, blocked us or logged out since",
    params: z.object({ id: z.uuid() }),
    body: z.object({ lease: z.uuid(), places: z.array(z.int().min(0)).max(pageSize) }),
    answers: "The places that were left out",
    response: z.object({ leftOut: z.array(z.int()) }),
    problems: [],
  }),
};
