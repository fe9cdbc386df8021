import type { Imported } from "./import-file.ts";

const number = new Intl.NumberFormat("en");
const count = (of: number, one: string): string => `${number.format(of)} ${one}${of === 1 ? "" : "s"}`;

type Complained = { lines: string[]; file: string | undefined };

/** What was found in a file, whatever became of it. */
function found(path: string, { bad, leftOut }: Imported, complaints: Complained): string[] {
  const said: string[] = [];
  if (bad > 0) {
    said.push(
      `${path}: ${count(bad, "bad line")}${complaints.file ? `, all of them in ${complaints.file}` : ""}:`,
    );
    said.push(...complaints.lines, ...(complaints.file ? ["  …"] : []));
  }
  if (leftOut.length > 0) said.push(`${path}: columns left out: ${leftOut.join(", ")}`);
  return said;
}

/** What the operator reads of a file that was only looked at, without a database. */
export const reportLook = (path: string, looked: Imported, complaints: Complained): string[] => [
  ...found(path, looked, complaints),
  `${path}: ${looked.kind.name}, ${count(looked.lines, "line")}, ${looked.bad === 0 ? "each of which can be read" : `${number.format(looked.lines - looked.bad)} of which can be read`}.`,
];

/** What the operator reads when a file is through. */
export function report(
  path: string,
  imported: Imported,
  complaints: Complained,
  isDryRun: boolean,
): string[] {
  const { kind, lines, written } = imported;
  const said = found(path, imported, complaints);
  if (!written) {
    said.push(
      `${path}: nothing was imported. Mend the lines, or import the others with --skip-bad; what is imported already does not change when it is imported again.`,
    );
    return said;
  }
  const { added, changed } = written;
  const done =
    added + changed === 0 ? "nothing new" : `${number.format(added)} new, ${number.format(changed)} changed`;
  said.push(
    `${path}: ${kind.name}, ${count(lines, "line")}: ${done}${isDryRun ? " (a dry run: nothing was written)" : ""}`,
  );
  if (kind.afterwards && !isDryRun && added + changed > 0) said.push(kind.afterwards);
  return said;
}
