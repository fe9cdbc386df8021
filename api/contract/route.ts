import type { z } from "zod";
import type { ProblemCode } from "./problems.ts";
import type { ChatAddress } from "./shared.ts";

/**
 * Who may call a route: `service` is the bot or a worker with the service key, `student` and `staff` are somebody with
 * the token that a login gave. The API's authentication and the tests' table of callers both read it.
 */
export type Caller = "anyone" | "service" | "student" | "staff";

/** Names the chat (`telegram:42`) of the member of staff for whom the bot calls with the service key. */
export const staffChatHeader = "rabta-staff-chat";
/** What stands in {@link staffChatHeader}. */
export const staffChatOf = ({ channel, chat }: ChatAddress): string => `${channel}:${chat}`;

/** The kinds of documents that the API makes. */
export type DocumentType =
  | "application/pdf"
  | "text/calendar"
  | "text/csv"
  | "image/png"
  | "image/jpeg"
  | "audio/ogg"
  // A file as somebody sent it, of a kind that its answer names.
  | "application/octet-stream";

/** One operation of the API: the only place where its path, its form and its problems are written down. */
export type Route = {
  method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  /** Fastify's and the client's form, with `:parameters`. */
  path: string;
  caller: Caller;
  summary: string;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** It takes bytes instead of a body, so many at most. */
  accepts?: { bytes: number };
  /** The answer; a route with `produces` answers with bytes instead. */
  response?: z.ZodType;
  /** What the answer says, where the summary says what is done. */
  answers?: string;
  produces?: DocumentType;
  problems: readonly ProblemCode[];
  /** A write that must carry an `Idempotency-Key`: repeated with the same key it happens once and answers the same. */
  idempotent?: true;
};

/** Declares a route, keeping its exact types. */
export const route = <const R extends Route>(declared: R): R => declared;

type Part<R, K extends string> = K extends keyof R
  ? R[K] extends z.ZodType
    ? { [P in K]: z.input<R[K]> }
    : unknown
  : unknown;

/** What a caller passes: `params`, `query`, and `body` or `bytes`, as far as the route has them. */
export type Arguments<R extends Route> = Part<R, "params"> &
  Part<R, "query"> &
  Part<R, "body"> &
  (R extends { accepts: object } ? { bytes: Uint8Array } : unknown);

/** What a caller gets: the parsed answer, or the bytes of a document. */
export type Answer<R extends Route> = R extends { response: infer S extends z.ZodType }
  ? z.output<S>
  : Uint8Array;
