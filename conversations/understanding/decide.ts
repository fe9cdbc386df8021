import type { Understood } from "./understand.ts";

/** From this score on an intent is acted upon without asking. */
export const certainFrom = 0.5;
/** Below this score nothing is made of it. */
export const plausibleFrom = 0.2;
/** A second reading counts as another meaning if it has so large a share of the first one's score. */
export const rivalFrom = 0.5;

/** What to make of a sentence. */
export type Decision =
  | { readonly kind: "certain"; readonly intent: string }
  /** Two that it may mean, the likelier first: the person chooses. */
  | { readonly kind: "ambiguous"; readonly intents: readonly [string, string] }
  | { readonly kind: "none" };

/** Acts, asks or gives up. */
export function decide({
  intent,
  score,
  alternatives,
}: Pick<Understood, "intent" | "score" | "alternatives">): Decision {
  const [rival] = alternatives.filter(({ intent }) => intent !== "none");
  if (intent === "none" || score < plausibleFrom) return { kind: "none" };
  const close = rival !== undefined && rival.score >= score * rivalFrom;
  if (score >= certainFrom && !close) return { kind: "certain", intent };
  return rival !== undefined && rival.score >= plausibleFrom / 2
    ? { kind: "ambiguous", intents: [intent, rival.intent] }
    : { kind: score >= certainFrom ? "certain" : "none", intent };
}
