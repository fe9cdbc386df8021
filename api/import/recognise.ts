import { basename } from "node:path";
import { ImportError } from "./import-error.ts";
import type { Kind } from "./kind.ts";
import { kinds } from "./kinds/index.ts";

/** What a file is, where each of its columns stands, and which of its headings mean nothing to us. */
export type Recognised = {
  kind: Kind;
  /** For each cell of a line its column; undefined where it is left out. */
  places: (string | undefined)[];
  leftOut: string[];
};

/** A heading as it is compared: letters and digits, whatever stands between them. */
const plain = (heading: string): string =>
  heading
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]/gu, "");

/**
 * Tells from the headings what a file is, in whatever order they stand; where they leave it open, from its name.
 * @param said what the operator says it is
 * @throws {ImportError} one sentence that names the missing columns, or the kinds that it may be
 */
export function recognise(headings: string[], path: string, said: string | undefined): Recognised {
  if (said !== undefined) {
    const kind = kinds.find(({ name }) => name === said);
    if (kind) return complete(placed(kind, headings), path);
    throw new ImportError(
      `--kind ${said} does not exist; there are ${kinds.map(({ name }) => name).join(", ")}.`,
    );
  }
  const name = plain(basename(path));
  const isNamed = ({ name: own, alsoCalled = [] }: Kind) =>
    [own, ...alsoCalled].some((called) => name.includes(plain(called)));
  const ranked = kinds
    .map((kind) => {
      const found = placed(kind, headings);
      const columns = found.places.filter((place) => place !== undefined).length;
      const missing = missingOf(found).length;
      return { found, columns, missing, named: isNamed(kind) };
    })
    .sort(
      (a, b) =>
        Number(a.missing > 0) - Number(b.missing > 0) ||
        b.columns - a.columns ||
        Number(b.named) - Number(a.named),
    );
  const whole = ranked.filter(({ missing }) => missing === 0);
  const [best, next] = whole;
  if (best && next && best.columns === next.columns && best.named === next.named) {
    const may = whole.filter(({ columns }) => columns === best.columns).map(({ found }) => found.kind.name);
    throw new ImportError(
      `${path} may be ${may.join(" or ")}; say which with --kind, like --kind ${may[0]}.`,
    );
  }
  // A date sheet that lacks its session has all that offerings need; its name says what it is.
  const lacking = ranked.find(({ named, columns }) => named && columns > (best?.columns ?? 0));
  if (lacking && best && !best.named) return complete(lacking.found, path);
  const guess = best ?? ranked.find(({ named }) => named) ?? ranked[0];
  if (guess && guess.columns > 0) return complete(guess.found, path);
  throw new ImportError(
    `${path} has no heading that we know; its first line must name the columns, and docs/import.md lists them.`,
  );
}

function placed(kind: Kind, headings: string[]): Recognised {
  const byHeading = new Map(
    Object.entries(kind.columns).flatMap(([column, { headings: known }]) =>
      [column, ...known].map((heading) => [plain(heading), column] as const),
    ),
  );
  const taken = new Set<string>();
  const places = headings.map((heading) => {
    const column = byHeading.get(plain(heading));
    if (column === undefined || taken.has(column)) return undefined;
    taken.add(column);
    return column;
  });
  const leftOut = headings.filter((heading, at) => places[at] === undefined && heading.trim() !== "");
  return { kind, places, leftOut };
}

function missingOf({ kind, places }: Recognised): string[] {
  const missing = Object.entries(kind.columns)
    .filter(([column, { needed }]) => needed && !places.includes(column))
    .map(([, { headings }]) => `“${headings[0]}”`);
  const some = kind.oneOf;
  if (some && !some.some((column) => places.includes(column)))
    missing.push(some.map((column) => `“${kind.columns[column]?.headings[0]}”`).join(" or "));
  return missing;
}

function complete(found: Recognised, path: string): Recognised {
  const missing = missingOf(found);
  if (missing.length === 0) return found;
  throw new ImportError(
    `${path} looks like ${found.kind.name}, but lacks ${missing.length === 1 ? "the column" : "the columns"} ${missing.join(", ")}; docs/import.md lists the headings that are understood.`,
  );
}
