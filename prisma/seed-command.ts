// `npm run seed`: fills an empty database with the demo university.
import { openDatabase } from "./database.ts";
import { fieldCipher } from "./encryption.ts";
import { loadEncryptionKey } from "./encryption-key.ts";
import { applyMigrations } from "./migrate.ts";
import { tellNewer } from "./newer.ts";
import { withOperator } from "./operator.ts";
import { seed } from "./seed/index.ts";

await withOperator(async ({ DATABASE_URL: url, DATA_DIR: dataDir = ".rabta", ENCRYPTION_KEY: value }) => {
  const database = await openDatabase({ url, dataDir });
  try {
    await applyMigrations(database);
    await tellNewer(database);
    await seed(database.client, {
      cipher: fieldCipher(await loadEncryptionKey({ value, dataDir })),
      now: new Date(),
    });
    console.log("The demo university is in the database.");
  } finally {
    await database.close();
  }
});
