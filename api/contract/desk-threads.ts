import { z } from "zod";
import { DeskRequest } from "./desk.ts";
import { mostFiles, Reference } from "./requests.ts";
import { route } from "./route.ts";
import { ChatAddress, Done } from "./shared.ts";

/** A request's thread in a chat of the desk, with what it is to show and what it shows already. */
export const DeskThread = z.object({
  id: z.uuid(),
  /** The messenger's ids of the thread, and of the message that shows the request as it stands. */
  thread: z.string().nullable(),
  head: z.string().nullable(),
  /** What the messenger was told last. */
  topic: z.string().nullable(),
  card: z.string().nullable(),
  /** Everything up to this number is shown, and so many messages of the next: its words, then its files. */
  shown: z.int(),
  shownParts: z.int(),
  /** Every edit up to this number is shown. */
  editsShown: z.int(),
  /** How often it became due: given back with the report, so that what happened meanwhile is not forgotten. */
  changes: z.int(),
  /** How often it was taken since all was shown, this time included. */
  attempts: z.int(),
  /** The request; its timeline holds what is not shown yet, and what was edited since. */
  request: DeskRequest,
  /** Which of the timeline stand in the chat already, and where: what staff wrote there, and what was shown. */
  copies: z.array(z.object({ message: z.uuid(), messengerId: z.string() })),
});
export type DeskThread = z.infer<typeof DeskThread>;

const messenger = z.string().max(256);
const id = z.object({ id: z.uuid() });

export const deskThreads = {
  openDeskPlace: route({
    method: "PUT",
    path: "/v1/desk-places",
    caller: "service",
    summary:
      "Staff work on requests in this chat; every open request gets a thread there. Answers the id that the chat has now",
    body: ChatAddress,
    answers: "The id that the chat has now",
    response: ChatAddress.pick({ chat: true }),
    problems: [],
  }),
  deskPlace: route({
    method: "GET",
    path: "/v1/desk-places",
    caller: "service",
    summary: "The id that a chat of the desk has now",
    query: ChatAddress,
    response: ChatAddress.pick({ chat: true }),
    problems: ["not-found"],
  }),
  moveDeskPlace: route({
    method: "POST",
    path: "/v1/desk-places/move",
    caller: "service",
    summary: "The messenger has given the chat another id; the threads move along",
    body: ChatAddress.extend({ to: ChatAddress.shape.chat }),
    response: Done,
    problems: [],
  }),
  leaseThreads: route({
    method: "POST",
    path: "/v1/desk-threads/lease",
    caller: "service",
    summary: "Take threads that are to be brought up to date, urgent ones first; waits for the first",
    body: ChatAddress.extend({
      limit: z.int().min(1).max(20).default(5),
      wait: z.int().min(0).max(25).default(0),
    }),
    answers: "The threads, leased until they are reported; none where the wait was over",
    response: z.object({ threads: z.array(DeskThread) }),
    problems: ["not-found"],
  }),
  reportThread: route({
    method: "POST",
    path: "/v1/desk-threads/:id/report",
    caller: "service",
    summary: "Say what a leased thread shows now; reported after every message, so that a crash repeats one",
    params: id,
    body: z.object({
      thread: messenger.nullable().optional(),
      head: messenger.nullable().optional(),
      topic: z.string().max(500).optional(),
      card: z.string().max(10_000).optional(),
      /** Everything up to this number is shown, and so many messages of the next. */
      shown: z.int32().optional(),
      shownParts: z
        .int()
        .min(0)
        .max(1 + mostFiles)
        .default(0),
      editsShown: z.int32().optional(),
      copies: z.array(z.object({ message: z.uuid(), messengerId: messenger })).default([]),
      /** Where something new stands that nobody said: what was done, or a file of the request itself. */
      others: z.array(messenger).default([]),
      /** `done` with the lease's `changes`: all is shown. `again`: later, in so many seconds. */
      end: z
        .union([
          z.object({ outcome: z.literal("done"), changes: z.int32() }),
          z.object({ outcome: z.literal("again"), seconds: z.number().min(0).max(3600) }),
        ])
        .optional(),
    }),
    response: Done,
    problems: [],
  }),
  findThread: route({
    method: "POST",
    path: "/v1/desk-threads/find",
    caller: "service",
    summary:
      "Which request somebody writes about in a chat of the desk, by the thread or by the message quoted",
    body: ChatAddress.extend({ thread: messenger.optional(), quoted: messenger.optional() }),
    response: z.object({
      id: z.uuid(),
      reference: Reference,
      thread: z.string().nullable(),
      /** What the words are for, where the quoted message asked for them. */
      asked: z.string().nullable(),
      /** The message that is quoted, where it is one of the request's. */
      message: z.uuid().nullable(),
      /** That message is a note among staff. */
      isNote: z.boolean(),
    }),
    problems: ["not-found"],
  }),
  askInThread: route({
    method: "POST",
    path: "/v1/desk-threads/:id/ask",
    caller: "service",
    summary: "Remember what the words in reply to a message are for",
    params: id,
    body: z.object({ asked: z.string().max(40), messengerId: messenger }),
    response: Done,
    problems: [],
  }),
  threadFile: route({
    method: "GET",
    path: "/v1/desk-threads/:id/files/:file",
    caller: "service",
    summary: "A document of a thread's request, to be shown there",
    params: id.extend({ file: z.uuid() }),
    produces: "application/octet-stream",
    problems: ["not-found"],
  }),
};
