import { ImportError } from "./import-error.ts";
import { kinds } from "./kinds/index.ts";
import { openText } from "./open-text.ts";
import { readLines } from "./read-lines.ts";
import { recognise } from "./recognise.ts";

/**
 * Puts files in the order in which they build on each other: students before what they are enrolled for, and so on.
 * @throws {ImportError} before anything is imported, where one of them is not understood
 */
export async function inOrder(files: string[], kind: string | undefined): Promise<string[]> {
  const known: { path: string; rank: number }[] = [];
  for (const path of files) {
    const { text } = await openText(path);
    const heading = await readLines(text, path).next();
    if (heading.done) throw new ImportError(`${path} is empty.`);
    known.push({ path, rank: kinds.indexOf(recognise(heading.value.cells, path, kind).kind) });
  }
  return known.sort((a, b) => a.rank - b.rank).map(({ path }) => path);
}
