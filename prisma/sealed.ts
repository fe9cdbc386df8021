import { z } from "zod";
import type { Database } from "./database.ts";
import { fieldCipher, SealBroken } from "./encryption.ts";

const Sealed = z.array(z.object({ sealed: z.string() }));

/**
 * Whether a key opens what a database holds.
 * @param key none where there is none
 * @returns undefined where nothing is sealed yet
 */
export async function opensSealed(
  database: Pick<Database, "query">,
  key: Buffer | undefined,
): Promise<boolean | undefined> {
  const { rows } = await database.query(
    "SELECT phone_sealed AS sealed FROM students WHERE phone_sealed IS NOT NULL LIMIT 1",
  );
  const [one] = Sealed.parse(rows);
  if (!one) return undefined;
  try {
    if (key) fieldCipher(key).open("students.phone", one.sealed);
    return key !== undefined;
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error;
    return false;
  }
}
