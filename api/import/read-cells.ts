import { BadCell } from "./cells.ts";
import type { Complaint } from "./complaints.ts";
import type { Staged } from "./kind.ts";
import type { Line } from "./read-lines.ts";
import type { Recognised } from "./recognise.ts";

/** Reads the cells of a line into what is staged, each by itself. @param bad takes what cannot be read */
export function readCells({ kind, places }: Recognised, { line, cells }: Line, bad: Complaint[]): Staged {
  const read: Staged = {};
  if (cells.length > places.length && cells.slice(places.length).some((cell) => cell.trim() !== ""))
    bad.push({ line, column: "", reason: "has more cells than there are headings" });
  for (const [at, name] of places.entries()) {
    const column = name === undefined ? undefined : kind.columns[name];
    if (name === undefined || !column) continue;
    const cell = (cells[at] ?? "").trim();
    if (cell === "") {
      read[name] = null;
      if (column.needed) bad.push({ line, column: name, reason: "is empty" });
      continue;
    }
    try {
      read[name] = column.read(cell);
    } catch (error) {
      if (!(error instanceof BadCell)) throw error;
      bad.push({ line, column: name, reason: error.message });
    }
  }
  return read;
}
