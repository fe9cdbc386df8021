import type { ExclusiveConnection } from "../../prisma/database.ts";
import type { FieldCipher } from "../../prisma/encryption.ts";
import type { Read } from "./cells.ts";
import { ImportError } from "./import-error.ts";

/** A column of a file, and what becomes of its cells. */
export type Column = {
  /** What a person calls it; the first of its headings. */
  headings: [string, ...string[]];
  read: Read;
  /** Where its value is staged: the type of the temporary column, `text` unless said. */
  type?: "text" | "integer" | "numeric" | "date" | "time" | "timestamp";
  /** A file without it, or a line where it is empty, cannot be imported. */
  needed?: true;
};

/** A line of a file as it is staged, by the names of the columns; null where a cell is empty. */
export type Staged = Record<string, string | null>;

/** How many records are new, and how many others are different now. */
export type Written = { added: number; changed: number };

/** Writes what is resolved, by statements over many lines. */
export type Writing = {
  /** Runs a statement that answers `added` and `changed`, or nothing. */
  run(statement: string, values?: unknown[]): Promise<Written>;
  /** The same, for so many lines at a time: the statement bounds `line` by $1 and $2, both included. */
  inSlices(statement: string): Promise<Written>;
  /** Locks rows until the file is in: `SELECT … FOR …`. What the next statement reads of them is what they are. */
  lock(rows: string): Promise<void>;
  options: ImportOptions;
};

/** What an operator may say besides the files. */
export type ImportOptions = {
  /** A date sheet is shown to students from now on. */
  announce: boolean;
};

/** A kind of file: its columns, what must be true of its lines, and how they become records. */
export type Kind = {
  /** What a person calls it, and `--kind` too. */
  name: string;
  /** Other words by which the name of a file says what it is. */
  alsoCalled?: string[];
  columns: Record<string, Column>;
  /** One of these columns is needed as well. */
  oneOf?: string[];
  /** What tells lines apart: no two may have the same. */
  key: string[];
  /** Columns that are staged besides those of the file, with their types. */
  more?: Record<string, string>;
  /** Makes of a page of lines what is staged: seals what must not be kept in the clear. */
  prepare?(lines: Staged[], cipher: FieldCipher, connection: ExclusiveConnection): Promise<void>;
  /** What nobody else may change from before the lines are resolved until the file is in: `SELECT … FOR …`. */
  lock?: string;
  /** `SELECT staged.*, …`: what the lines refer to, with nulls where it does not exist. */
  resolve: string;
  /** What must be true: the column that is wrong, what is said of it, and where (SQL over `resolved`) it is. */
  checks: [column: string, reason: string, where: string][];
  write(writing: Writing): Promise<Written>;
  /** What the operator should know when it is done. */
  afterwards?: string;
};

/** An expression for a new id, UUID v7 as everywhere: PostgreSQL has one of its own only from 18 on. */
export const newId = `encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid()) PLACING
  substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3) FROM 1 FOR 6), 52, 1), 53, 1), 'hex')::uuid`;

/** Makes an upsert tell how much it wrote. */
export const counted = (upsert: string): string =>
  `WITH written AS (${upsert} RETURNING xmax = 0 AS added)
   SELECT count(*) FILTER (WHERE added)::int AS added, count(*) FILTER (WHERE NOT added)::int AS changed FROM written`;

/**
 * The end of an upsert that takes over what a file says; an empty cell leaves what is known.
 * @param alias what the table is called in the statement
 */
export function keeping(alias: string, columns: readonly string[]): string {
  const kept = columns.map((column) => `coalesce(EXCLUDED.${column}, ${alias}.${column})`);
  return `DO UPDATE SET ${columns.map((column, at) => `${column} = ${kept[at]}`).join(", ")}
    WHERE (${columns.map((column) => `${alias}.${column}`).join(", ")}) IS DISTINCT FROM (${kept.join(", ")})`;
}

/** Makes a deletion tell how much it took away, which is a change. */
export const takenAway = (deletion: string): string =>
  `WITH gone AS (${deletion} RETURNING 1) SELECT 0 AS added, count(*)::int AS changed FROM gone`;

/**
 * Refuses to leave out the bad lines of a file which replaces what is known: what they are about would be taken away.
 * @throws {ImportError} where there are any
 */
export async function asOne(run: Writing["run"]): Promise<void> {
  const { added: bad } = await run("SELECT count(*)::int AS added, 0 AS changed FROM bad");
  if (bad > 0)
    throw new ImportError(
      "Nothing was imported: --skip-bad does not go with a file whose lines belong together. Mend them, and give the command again.",
    );
}

/** What several statements wrote. */
export const together = (...all: Written[]): Written => ({
  added: all.reduce((sum, { added }) => sum + added, 0),
  changed: all.reduce((sum, { changed }) => sum + changed, 0),
});

/** A table's lines by what people call them: code or name, in any letters. */
export const byCodeOrName = (table: "programmes" | "regional_offices" | "departments"): string =>
  `(SELECT DISTINCT ON (called) called, id FROM (
     SELECT upper(code) AS called, id, 1 AS rank FROM ${table} UNION ALL SELECT upper(name), id, 2 FROM ${table}
   ) names ORDER BY called, rank)`;
