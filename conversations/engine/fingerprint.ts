import { hash } from "node:crypto";

/** How long a fingerprint is, in characters. */
export const fingerprintLength = 8;

/**
 * A short stand-in for an update's id (48 bits of its SHA-256), the same wherever it is computed. It tells a chat's
 * last few dozen updates apart, and one turn's buttons from another's.
 */
export const fingerprint = (updateId: string): string =>
  hash("sha256", updateId, "base64url").slice(0, fingerprintLength);
