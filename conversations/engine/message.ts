import type { DocumentType } from "../../api/contract/route.ts";
import type { ChatAddress, Language } from "../../api/contract/shared.ts";
import type { Markup } from "./markup.ts";

/** Something to pick. `id` comes back as a `choice` update; `label` is what is read (plain text). */
export type Choice = {
  id: string;
  label: string;
  /** Picked by its words alone: a number is said to somebody else here. */
  unnumbered?: true;
};

/** A page of the university's that opens in a browser. */
export type Link = { url: string; label: string };

/**
 * A document of the API's, fetched when it is sent, so that no outbox holds its bytes: with the student's token, or,
 * without one, as the university's own.
 */
export type DocumentSource = {
  path: string;
  token?: string;
  /** Fetched for the member of staff whose chat this is. */
  staffChat?: ChatAddress;
  name: string;
  type: DocumentType;
  /** It goes to many, under this name: a messenger that can is given it once. */
  shared?: string;
};

/** One of many that are told the same, at a time that nobody waits for. */
type Bulk = {
  bulk?: true;
  /** WhatsApp's template, and its language, for whoever may not be written to freely: `campus_notice:en`. */
  template?: string;
};

/** A document, with what is read below it. */
export type DocumentMessage = Bulk & {
  kind: "document";
  source: DocumentSource;
  caption: Markup;
  /** The delivery of the API's that it tells, or a part of it: how far it got is reported. */
  tells?: string;
  choices?: Choice[];
  /** Words that lead on, where there are no buttons. */
  ways?: Choice[];
};

/** Something to read, perhaps with something to pick. */
export type TextMessage = Bulk & {
  kind: "text";
  text: Markup;
  choices?: Choice[];
  /** The way out (back, menu): the same everywhere, so a channel may draw it smaller, or in words. */
  ways?: Choice[];
  links?: Link[];
  /** What is offered in it, by the token of the turn that drew it: whoever quotes it means this, and nothing newer. */
  offer?: string;
  /**
   * What can be told without the question, which was asked before: that is nothing where there are no choices to show
   * under it, as outside of WhatsApp's service window. Empty where there is nothing but the question.
   */
  news?: Markup;
  /**
   * What is expected: a channel with a keyboard of its own may show the right one. With `phone` the one choice is the
   * button that shares the number.
   */
  expects?: "text" | "password" | "phone" | "file";
  /** What the question before expected (a phone number) is not expected any more: its keyboard goes. */
  settles?: "phone";
  /** The delivery of the API's that it tells, or a part of it: how far it got is reported. */
  tells?: string;
  /** The messenger's id of a message that this one answers, where the channel can show that. */
  quotes?: string;
  /** The messenger's id of the message that this one takes the place of, where the channel can edit. */
  replaces?: string;
};

/** What the house says, in no messenger's terms. Channels translate it; nobody else invents a kind. */
export type Message =
  | TextMessage
  | DocumentMessage
  /** Take away a message of the student's (a password). */
  | { kind: "delete"; messageId: string }
  /** The chat's language changed: a channel's own menus and directions follow. */
  | { kind: "language"; language: Language }
  /** The student logged out: forget what was shown, where the channel keeps it. */
  | { kind: "forget" };
