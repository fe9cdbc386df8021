import type { Understood } from "./understand.ts";

/** From this score on an intent is acted upon without asking, if nothing else is about as likely. */
const certainFrom = 0.5;
/** Below this score nothing is made of it. */
const plausibleFrom = 0.25;
/** A second reading is a rival if its score is so large a share of the first one's. */
const rivalFrom = 0.5;

/** What to make of a sentence. */
export type Decision =
  | { readonly kind: "certain"; readonly intent: string }
  /** Two that it may mean, the likelier first: the person chooses. */
  | { readonly kind: "ambiguous"; readonly intents: readonly [string, string] }
  | { readonly kind: "none" };

/** Whether to act, to ask, or to say that it was not understood. */
export function decide({
  intent,
  score,
  alternatives,
}: Pick<Understood, "intent" | "score" | "alternatives">): Decision {
  if (intent === "none" || score < plausibleFrom) return { kind: "none" };
  const second = alternatives.find((other) => other.intent !== "none");
  const isRival = second !== undefined && second.score >= score * rivalFrom;
  if (isRival) return { kind: "ambiguous", intents: [intent, second.intent] };
  return score >= certainFrom ? { kind: "certain", intent } : { kind: "none" };
}

/**
 * What is made of a sentence, in one intent and what it names: the likeliest, or none where none is acted upon. None is
 * then as likely as the likeliest is not what was meant, and no request is asked for: of what kind one would be goes with
 * the reading that it belongs to.
 */
export function reading(understood: Understood): Pick<Understood, "intent" | "score" | "entities"> {
  const { intent, score, entities } = understood;
  if (decide(understood).kind !== "none" || intent === "none") return { intent, score, entities };
  return {
    intent: "none",
    score: 1 - score,
    entities: entities.filter(({ entity }) => entity !== "request-type"),
  };
}
