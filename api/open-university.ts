import { type Database, openDatabase } from "../prisma/database.ts";
import { type FieldCipher, fieldCipher } from "../prisma/encryption.ts";
import { existingEncryptionKey, loadEncryptionKey } from "../prisma/encryption-key.ts";
import { applyMigrations } from "../prisma/migrate.ts";
import { tellNewer } from "../prisma/newer.ts";
import { claimSeal, opensSealed } from "../prisma/sealed.ts";
import { seed } from "../prisma/seed/index.ts";
import { StartError } from "../prisma/start-error.ts";

/** Where the university's records are. */
export type Premises = {
  /** DATABASE_URL; without it the database is the embedded one, with the demo university in it. */
  databaseUrl?: string | undefined;
  /** DATABASE_REPLICA_URL */
  replicaUrl?: string | undefined;
  /** DATA_DIR */
  dataDir: string;
  /** ENCRYPTION_KEY */
  encryptionKey?: string | undefined;
  log: Record<"info" | "warn", (details: object, message: string) => void>;
};

/**
 * Opens the university's records and brings them up to date.
 * @throws {import("../prisma/start-error.ts").StartError} one sentence for the operator, that names the variable
 */
export async function openUniversity(
  premises: Premises,
): Promise<{ database: Database; cipher: FieldCipher; close(): Promise<void> }> {
  const { databaseUrl, replicaUrl, dataDir, encryptionKey, log } = premises;
  const database = await openDatabase({ url: databaseUrl, replicaUrl, dataDir });
  try {
    const key = await existingEncryptionKey({ value: encryptionKey, dataDir });
    const migrations = await applyMigrations(database);
    if (migrations.length > 0) log.info({ migrations }, "the database was brought up to date");
    const newer = await tellNewer(database);
    if (newer) log.warn({}, newer);
    // Whatever is sealed with another key from here on nobody opens again.
    if ((await opensSealed(database, key)) === false) throw otherKey(dataDir);
    const ours = key ?? (await loadEncryptionKey({ dataDir }));
    if (!(await claimSeal(database, ours))) throw otherKey(dataDir);
    const cipher = fieldCipher(ours);
    // The embedded database is there to try things with: it is never empty.
    if (database.kind === "pglite") await seed(database.client, { cipher, now: new Date() });
    return { database, cipher, close: () => database.close() };
  } catch (error) {
    await database.close();
    throw error;
  }
}

const otherKey = (dataDir: string): StartError =>
  new StartError(
    `ENCRYPTION_KEY is not the key that the database was sealed with: restore that one, or its file ${dataDir}/encryption-key; it looks like the output of: openssl rand -base64 32`,
  );
