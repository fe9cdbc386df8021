import { CsvError, parse } from "csv-parse";
import { z } from "zod";
import { ImportError } from "./import-error.ts";

/** A line of a file: the number that an editor shows for it, and its cells. */
export type Line = { line: number; cells: string[] };

const Record = z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) });

/** The longest line, in characters: what is longer has a quotation mark that is never closed. */
const longestLine = 100_000;

/**
 * Reads a table line by line: with commas, semicolons or tabs, quoted or not, with the line ends of any system. Memory
 * stays the same however long it is.
 * @param path as it is called in messages
 * @throws {ImportError} where a quotation mark is not closed: what follows it cannot be told from what it quotes
 */
export async function* readLines(text: AsyncIterable<string>, path: string): AsyncGenerator<Line> {
  const pieces = text[Symbol.asyncIterator]();
  let start = "";
  // The heading decides between commas, semicolons and tabs, so it is read whole first.
  while (!/[\r\n]/.test(start.trimStart()) && start.length < longestLine) {
    const { done, value } = await pieces.next();
    if (done) break;
    start += value;
  }
  start = start.replace(/^\ufeff/, "");
  let before = 0;
  const said = /^sep=(.)\r?\n/.exec(start);
  if (said) {
    start = start.slice(said[0].length);
    before = 1;
  }
  const parser = parse({
    delimiter: said?.[1] ?? delimiterOf(start),
    ...{ bom: true, info: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true },
    max_record_size: longestLine,
  });
  const failed = feed(parser, start, pieces);
  let last = 0;
  try {
    for await (const chunk of parser) {
      const { record, info } = chunk as z.infer<typeof Record>;
      last = info.lines;
      // Spreadsheets end with rows that have nothing in them.
      if (record.some((cell) => cell.trim() !== "")) yield { line: last + before, cells: record };
    }
  } catch (cause) {
    if (cause instanceof ImportError) throw cause;
    if (cause instanceof CsvError && /MAX_RECORD_SIZE|QUOTE_NOT_CLOSED/.test(cause.code))
      throw new ImportError(
        `${path}: the record that begins in line ${last + before + 1} cannot be read, nor what follows it: a quotation mark is not closed, or it is longer than ${longestLine} characters. Nothing was imported.`,
        { cause },
      );
    throw new ImportError(`${path} is not a table: ${cause instanceof Error ? cause.message : cause}.`, {
      cause,
    });
  }
  await failed;
}

/** Gives the parser the text as fast as it takes it; what goes wrong with the text is the parser's error. */
async function feed(
  parser: ReturnType<typeof parse>,
  start: string,
  pieces: AsyncIterator<string>,
): Promise<void> {
  try {
    parser.write(start);
    for (let piece = await pieces.next(); !piece.done; piece = await pieces.next()) {
      if (!parser.write(piece.value)) await new Promise((taken) => parser.once("drain", taken));
    }
    parser.end();
  } catch (error) {
    parser.destroy(error instanceof Error ? error : new Error(String(error)));
  }
}

/** What separates the cells of the heading most often. */
function delimiterOf(start: string): string {
  const heading = start.split(/[\r\n]/).find((line) => line.trim() !== "") ?? "";
  const outside = heading.replace(/"[^"]*"/g, "");
  const times = (one: string) => outside.split(one).length;
  return [",", ";", "\t", "|"].reduce((best, one) => (times(one) > times(best) ? one : best));
}
