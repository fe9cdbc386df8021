// `npm run import -- FILE…`: brings what other systems know into the university's records. docs/import.md explains it.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Database, openDatabase } from "../../prisma/database.ts";
import { migrationsToCome } from "../../prisma/drift.ts";
import { StartError } from "../../prisma/start-error.ts";
import { readArguments } from "../contract/command-line.ts";
import { openUniversity } from "../open-university.ts";
import { withOperator } from "../operator.ts";
import { collectComplaints } from "./complaints.ts";
import { ImportError } from "./import-error.ts";
import { importFile } from "./import-file.ts";
import { inOrder } from "./in-order.ts";
import { look } from "./look.ts";
import { showProgress } from "./progress.ts";
import { rehearse } from "./rehearse.ts";
import { report, reportLook } from "./report.ts";

const usage = `Brings tables of other systems in, each file whole or not at all. docs/import.md says what they look like.

  npm run import -- --dry-run students.csv enrolments.csv      looks, and writes nothing
  npm run import -- students.csv enrolments.csv                in whatever order

  --skip-bad    the good lines of a file are imported without its bad ones
  --announce    students see the date sheets among them at once
  --kind KIND   what the files are, where their columns leave it open: results, say

The database is that of DATABASE_URL; the embedded one only while the program is stopped. .env is read.`;

await withOperator(
  usage,
  async ({ DATABASE_URL: databaseUrl, DATA_DIR: dataDir = ".rabta", ENCRYPTION_KEY: encryptionKey }) => {
    const { values, files } = asked();
    const isDryRun = values["dry-run"];
    const paths = await inOrder(files, values.kind);
    const missing = isDryRun ? await notUpToDate(databaseUrl, dataDir) : undefined;
    if (missing) return lookAt(paths, values.kind, missing);
    const say = (_details: object, message: string) => console.log(message);
    const log = { info: say, warn: say };
    const university = await openUniversity({ databaseUrl, dataDir, encryptionKey, log });
    async function importAll(database: Pick<Database, "exclusively">): Promise<void> {
      for (const path of paths) {
        const progress = showProgress(path, process.stdout);
        const complaints = collectComplaints(path);
        const imported = await importFile(
          path,
          { database, cipher: university.cipher },
          {
            ...{ kind: values.kind, announce: values.announce, skipBad: values["skip-bad"] },
            progress: progress.show,
            complain: complaints.add,
          },
        ).finally(progress.clear);
        for (const line of report(path, imported, await complaints.end(), isDryRun)) console.log(line);
        if (imported.bad > 0) process.exitCode = 1;
        // What comes after may build on what is missing now.
        if (!imported.written) break;
      }
    }
    try {
      await (isDryRun ? rehearse(university.database, importAll) : importAll(university.database));
    } finally {
      await university.close();
    }
  },
);

/** Who only looks makes no database and changes no tables. @returns why there is none to look into */
async function notUpToDate(url: string | undefined, dataDir: string): Promise<string | undefined> {
  if (!url && !existsSync(join(dataDir, "database")))
    return "There is no database yet: npm run migrate makes it, in DATA_DIR or where DATABASE_URL leads.";
  try {
    const database = await openDatabase({ url, dataDir, connections: 1 });
    try {
      const isOld = (await migrationsToCome(database)).length > 0;
      return isOld
        ? "Migrations are to come, and a dry run writes nothing: npm run migrate first."
        : undefined;
    } finally {
      await database.close();
    }
  } catch (error) {
    if (error instanceof StartError) return error.message;
    throw error;
  }
}

/** Says of files what can be said without a database, and then why that is not all. */
async function lookAt(paths: string[], kind: string | undefined, why: string): Promise<void> {
  for (const path of paths) {
    const complaints = collectComplaints(path);
    const looked = await look(path, kind, complaints.add);
    for (const line of reportLook(path, looked, await complaints.end())) console.log(line);
  }
  throw new ImportError(
    `Whether what the lines refer to exists was not looked up, which needs the database. ${why}`,
  );
}

function asked() {
  const { values, positionals: files } = readArguments({
    allowPositionals: true,
    options: {
      "dry-run": { type: "boolean", default: false },
      "skip-bad": { type: "boolean", default: false },
      announce: { type: "boolean", default: false },
      kind: { type: "string" },
    },
  });
  if (files.length > 0) return { values, files };
  throw new ImportError("Which file? npm run import -- students.csv; --help shows what else there is.");
}
