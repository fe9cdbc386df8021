// `npm run migrate`: brings the database of DATABASE_URL (or the embedded one in DATA_DIR) up to the newest migration.
import { openDatabase } from "../prisma/database.ts";
import { applyMigrations } from "../prisma/migrate.ts";
import { tellNewer } from "../prisma/newer.ts";
import { readArguments } from "./contract/command-line.ts";
import { withOperator } from "./operator.ts";

const usage = `Brings a database up to the newest migration; a start does that too.

  npm run migrate

The database is that of DATABASE_URL, or the embedded one in DATA_DIR while the program is stopped. .env is read.`;

await withOperator(usage, async ({ DATABASE_URL: url, DATA_DIR: dataDir = ".rabta" }) => {
  readArguments({});
  const database = await openDatabase({ url, dataDir });
  try {
    const applied = await applyMigrations(database);
    if (applied.length > 0) console.log(`Applied: ${applied.join(", ")}`);
    console.log((await tellNewer(database)) ?? "The database is up to date.");
  } finally {
    await database.close();
  }
});
