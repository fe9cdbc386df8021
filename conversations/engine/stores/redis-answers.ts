import { z } from "zod";
import type { Message } from "../message.ts";
import type { Committed, Entry, Stored } from "./store.ts";

/** What a script answers where nothing else is to be sent to the chat. The common case has the shortest answer. */
const nothingElse = 0;

const Answers = z.array(z.unknown());
const Flat = z.array(z.string());
const Numbers = z.array(z.int());
const Loaded = z.tuple([z.instanceof(Buffer), z.instanceof(Buffer)]);
const Answer = z.tuple([z.enum(["committed", "conflict"])], z.unknown());
const Newer = z.tuple([z.coerce.number(), z.string().nullable().optional()]);

/** Chats as they were loaded, or what is wrong with one of them. */
export function storedOf(answer: unknown): (Stored | Error)[] {
  const [numbers, texts] = Loaded.parse(answer);
  const chats: (Stored | Error)[] = [];
  let [at, from] = [0, 0];
  const list = Numbers.parse(JSON.parse(numbers.toString()));
  while (at < list.length) {
    const [version = 0, length = 0] = [list[at++], list[at++]];
    const text = length < 0 ? undefined : texts.toString("utf8", from, from + length);
    from += Math.max(length, 0);
    chats.push(version < 0 ? new Error(text) : { version, state: text });
  }
  return chats;
}

/** The answers for so many chats, each for itself. */
export const answersOf = (answer: unknown, chats: number): unknown[] =>
  answer === nothingElse ? new Array(chats).fill(nothingElse) : Answers.parse(answer);

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
