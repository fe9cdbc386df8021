// `npm run seed`: fills an empty database with the demo university.
import { openDatabase } from "./database.ts";
import { fieldCipher } from "./encryption.ts";
import { loadEncryptionKey } from "./encryption-key.ts";
import { applyMigrations } from "./migrate.ts";
import { tellNewer } from "./newer.ts";
import { withOperator } from "./operator.ts";
import { claimSeal } from "./sealed.ts";
import { seed } from "./seed/index.ts";
import { StartError } from "./start-error.ts";

await withOperator(async ({ DATABASE_URL: url, DATA_DIR: dataDir = ".rabta", ENCRYPTION_KEY: value }) => {
  const database = await openDatabase({ url, dataDir });
  try {
    await applyMigrations(database);
    await tellNewer(database);
    const key = await loadEncryptionKey({ value, dataDir });
    if (!(await claimSeal(database, key)))
      throw new StartError(
        "ENCRYPTION_KEY is not the one that the program on this database has: give the same, or its DATA_DIR; it looks like the output of: openssl rand -base64 32",
      );
    await seed(database.client, { cipher: fieldCipher(key), now: new Date() });
    console.log("The demo university is in the database.");
  } finally {
    await database.close();
  }
});
