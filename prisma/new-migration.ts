// For developers: `node prisma/new-migration.ts NAME` writes what schema.prisma has beyond the migrations as a new
// migration. Read the SQL before it is committed: it may drop what it should have renamed.
import { mkdir, writeFile } from "node:fs/promises";
import { diffFromMigrations, migrationsDir } from "./migrate.ts";

const name = process.argv[2];
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error(
    "A migration needs a name in lower case, such as: node prisma/new-migration.ts add_tutor_office",
  );
  process.exit(1);
}

await mkdir(migrationsDir, { recursive: true });
const sql = await diffFromMigrations();
if (sql === "") {
  console.log("The migrations and schema.prisma agree; there is nothing to write.");
} else {
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = `${migrationsDir}/${stamp}_${name}`;
  await mkdir(folder);
  await writeFile(`${folder}/migration.sql`, sql);
  console.log(`Written: ${folder}/migration.sql`);
}
