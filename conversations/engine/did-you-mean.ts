import { ask } from "./ask.ts";
import { type Markup, plain } from "./markup.ts";
import type { SentenceReading } from "./meaning.ts";
import type { Run } from "./run.ts";

/**
 * Asks which of several a sentence meant. It is nobody's question: what was open stays open under it, and the next word
 * that is none of these is heard as ever.
 */
export function askWhich(run: Run, readings: readonly SentenceReading[]): void {
  const choices = readings.map((reading, at) => ({ id: String(at), label: labelOf(run, reading) }));
  const offer = ask(run, {
    text: run.t(readings.length > 1 ? "meant-which" : "meant-one"),
    choices: [...choices, { id: "neither", label: run.t("meant-neither") }],
  });
  offer.readings = [...readings];
}

/** The conversation's name, and what it would be about ("Date sheet · 8601"). */
function labelOf({ house, t }: Run, { flow, named }: SentenceReading): Markup {
  const { name, slots = [] } = house.flows[flow]?.parts ?? {};
  const [code] = slots.some(({ named: by }) => by === "course-code") ? (named["course-code"] ?? []) : [];
  return [...(name ? [plain(t(name))] : [flow]), ...(code ? [code] : [])].join(" · ");
}
