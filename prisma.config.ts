import { defineConfig } from "prisma/config";

// `prisma generate` downloads a schema engine that it never starts. Naming any executable skips that download,
// so that generating works offline too; the commands that do start an engine are left as they are.
if (process.argv.includes("generate")) process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

const url = process.env.DATABASE_URL;

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations", seed: "node api/seed-command.ts" },
  // Without a DATABASE_URL the database is the embedded one, which Prisma's own commands cannot reach.
  ...(url ? { datasource: { url } } : {}),
});
