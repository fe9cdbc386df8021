// `npm run seed`: fills an empty database with the demo university.
import { openDatabase } from "../prisma/database.ts";
import { fieldCipher } from "../prisma/encryption.ts";
import { loadEncryptionKey } from "../prisma/encryption-key.ts";
import { applyMigrations } from "../prisma/migrate.ts";
import { tellNewer } from "../prisma/newer.ts";
import { claimSeal } from "../prisma/sealed.ts";
import { seed } from "../prisma/seed/index.ts";
import { StartError } from "../prisma/start-error.ts";
import { readArguments } from "./contract/command-line.ts";
import { withOperator } from "./operator.ts";

const usage = `Fills an empty database with the demo university, to try things with.

  npm run seed

The database is that of DATABASE_URL, or the embedded one in DATA_DIR while the program is stopped. .env is read.`;

await withOperator(
  usage,
  async ({ DATABASE_URL: url, DATA_DIR: dataDir = ".rabta", ENCRYPTION_KEY: value }) => {
    readArguments({});
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
  },
);
