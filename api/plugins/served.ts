import type { z } from "zod";
import type { Contract, Operation } from "../contract/index.ts";
import type { DocumentType, Route } from "../contract/route.ts";
import type { LoggedIn } from "../logins/find-login.ts";
import type { StaffMember } from "../logins/staff.ts";
import type { Once } from "./idempotency.ts";

/** A document as an answer: its bytes, the name to save it under, and its type where the route serves several. */
export type Document = { bytes: Uint8Array; name: string; type?: DocumentType };

/** What a handler answers. */
export type Reply<R extends Route> = R extends { response: infer S extends z.ZodType }
  ? z.input<S>
  : Document;

type Given<R, K extends string> = K extends keyof R
  ? R[K] extends z.ZodType
    ? { [P in K]: z.output<R[K]> }
    : unknown
  : unknown;

/**
 * What a handler gets: `params`, `query`, `body` as validated, `bytes` as they came, `student` where one calls, `once`
 * where it writes.
 */
export type Served<R extends Route> = Given<R, "params"> &
  Given<R, "query"> &
  Given<R, "body"> &
  (R extends { accepts: object } ? { bytes: Buffer } : unknown) &
  (R extends { caller: "student" } ? { student: LoggedIn } : unknown) &
  (R extends { caller: "staff" } ? { staff: StaffMember } : unknown) &
  (R extends { idempotent: true } ? { once: Once<Reply<R>> } : unknown) & {
    /** Aborts when the caller has gone. */
    gone(): AbortSignal;
  };

/** Answers one operation. @throws {import("../contract/problems.ts").Problem} for a "no" */
export type Handler<R extends Route> = (call: Served<R>) => Promise<Reply<R>>;

/** Puts one operation of the contract into service. */
export type Serve = <O extends Operation>(operation: O, handler: Handler<Contract[O]>) => void;
