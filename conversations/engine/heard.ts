import { normalise } from "../understanding/normalise.ts";
import type { Choice } from "./message.ts";
import { onceEach } from "./once-each.ts";
import type { Input } from "./question.ts";
import type { Run } from "./run.ts";
import type { Json } from "./session.ts";
import type { Content } from "./update.ts";

/** What a person's update comes to before any question has read it. */
export type Heard =
  | { kind: "menu" | "back" | "cancel" | "old-button" }
  | { kind: "open"; flow: string; with?: { [slot: string]: Json } }
  | { kind: "note"; word: "unreadable" | "unreadable-voice" | "unknown-command" }
  | { kind: "input"; input: Input; instead: string | undefined };

/**
 * Hears an update out: the words that mean the same everywhere first, then what was offered, and the rest is for the
 * open question.
 */
export function heard(run: Run): Heard {
  const { content } = run.update;
  switch (content.kind) {
    case "command":
      return command(run, content.name, content.argument);
    case "choice":
      return pressed(run, content.id);
    case "unsupported":
      return unread(run, content);
    case "text":
      return written(run, content.text);
    case "event":
      throw new Error("an event is nobody's word");
    default:
      return { kind: "input", input: content, instead: undefined };
  }
}

/** What the house cannot read is passed on where a person reads, or where a person is being talked to. */
function unread(run: Run, { file }: Extract<Content, { kind: "unsupported" }>): Heard {
  if (!file) return { kind: "note", word: "unreadable" };
  if (!run.openQuestion?.person && !run.mayPassOn) return { kind: "note", word: "unreadable-voice" };
  return { kind: "input", input: { kind: "file", file, caption: "" }, instead: undefined };
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
  if (choice) return { kind: "input", input: { kind: "choice", id: choice.id }, instead: undefined };
  return meant(run, which) ?? { kind: "old-button" };
}

function written(run: Run, text: string): Heard {
  const { offer } = run.session;
  const intent = run.house.understand(text);
  const everywhere = intent !== undefined && isEverywhere(intent) ? meant(run, intent) : undefined;
  if (everywhere) return everywhere;
  const line = normalise(text);
  const choice = offered(line, offer?.choices ?? []);
  if (choice) return { kind: "input", input: { kind: "choice", id: choice.id }, instead: undefined };
  const ids = run.openQuestion?.several && named(line, offer?.choices ?? []);
  if (ids) return { kind: "input", input: { kind: "choices", ids }, instead: undefined };
  const instead = intent !== undefined && !run.openQuestion?.freeText ? intent : undefined;
  return {
    kind: "input",
    input: { kind: "text", text },
    instead: instead !== run.top?.flow ? instead : undefined,
  };
}

/** The choices that a line names one after another ("1 3 5", "402 405"), or undefined where a word names none. */
function named(line: string, choices: readonly Choice[]): string[] | undefined {
  const ids = line.split(" ").map((word) => offered(word, choices)?.id);
  return ids.every((id) => id !== undefined) ? ids : undefined;
}

const offered = (line: string, choices: readonly Choice[]): Choice | undefined =>
  choices.find(({ label }, at) => line === String(at + 1) || names(label).includes(line));

/** What a button may be called in writing: its whole label, or a part of it ("Spring 2026 · GPA 3.50"). */
const names = onceEach((label) =>
  [label, ...label.split(" · ")].map(normalise).filter((name) => name !== ""),
);

const everywhere = ["menu", "back", "cancel", "stop", "language", "help", "person", "logout"];
const isEverywhere = (intent: string): boolean => everywhere.includes(intent);

/** What a command, a way out or an intent does: one of the engine's own, or a conversation. */
function meant(run: Run, intent: string): Heard | undefined {
  if (intent === "menu" || intent === "back" || intent === "cancel") return { kind: intent };
  // What a broadcast says is kept at any moment: nothing more comes, and what is under way stays open.
  if (intent === "stop") return { kind: "open", flow: "unsubscribe" };
  return run.house.flows[intent] ? { kind: "open", flow: intent } : undefined;
}
