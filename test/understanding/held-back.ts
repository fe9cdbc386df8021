import { createHash } from "node:crypto";
import { normalise } from "../../conversations/understanding/normalise.ts";

/**
 * The third of all phrases that nothing is tuned on: those whose SHA-256, after normalising, begins with a byte below 85.
 * A phrase is on the same side for ever, whatever is written before or after it.
 */
export const isHeldBack = (phrase: string): boolean =>
  (createHash("sha256").update(normalise(phrase)).digest()[0] ?? 0) < 85;
