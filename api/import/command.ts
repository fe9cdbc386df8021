// `npm run import -- FILE…`: brings what other systems know into the university's records. docs/import.md explains it.
import { type Database, openDatabase } from "../../prisma/database.ts";
import { migrationsToCome } from "../../prisma/drift.ts";
import { readArguments } from "../contract/command-line.ts";
import { openUniversity } from "../open-university.ts";
import { withOperator } from "../operator.ts";
import { collectComplaints } from "./complaints.ts";
import { ImportError } from "./import-error.ts";
import { importFile } from "./import-file.ts";
import { inOrder } from "./in-order.ts";
import { showProgress } from "./progress.ts";
import { rehearse } from "./rehearse.ts";
import { report } from "./report.ts";

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
    if (isDryRun) await isUpToDate(databaseUrl, dataDir);
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

/** Who only looks changes no tables. @throws {ImportError} where migrations are to come */
async function isUpToDate(url: string | undefined, dataDir: string): Promise<void> {
  const database = await openDatabase({ url, dataDir, connections: 1 });
  try {
    if ((await migrationsToCome(database)).length > 0)
      throw new ImportError("Migrations are to come, and a dry run writes nothing: npm run migrate first.");
  } finally {
    await database.close();
  }
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
