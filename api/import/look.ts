import type { Complaint } from "./complaints.ts";
import { ImportError } from "./import-error.ts";
import type { Imported } from "./import-file.ts";
import { openText } from "./open-text.ts";
import { readCells } from "./read-cells.ts";
import { readLines } from "./read-lines.ts";
import { type Recognised, recognise } from "./recognise.ts";

/**
 * Reads a file as far as that goes without a database: its headings, and every cell by itself. What lines refer to is not
 * looked up, nor whether two say the same.
 * @param kind what the operator says it is
 * @param complain told of every cell that cannot be read, in order
 * @throws {ImportError} where it is no table of ours
 */
export async function look(
  path: string,
  kind: string | undefined,
  complain: (complaint: Complaint) => void,
): Promise<Imported> {
  const { text } = await openText(path);
  let found: Recognised | undefined;
  let [lines, bad] = [0, 0];
  for await (const one of readLines(text, path)) {
    if (!found) {
      found = recognise(one.cells, path, kind);
      continue;
    }
    lines++;
    const wrong: Complaint[] = [];
    readCells(found, one, wrong);
    if (wrong.length > 0) bad++;
    for (const { column, ...said } of wrong)
      complain({ ...said, column: found.kind.columns[column]?.headings[0] ?? "" });
  }
  if (!found) throw new ImportError(`${path} is empty.`);
  return { kind: found.kind, leftOut: found.leftOut, lines, bad };
}
