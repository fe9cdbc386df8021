import { z } from "zod";
import type { Database } from "./database.ts";
import { fieldCipher, SealBroken } from "./encryption.ts";

const Sealed = z.array(z.object({ column: z.string(), sealed: z.string() }));

/** What the first key that opened a database sealed, so that no other one does as long as nothing else is sealed. */
const proof = "encryption-key-proof";

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
    `SELECT 'settings' AS column, value #>> '{}' AS sealed FROM settings WHERE key = '${proof}'
     UNION ALL (SELECT 'students.phone', phone_sealed FROM students WHERE phone_sealed IS NOT NULL LIMIT 1)`,
  );
  const found = Sealed.parse(rows);
  if (found.length === 0) return undefined;
  if (!key) return false;
  const cipher = fieldCipher(key);
  try {
    for (const { column, sealed } of found) cipher.open(column, sealed);
    return true;
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error;
    return false;
  }
}

/**
 * Makes a key the database's, once for all: of two processes that begin on an empty one, each with a key of its own, one
 * would seal what the other cannot open.
 * @returns whether it is this one
 */
export async function claimSeal(database: Pick<Database, "query">, key: Buffer): Promise<boolean> {
  await database.query(
    `INSERT INTO settings (key, value, updated_at) VALUES ('${proof}', to_jsonb($1::text), now())
     ON CONFLICT (key) DO NOTHING`,
    [fieldCipher(key).seal("settings", proof)],
  );
  return (await opensSealed(database, key)) === true;
}
