import { accent, bottom, type Doc, hairline, ink, labelStyle, left, right } from "./page.ts";
import { linesOf, type Style, write } from "./writing.ts";

/** A column: `width` in points, or what the others leave. Figures are set flush right, letters left or in the middle. */
export type Column = {
  heading: string;
  width?: number;
  align?: "left" | "right" | "centre";
  weight?: "semibold";
};

const gap = 10;
const leading = 12.5;
const padding = 5.75;

/**
 * Draws a table whose rows never break across pages. Where a row does not fit, `nextPage` begins a new page and says
 * where the table goes on; its column headings are repeated there.
 * @returns where the rest may begin
 */
export function drawTable(
  doc: Doc,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  { y, nextPage }: { y: number; nextPage: () => number },
): number {
  const cells = placed(columns);
  let top = drawHeadings(doc, cells, y);
  for (const row of rows) {
    const lines = cells.map((cell, index) => linesOf(doc, row[index] ?? "", cell.style, cell.width));
    const height = Math.max(...lines.map(({ length }) => length)) * leading + 2 * padding - 2;
    if (top + height > bottom) top = drawHeadings(doc, cells, nextPage());
    for (const [index, cell] of cells.entries()) drawCell(doc, cell, lines[index] ?? [], top + padding + 9);
    top += height;
    doc.rect(left, top, right - left, 0.5).fill(hairline);
  }
  return top;
}

type Cell = Column & { x: number; width: number; style: Style };

function placed(columns: readonly Column[]): Cell[] {
  const taken = columns.reduce((sum, { width }) => sum + (width ?? 0), 0) + gap * (columns.length - 1);
  let x = left;
  return columns.map((column) => {
    const width = column.width ?? right - left - taken;
    const style: Style = { size: 10, colour: ink, weight: column.weight ?? "regular" };
    const cell = { ...column, x, width, style };
    x += width + gap;
    return cell;
  });
}

/** The headings stand on one line, however many lines they take. */
function drawHeadings(doc: Doc, cells: readonly Cell[], y: number): number {
  const lines = cells.map(({ heading, width }) => linesOf(doc, heading, labelStyle, width));
  const height = Math.max(...lines.map(({ length }) => length)) * 10;
  for (const [index, cell] of cells.entries()) {
    const own = lines[index] ?? [];
    drawCell(doc, { ...cell, style: labelStyle }, own, y + height - (own.length - 1) * 10 - 2, 10);
  }
  doc.rect(left, y + height + 4, right - left, 0.9).fill(accent);
  return y + height + 5;
}

function drawCell(doc: Doc, cell: Cell, lines: readonly string[], y: number, step: number = leading): void {
  const align = cell.align ?? "left";
  const x = cell.x + { left: 0, centre: cell.width / 2, right: cell.width }[align];
  for (const [index, line] of lines.entries()) {
    write(doc, line, cell.style, { x, y: y + index * step, align });
  }
}
