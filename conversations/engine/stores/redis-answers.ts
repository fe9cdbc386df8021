import { z } from "zod";
import type { Message } from "../message.ts";
import type { Committed, Entry, Stored } from "./store.ts";

/** What a script answers where nothing else is to be sent to the chat: the common case, and the shortest. */
const nothingElse = 0;

const Flat = z.array(z.string());
const Versioned = z.string().regex(/^(?:$|\d+ )/);
const Answer = z.tuple([z.enum(["committed", "conflict"])], z.unknown());
const Newer = z.tuple([z.coerce.number(), z.string().nullable().optional()]);

/** A chat as it was loaded. @throws what went wrong with this chat alone */
export function storedOf(answer: unknown): Stored {
  const versioned = Versioned.parse(told(answer));
  const space = versioned.indexOf(" ");
  if (space < 0) return { version: 0, state: undefined };
  return { version: Number(versioned.slice(0, space)), state: versioned.slice(space + 1) };
}

/** What became of a commit. @param own what it put into the outbox @throws what went wrong with this chat alone */
export function committedOf(answer: unknown, own: Entry[]): Committed {
  if (answer === nothingElse) return { kind: "committed", entries: own };
  const [kind, ...rest] = Answer.parse(told(answer));
  if (kind === "committed") return { kind, entries: entriesOf(rest[0]) };
  const [newer, left] = Newer.parse(rest);
  return { kind, stored: { version: newer, state: left ?? undefined } };
}

/**
 * Reads sequence, JSON, sequence, JSON … into entries, oldest first. What we wrote ourselves is not checked again.
 * @throws what went wrong with this chat alone
 */
export function entriesOf(answer: unknown): Entry[] {
  if (answer === nothingElse) return [];
  const list = Flat.parse(told(answer));
  const entries: Entry[] = [];
  for (let at = 0; at + 1 < list.length; at += 2) {
    const message: Message = JSON.parse(list[at + 1] ?? "");
    entries.push({ sequence: Number(list[at]), message });
  }
  return entries.sort((a, b) => a.sequence - b.sequence);
}

function told(answer: unknown): unknown {
  if (Array.isArray(answer) && answer[0] === "error") throw new Error(String(answer[1]));
  return answer;
}
