import type { Language } from "../../api/contract/shared.ts";
import type { SentenceReading } from "./meaning.ts";
import type { Choice } from "./message.ts";

/** Anything that survives JSON. */
export type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

/**
 * One conversation under way. There is no cursor: where it stands follows from what has been answered, so that a
 * newer version of the program finds its place in an older one's answers.
 */
export type Frame = {
  /** Made from the update that opened it: the idempotency key of its writes. */
  id: string;
  flow: string;
  /** In the order given; *back* takes the last one away. */
  answers: [slot: string, value: Json][];
  /** The slots that were filled in when it was opened: *back* leaves them as they are. */
  given?: string[];
  /** What the sentence that opened it says about questions that are still to come. */
  named?: [slot: string, value: string][];
  /** What the open question keeps for itself between two asks: a page, a selection. */
  draft?: Json;
  /** How often the open question was not understood in a row. */
  misses?: number;
  /** How often the API's "no" has sent it back to a question: part of the idempotency key. */
  tries?: number;
  /** A question in the middle of something: once it is answered, that goes on. */
  aside?: true;
  /** Wished for together with others: what can be shown at once is, before the `later` ones ask what they must. */
  together?: "now" | "later";
  /** Opened because the one below cannot do without it. */
  needed?: true;
};

/** The student whom the API knows this chat to be. */
export type SessionStudent = {
  token: string;
  registrationNumber: string;
  name: string;
  nameUrdu?: string | null;
  askAgain: boolean;
};

/** The member of staff whom the API knows this chat to be. */
export type SessionStaff = {
  name: string;
  role?: "agent" | "supervisor" | "admin";
  /** Of a login; a chat that was linked with a code is its own proof. */
  token?: string;
};

/** What was offered last. Only these choices count; an older message's are answered with today's. */
export type Offer = {
  token: string;
  choices: Choice[];
  /** The ways out of it, by their ids. */
  ways: string[];
  /** The offers before it in which each number means the same: the question was asked again. */
  alike?: string[];
  keep?: true;
  secret?: true;
  phone?: true;
  /** What the choices mean, where they are what a sentence may have meant. */
  readings?: SentenceReading[];
};

/** A sentence that was not understood, kept until it is seen what its student does next. */
export type Missed = { phrase: string; offered: string[] };

/** All that is remembered of a chat. */
export type Session = {
  language?: Language;
  student?: SessionStudent;
  staff?: SessionStaff;
  stack: Frame[];
  offer?: Offer;
  /** The request about which the student and the desk are talking. */
  talk?: string;
  /** What was written last, newest at the end: whoever takes over reads it. Nothing secret. */
  said?: string[];
  /** What was said once and is not said again. */
  once?: string[];
  missed?: Missed;
  /** The last turn failed, and may have written something first: what was said then, and the key of its writes. */
  unsure?: { said: string; once: string };
  /** When an unfinished conversation is given up, in ms since 1970. */
  deadline?: number;
};

/** A chat that nobody has written in yet. */
export const newSession = (): Session => ({ stack: [] });
