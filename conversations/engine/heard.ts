import type { Named, SentenceReading } from "./meaning.ts";
import { chosen, neither } from "./offered.ts";
import { meant } from "./own-words.ts";
import type { Input } from "./question.ts";
import type { Run } from "./run.ts";
import type { Json } from "./session.ts";
import { type Unread, unread } from "./unread.ts";
import { written } from "./written.ts";

/** What a person's update comes to before any question has read it. */
export type Heard =
  | { kind: "menu" | "back" | "cancel" | "old-button" | "old-number" | "old-answer" | "neither" }
  | { kind: "open"; flow: string; with?: { [slot: string]: Json }; named?: Named; secret?: true }
  | { kind: "together"; readings: readonly SentenceReading[] }
  | { kind: "note"; word: Unread | "unknown-command" }
  | { kind: "input"; input: Input; instead?: () => Instead | undefined };

/**
 * What a sentence means if it is no answer to the open question: certainly the first, or one of them; or all of them
 * `together`.
 */
export type Instead = { readings: readonly SentenceReading[]; isCertain: boolean; together?: true };

/** Finds out what an update of any kind is, before the open question reads it. */
export function heard(run: Run): Heard {
  const { content } = run.update;
  switch (content.kind) {
    case "command":
      return command(run, content.name, content.argument);
    case "choice":
      return pressed(run, content.id);
    case "text":
      return written(run, content.text);
    case "event":
      throw new Error("an event is nobody's word");
    case "contact":
      return run.session.offer?.phone
        ? { kind: "input", input: content }
        : { kind: "note", word: "unreadable-contact" };
    case "file":
      if (run.openQuestion?.files || run.mayPassOn) return { kind: "input", input: content };
      return content.caption.trim() === ""
        ? { kind: "note", word: unread(run, content) }
        : written(run, content.caption);
    case "unsupported": {
      const { file } = content;
      // A person reads it: what the house itself cannot read is a file there.
      return file && (run.openQuestion?.person || run.mayPassOn)
        ? { kind: "input", input: { kind: "file", file, caption: "" } }
        : { kind: "note", word: unread(run, content) };
    }
  }
}

function command(run: Run, name: string, argument: string): Heard {
  if (name === "start") {
    const start = run.house.startOf(argument);
    return start ? { kind: "open", ...start } : { kind: "menu" };
  }
  const meaning = meant(run, name);
  if (meaning?.kind !== "open" || argument === "")
    return meaning ?? { kind: "note", word: "unknown-command" };
  // What follows a command answers the first question, where that takes a person's own words, and is answered at all.
  const first = run.house.flows[meaning.flow]?.parts.slots[0];
  const { freeText, secret, values } = first?.question ?? {};
  const isAnswered = freeText && !secret && values?.length !== 0;
  return first && isAnswered ? { ...meaning, with: { [first.name]: argument } } : meaning;
}

/** A button counts only if this turn's offer drew it. */
function pressed(run: Run, id: string): Heard {
  // Under a broadcast, which nobody's turn drew: it opens a conversation, as a link into the chat does.
  if (id.startsWith("@")) {
    const start = run.house.startOf(id.slice(1));
    return start ? { kind: "open", ...start } : { kind: "old-button" };
  }
  const { offer } = run.session;
  const [token, which = ""] = id.split(".", 2);
  if (!offer || token !== offer.token) return { kind: "old-button" };
  const choice = offer.choices[Number(which)];
  if (choice) return chosen(offer, choice.id);
  return (offer.readings && which === "back" ? neither : meant(run, which)) ?? { kind: "old-button" };
}
