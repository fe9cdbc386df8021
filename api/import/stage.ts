import type { ExclusiveConnection } from "../../prisma/database.ts";
import type { FieldCipher } from "../../prisma/encryption.ts";
import type { Complaint } from "./complaints.ts";
import { ImportError } from "./import-error.ts";
import type { Kind, Staged } from "./kind.ts";
import { openText } from "./open-text.ts";
import { readCells } from "./read-cells.ts";
import { readLines } from "./read-lines.ts";
import { type Recognised, recognise } from "./recognise.ts";

/** So many lines are read, sealed and copied at a time. */
const page = 10_000;

/**
 * Reads the file into the temporary table `staged`; what cannot be read goes to `bad`.
 * @returns what the file is, and how many lines it has
 * @throws {ImportError} where it is no table of ours
 */
export async function stage(
  connection: ExclusiveConnection,
  path: string,
  cipher: FieldCipher,
  { kind, progress }: { kind?: string | undefined; progress(stage: "read", share: number): void },
): Promise<Recognised & { lines: number }> {
  const { text, read, size } = await openText(path);
  let found: Recognised | undefined;
  let columns: string[] = [];
  let staged: { line: number; cells: Staged }[] = [];
  const bad: Complaint[] = [];
  let lines = 0;
  let copying: Promise<void> = Promise.resolve();
  /** While one page goes to the database the next is read, and no more: memory stays the same. */
  const flush = async () => {
    if (!found) return;
    await copying;
    copying = put(found.kind, staged, bad.splice(0));
    // Whoever waits for it next hears of what went wrong.
    copying.catch(() => {});
    staged = [];
    progress("read", read() / Math.max(size, 1));
  };
  async function put(kind: Kind, page: typeof staged, complaints: Complaint[]): Promise<void> {
    await kind.prepare?.(
      page.map(({ cells }) => cells),
      cipher,
      connection,
    );
    const rows = page.map(({ line, cells }) => [String(line), ...columns.map((name) => cells[name] ?? null)]);
    await copy(connection, `staged (line, ${columns.join(", ")})`, rows);
    const told = complaints.map((one) => [String(one.line), one.column, one.reason]);
    await copy(connection, "bad (line, place, reason)", told);
  }
  for await (const one of readLines(text, path)) {
    if (!found) {
      found = recognise(one.cells, path, kind);
      columns = [...Object.keys(found.kind.columns), ...Object.keys(found.kind.more ?? {})];
      await connection.query(tablesFor(found.kind));
      continue;
    }
    lines++;
    const before = bad.length;
    const cells = readCells(found, one, bad);
    if (bad.length === before) staged.push({ line: one.line, cells });
    if (staged.length + bad.length >= page) await flush();
  }
  if (!found) throw new ImportError(`${path} is empty.`);
  await flush();
  await copying;
  return { ...found, lines };
}

const tablesFor = ({ columns, more = {} }: Kind): string => `
  CREATE TEMP TABLE bad (line integer NOT NULL, place text NOT NULL, reason text NOT NULL) ON COMMIT DROP;
  CREATE TEMP TABLE staged (line integer NOT NULL, ${[
    ...Object.entries(columns).map(([name, { type = "text" }]) => `${name} ${type}`),
    ...Object.entries(more).map(([name, type]) => `${name} ${type}`),
  ].join(", ")}) ON COMMIT DROP`;

/** Lines as COPY's text format wants them. */
async function copy(
  connection: ExclusiveConnection,
  target: string,
  rows: (string | null)[][],
): Promise<void> {
  if (rows.length === 0) return;
  const text = rows
    .map((row) => row.map((cell) => (cell === null ? "\\N" : escaped(cell))).join("\t"))
    .join("\n");
  await connection.copy(target, `${text}\n`);
}

const special: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
const escaped = (cell: string): string =>
  /[\\\t\n\r]/.test(cell) ? cell.replace(/[\\\t\n\r]/g, (one) => special[one] ?? one) : cell;
