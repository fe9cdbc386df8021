import { z } from "zod";
import type { Database, ExclusiveConnection } from "../../prisma/database.ts";
import type { FieldCipher } from "../../prisma/encryption.ts";
import type { Complaint } from "./complaints.ts";
import type { ImportOptions, Kind, Written } from "./kind.ts";
import { stage } from "./stage.ts";

/** So many complaints are told at a time, and so many lines written by one statement. */
const page = 10_000;
const slice = 100_000;

export type FileOptions = ImportOptions & {
  kind?: string | undefined;
  /** Imports the good lines of a file that has bad ones; otherwise such a file is left alone. */
  skipBad: boolean;
  progress(stage: "read" | "check" | "write", share: number): void;
  /** Told of every bad line, in order. */
  complain(complaint: Complaint): void;
};

/** What became of a file. */
export type Imported = {
  kind: Kind;
  lines: number;
  bad: number;
  leftOut: string[];
  /** Nothing was written where this is missing. */
  written?: Written;
};

/** Takes back what a transaction did; it carries what is to be told nevertheless. */
class TakenBack extends Error {
  readonly imported: Imported;
  constructor(imported: Imported) {
    super("taken back");
    this.imported = imported;
  }
}

/**
 * Imports one file, whole or not at all: everything happens in one transaction, so that a process which is killed leaves
 * nothing half done, and the same command can be given again. What is imported already does not change.
 * @throws {import("./import-error.ts").ImportError} where it is no table of ours
 */
export async function importFile(
  path: string,
  { database, cipher }: { database: Pick<Database, "exclusively">; cipher: FieldCipher },
  options: FileOptions,
): Promise<Imported> {
  try {
    return await database.exclusively((connection) => importOver(connection, path, cipher, options));
  } catch (error) {
    if (error instanceof TakenBack) return error.imported;
    throw error;
  }
}

async function importOver(
  connection: ExclusiveConnection,
  path: string,
  cipher: FieldCipher,
  options: FileOptions,
): Promise<Imported> {
  // Two imports at once would number the same enrolments.
  await connection.query("SELECT pg_advisory_xact_lock(72707370)");
  // Few statements over many lines: room to sort and to join in, and no time for compiling them.
  await connection.query("SET LOCAL work_mem = '64MB'; SET LOCAL jit = off");
  const { kind, leftOut, lines } = await stage(connection, path, cipher, options);
  options.progress("check", 0);
  await check(connection, kind);
  const bad = await complainOf(connection, nameOf(kind), options);
  const seen = { kind, lines, bad, leftOut };
  if (bad > 0 && !options.skipBad) throw new TakenBack(seen);
  await connection.query("DELETE FROM resolved WHERE line IN (SELECT line FROM bad)");
  const written = await kind.write({
    options,
    lock: (rows) => lock(connection, rows),
    run: async (statement, values) => writtenBy(await connection.query(statement, values)),
    async inSlices(statement) {
      const last = await lastLine(connection);
      const sum = { added: 0, changed: 0 };
      for (let from = 0; from <= last; from += slice) {
        options.progress("write", from / Math.max(last, 1));
        const { added, changed } = writtenBy(await connection.query(statement, [from, from + slice - 1]));
        sum.added += added;
        sum.changed += changed;
      }
      return sum;
    },
  });
  options.progress("write", 1);
  const imported = { ...seen, written };
  if (written.added + written.changed > 0) await remember(connection, imported);
  return imported;
}

/** Resolves what lines refer to, and finds what must not be: what does not exist, and the same line twice. */
async function check(
  connection: ExclusiveConnection,
  { key, checks, resolve, lock: rows }: Kind,
): Promise<void> {
  await connection.query("ANALYZE staged");
  await connection.query(`
    INSERT INTO bad SELECT line, '${key.at(-1)}', 'says the same again as line ' || first
    FROM (SELECT line, min(line) OVER (PARTITION BY ${key.join(", ")}) AS first FROM staged) twice WHERE line > first`);
  if (rows) await lock(connection, rows);
  await connection.query(`CREATE TEMP TABLE resolved ON COMMIT DROP AS ${resolve}`);
  await connection.query("ANALYZE resolved");
  for (const [column, reason, where] of checks) {
    await connection.query(
      `INSERT INTO bad SELECT line, '${column}', '${reason.replaceAll("'", "''")}' FROM resolved WHERE ${where}`,
    );
  }
}

/** As many as they may be, no more than their number is answered. */
async function lock(connection: ExclusiveConnection, rows: string): Promise<void> {
  await connection.query(`SELECT count(*) FROM (${rows}) locked`);
}

const Count = z.tuple([z.object({ count: z.int() })]);
const Last = z.tuple([z.object({ last: z.int() })]);
const Bad = z.array(
  z.object({ line: z.number(), place: z.string(), reason: z.string(), number: z.coerce.number() }),
);

/** Tells of all that is bad, page by page, in the order of the file. @returns how many lines are */
async function complainOf(
  connection: ExclusiveConnection,
  name: (column: string) => string,
  { complain }: FileOptions,
): Promise<number> {
  await connection.query(`
    CREATE TEMP TABLE complaints ON COMMIT DROP AS
    SELECT line, place, reason, row_number() OVER (ORDER BY line, place) AS number FROM bad`);
  for (let last = 0; ; ) {
    const { rows } = await connection.query(
      "SELECT * FROM complaints WHERE number > $1 AND number <= $1 + $2 ORDER BY number",
      [last, page],
    );
    const complaints = Bad.parse(rows);
    for (const { line, place, reason } of complaints) complain({ line, column: name(place), reason });
    if (complaints.length < page) break;
    last += page;
  }
  const { rows } = await connection.query("SELECT count(DISTINCT line)::int AS count FROM bad");
  return Count.parse(rows)[0].count;
}

/** What a column is called by people. */
const nameOf =
  ({ columns }: Kind) =>
  (column: string): string =>
    columns[column]?.headings[0] ?? "";

async function lastLine(connection: ExclusiveConnection): Promise<number> {
  const { rows } = await connection.query("SELECT coalesce(max(line), 0)::int AS last FROM resolved");
  return Last.parse(rows)[0].last;
}

const Counted = z.array(z.object({ added: z.int(), changed: z.int() })).max(1);
function writtenBy({ rows }: { rows: unknown[] }): Written {
  return Counted.parse(rows)[0] ?? { added: 0, changed: 0 };
}

/** Says in the audit log what was imported. */
async function remember(
  connection: ExclusiveConnection,
  { kind, lines, bad, written }: Imported,
): Promise<void> {
  await connection.query(
    `INSERT INTO audit_log (id, actor, action, subject, subject_id, "to")
     VALUES (gen_random_uuid(), 'system', 'imported', 'import', $1, $2::jsonb)`,
    [kind.name, JSON.stringify({ lines, bad, ...written })],
  );
}
