import type { Heard } from "./heard.ts";
import { isJust, type Meaning } from "./meaning.ts";
import type { Run } from "./run.ts";
import { languageOf } from "./ways.ts";

/** Intents that the engine itself acts upon, whatever is under way. */
const ownWords = ["menu", "back", "cancel", "stop"];
const everywhere = [...ownWords, "language", "help", "person", "logout"];

/** Whether an intent, where a known phrase says it, means the same everywhere. */
export const isEverywhere = (intent: string): boolean => everywhere.includes(intent);

/** A word of the engine's own, in a sentence that says nothing else: "405 rehne do" leaves out a course and no more. */
export function ownWord(meaning: Meaning): string | undefined {
  const own = isJust(meaning) ? ownWords.find((word) => word === meaning.intents[0]) : undefined;
  return own !== undefined && Object.keys(meaning.named).length === 0 ? own : undefined;
}

/** What a command, a way out or an intent does: one of the engine's own, or a conversation. */
export function meant(run: Run, intent: string): Heard | undefined {
  if (intent === "menu" || intent === "back" || intent === "cancel") return { kind: intent };
  // What a broadcast says is kept at any moment: nothing more comes, and what is under way stays open.
  if (intent === "stop") return { kind: "open", flow: "unsubscribe" };
  const language = languageOf(intent);
  if (language) return { kind: "open", flow: run.house.needs.language.flow, with: { language } };
  return run.house.flows[intent] ? { kind: "open", flow: intent } : undefined;
}
