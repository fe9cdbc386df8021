// `npm run migrate`: brings the database of DATABASE_URL (or the embedded one in DATA_DIR) up to the newest migration.
import { openDatabase } from "./database.ts";
import { applyMigrations } from "./migrate.ts";
import { tellNewer } from "./newer.ts";
import { withOperator } from "./operator.ts";

await withOperator(async ({ DATABASE_URL: url, DATA_DIR: dataDir = ".rabta" }) => {
  const database = await openDatabase({ url, dataDir });
  try {
    const applied = await applyMigrations(database);
    if (applied.length > 0) console.log(`Applied: ${applied.join(", ")}`);
    console.log((await tellNewer(database)) ?? "The database is up to date.");
  } finally {
    await database.close();
  }
});
