import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Complaint } from "../../api/import/complaints.ts";
import { type FileOptions, importFile } from "../../api/import/import-file.ts";
import type { Database } from "../../prisma/database.ts";
import { demoCipher, demoNow } from "../database.ts";
import { dataDirectory } from "../program.ts";
import { testUniversity } from "../university.ts";

/** A university of a test's own into which files are brought, gone when the test is over. */
export async function openForImport(engine: "pglite" | "postgresql" = "pglite") {
  const university = await testUniversity({ engine, now: demoNow });
  onTestFinished(() => university.close());
  const folder = await dataDirectory();
  onTestFinished(() => folder.remove());
  return { ...university, ...bringingInto(university.database, folder.path) };
}

/** Brings files into a database. */
export function bringingInto(database: Database, folder: string) {
  /** Imports a file that is there. */
  async function bringFile(
    path: string,
    options: Partial<FileOptions> = {},
    into: Pick<Database, "exclusively"> = database,
  ) {
    const complaints: Complaint[] = [];
    const imported = await importFile(
      path,
      { database: into, cipher: demoCipher },
      {
        ...{ announce: false, skipBad: false, progress: () => {} },
        complain: (complaint) => void complaints.push(complaint),
        ...options,
      },
    );
    return { ...imported, complaints };
  }
  return {
    bringFile,
    /** Imports lines, the first of which names the columns, as a file of that name. */
    async bring(name: string, lines: readonly string[], options: Partial<FileOptions> = {}) {
      const path = join(folder, `${name}.csv`);
      await writeFile(path, `${lines.join("\n")}\n`);
      return bringFile(path, options);
    },
    rows: async (sql: string) => (await database.query(sql)).rows,
  };
}

/** Somebody who is admitted and has never enrolled, and the file that brings them. */
export const newcomer = "25P-800001";
export const newcomers = [
  "Reg no,Name,Father name,Programme,Office,Admitted",
  `${newcomer},Ali Raza,Raza Khan,BA,LHR,2025-autumn`,
];
