import type { Figure, Row } from "./figures.ts";

type Column = { title: string; cell: (row: Row) => string };

const columns: Column[] = [
  { title: "", cell: ({ name }) => name },
  { title: "rate", cell: ({ rate }) => (rate ? `${shown(rate.figure, amount)} ${rate.unit}` : "") },
  { title: "CPU µs", cell: ({ cpu }) => shown(cpu, amount) },
  { title: "p50 ms", cell: ({ p50 }) => shown(p50, amount) },
  { title: "p99 ms", cell: ({ p99 }) => shown(p99, amount) },
  { title: "memory", cell: ({ memory }) => shown(memory, megabytes) },
  { title: "besides", cell: ({ besides = "" }) => besides },
  { title: "beside its peer", cell: ({ ratio = "" }) => ratio },
  { title: "aim", cell: ({ aim }) => (aim ? `${aim.text}: ${aim.met ? "met" : "MISSED"}` : "") },
];

/** Rows as a Markdown table that is aligned for a terminal too; columns that no row fills are left out. */
export function tableOf(rows: readonly Row[]): string {
  const filled = columns.filter(({ cell }) => rows.some((row) => cell(row) !== ""));
  const cells = rows.map((row) => filled.map(({ cell }) => cell(row)));
  const widths = filled.map(({ title }, at) =>
    Math.max(title.length, 3, ...cells.map((of) => of[at]!.length)),
  );
  const line = (of: string[]) => `| ${of.map((cell, at) => cell.padEnd(widths[at]!)).join(" | ")} |`;
  const rule = `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`;
  return [line(filled.map(({ title }) => title)), rule, ...cells.map(line)].join("\n");
}

function shown(figure: Figure | undefined, write: (value: number) => string): string {
  if (!figure) return "";
  const [median, least, most] = [figure.median, figure.least, figure.most].map(write);
  return least === most ? `${median}` : `${median} (${least}–${most})`;
}

const amount = (value: number): string =>
  value.toLocaleString("en", { maximumFractionDigits: value < 10 ? 2 : value < 100 ? 1 : 0 });

const megabytes = (bytes: number): string => `${amount(bytes / 1024 ** 2)} MB`;
