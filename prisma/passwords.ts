import { hash, verify } from "@node-rs/argon2";

// OWASP's first recommendation for Argon2id, which is also the library's default algorithm: 19 MiB, two passes.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/**
 * Hashes a password with Argon2id.
 * @returns the PHC string, which carries its own salt and cost
 */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), cost);
}

/**
 * Checks a password, in the same time whether or not there is a hash to check against.
 * @param passwordHash what {@link hashPassword} returned; null or undefined where no such account or password exists
 * @returns true only if there is a hash and it is this password's
 */
export async function verifyPassword(
  passwordHash: string | null | undefined,
  password: string,
): Promise<boolean> {
  const matches = await verify(passwordHash ?? (await nobodysHash()), password.normalize("NFKC"));
  return matches && passwordHash != null;
}

let nobodys: Promise<string> | undefined;

function nobodysHash(): Promise<string> {
  nobodys ??= hashPassword("nobody has this password");
  return nobodys;
}
