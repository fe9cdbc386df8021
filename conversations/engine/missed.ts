import { masked } from "../understanding/masked.ts";
import type { SentenceReading } from "./meaning.ts";
import type { Run } from "./run.ts";
import type { Frame, Missed } from "./session.ts";

/** A phrase that was not understood, without personal data: first with what was offered, then with what was chosen. */
export type Misunderstood = Missed & { chosen: string | null };

/** Keeps a phrase until its student does something else. Only students' are kept: they can opt out in the settings. */
export function missed({ session, update: { content } }: Run, offered: readonly SentenceReading[]): void {
  const { student } = session;
  const text = content.kind === "text" ? content.text : content.kind === "file" ? content.caption : "";
  const phrase = student && masked(text, student.name);
  if (phrase) session.missed = { phrase, offered: offered.map(({ flow }) => flow) };
}

/**
 * What the operator may learn from this turn: a phrase that was missed, or what was meant by the one before.
 * @param stood what was under way before it
 */
export function whatWasMissed(
  { session, top }: Run,
  before: Missed | undefined,
  stood: readonly Frame[],
): Misunderstood | undefined {
  if (session.missed) return { ...session.missed, chosen: null };
  return before && top && !stood.includes(top) ? { ...before, chosen: top.flow } : undefined;
}
