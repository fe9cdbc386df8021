// `npm run migrate`: brings the database of DATABASE_URL (or the embedded one in DATA_DIR) up to the newest migration.
import { openDatabase } from "./database.ts";
import { applyMigrations } from "./migrate.ts";
import { withOperator } from "./operator.ts";

await withOperator(async ({ DATABASE_URL: url, DATA_DIR: dataDir = ".rabta" }) => {
  const database = await openDatabase({ url, dataDir });
  try {
    const applied = await applyMigrations(database);
    console.log(applied.length > 0 ? `Applied: ${applied.join(", ")}` : "The database is up to date.");
  } finally {
    await database.close();
  }
});
