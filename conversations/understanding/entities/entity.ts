/** What a part of a sentence names. In Rasa's shape: `start` and `end` are places in the sentence as it was written. */
export type Entity = {
  readonly entity: EntityKind;
  /** In its one form: ASCII digits, an ISO date, `2025-autumn`, E.164, `35202-1234567-1`. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
};

export type EntityKind =
  | "course-code"
  | "registration-number"
  | "semester"
  | "request-reference"
  | "request-type"
  /** What news are to be about no more, or again; like the request's type it is said by the whole sentence. */
  | "topic-off"
  | "topic-on"
  | "date"
  | "phone"
  | "cnic";

/** Finds one kind of thing in a sentence whose digits and dashes are unified already. */
export type Finder = (text: string, now: Date) => Iterable<Entity>;

/** What a pattern found: the text, its named groups, and where in which line. */
export type Found = {
  readonly text: string;
  readonly named: { readonly [group: string]: string | undefined };
  readonly start: number;
  readonly line: string;
};

/**
 * Finds by a pattern.
 * @param read the value of what the pattern found, or undefined where it only looks like it
 */
export const byPattern =
  (entity: EntityKind, pattern: RegExp, read: (found: Found, now: Date) => string | undefined): Finder =>
  (text, now) =>
    text.matchAll(pattern).flatMap((found) => {
      const value = read({ text: found[0], named: found.groups ?? {}, start: found.index, line: text }, now);
      return value === undefined
        ? []
        : [{ entity, value, start: found.index, end: found.index + found[0].length }];
    });
