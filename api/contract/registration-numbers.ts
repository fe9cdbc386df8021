import { registrationNumberOf } from "./registration-number.ts";

/**
 * Reads registration numbers from a CSV: wherever they stand in a line, in whatever spelling, each once. A line with
 * none, but for the first (it may be a heading), counts as unread.
 */
export function registrationNumbersIn(csv: string): { numbers: string[]; unread: string[] } {
  const numbers = new Set<string>();
  const unread: string[] = [];
  for (const [at, line] of csv
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\r|\n/)
    .entries()) {
    if (line.trim() === "") continue;
    const found = line
      .split(/[,;\t]/)
      .flatMap((cell) => registrationNumberOf(cell.trim().replace(/^"(.*)"$/, "$1")) ?? []);
    for (const number of found) numbers.add(number);
    if (found.length === 0 && at > 0) unread.push(line.trim().slice(0, 60));
  }
  return { numbers: [...numbers], unread };
}
