import { createHash, randomBytes } from "node:crypto";

/** A new secret of 256 bits, safe in a URL and in a header. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What is kept of a token. A plain hash serves, because a token cannot be guessed as a password can. */
export function tokenHash(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}
