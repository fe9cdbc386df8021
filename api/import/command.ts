// `npm run import -- FILE…`: brings what other systems know into the university's records. docs/import.md explains it.
import { parseArgs } from "node:util";
import { withOperator } from "../../prisma/operator.ts";
import { openUniversity } from "../open-university.ts";
import { collectComplaints } from "./complaints.ts";
import { ImportError } from "./import-error.ts";
import { importFile } from "./import-file.ts";
import { inOrder } from "./in-order.ts";
import { showProgress } from "./progress.ts";
import { report } from "./report.ts";

const usage = `npm run import -- [--dry-run] [--skip-bad] [--announce] [--kind KIND] FILE…`;

await withOperator(
  async ({ DATABASE_URL: databaseUrl, DATA_DIR: dataDir = ".rabta", ENCRYPTION_KEY: encryptionKey }) => {
    const { values, files } = readArguments();
    const log = { info: (_details: object, message: string) => console.log(message) };
    const university = await openUniversity({ databaseUrl, dataDir, encryptionKey, log });
    try {
      for (const path of await inOrder(files, values.kind)) {
        const progress = showProgress(path, process.stdout);
        const complaints = collectComplaints(path);
        const imported = await importFile(path, university, {
          ...{
            kind: values.kind,
            announce: values.announce,
            dryRun: values["dry-run"],
            skipBad: values["skip-bad"],
          },
          progress: progress.show,
          complain: complaints.add,
        }).finally(progress.clear);
        for (const line of report(path, imported, await complaints.end(), values["dry-run"]))
          console.log(line);
        if (imported.bad > 0) process.exitCode = 1;
        // What comes after may build on what is missing now.
        if (!imported.written) break;
      }
    } finally {
      await university.close();
    }
  },
);

function readArguments() {
  try {
    const { values, positionals: files } = parseArgs({
      allowPositionals: true,
      options: {
        "dry-run": { type: "boolean", default: false },
        "skip-bad": { type: "boolean", default: false },
        announce: { type: "boolean", default: false },
        kind: { type: "string" },
      },
    });
    if (files.length > 0) return { values, files };
  } catch (cause) {
    throw new ImportError(`${cause instanceof Error ? cause.message : cause}\n${usage}`, { cause });
  }
  throw new ImportError(`Which file? ${usage}`);
}
