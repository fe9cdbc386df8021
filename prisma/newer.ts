import { z } from "zod";
import type { Database } from "./database.ts";
import { appliedMigrations } from "./drift.ts";
import { datamodel, migrationNames } from "./migrate.ts";
import { StartError } from "./start-error.ts";

/** As many columns are named to the operator. */
const named = 5;

/**
 * Whether a newer version of Rabta brought a database up to date. In the middle of a rolling deployment, and after going
 * back to the version before, an older program meets such a database. It serves on where each of its columns is still there
 * and a new one can be left alone: nothing that it reads or writes has gone. Otherwise half of what students ask would
 * fail, and it is better not to start.
 * @param database with every migration of this program
 * @returns a sentence for the operator; none where this program knows every migration
 * @throws {StartError} one sentence, where this program cannot work with it
 */
export async function tellNewer(database: Database): Promise<string | undefined> {
  const known = new Set(await migrationNames());
  const unknown = (await appliedMigrations(database)).filter((name) => !known.has(name));
  if (unknown.length === 0) return undefined;
  const whose = database.kind === "postgresql" ? "DATABASE_URL's" : "DATA_DIR's";
  const newer = `${whose} database was brought up to date by a newer version of Rabta (${unknown.join(", ")})`;
  const misfits = unfit(columnsOf(await datamodel()), await foundColumns(database));
  if (misfits.length > 0) {
    const which = [...misfits.slice(0, named), ...(misfits.length > named ? ["…"] : [])].join(", ");
    throw new StartError(
      `${newer}, and this version cannot work with it any more (${which}): start the newer version, or restore the backup from before the update.`,
    );
  }
  return `${newer}; this version can work with it, until the newer one is started again.`;
}

/** `table.column`, and whether it may hold nothing. */
type Columns = Map<string, { table: string; mayBeNull: boolean }>;

/**
 * The columns that a schema.prisma speaks of.
 * @param schema as Prisma's formatter leaves it: a field a line
 */
export function columnsOf(schema: string): Columns {
  const models = [...schema.matchAll(/^model (\w+) \{\n(.*?)^\}/gms)];
  const isModel = new Set(models.map(([, model]) => model));
  const columns: Columns = new Map();
  for (const [, model = "", body = ""] of models) {
    const table = /^ *@@map\("(\w+)"\)/m.exec(body)?.[1] ?? model;
    for (const [line, field = "", type = "", many] of body.matchAll(/^ +(\w+) +(\w+)(\?|\[\])?.*$/gm)) {
      // A relation is no column; a list of values may be left out.
      if (isModel.has(type)) continue;
      const column = / @map\("(\w+)"\)/.exec(line)?.[1] ?? field;
      columns.set(`${table}.${column}`, { table, mayBeNull: many !== undefined });
    }
  }
  return columns;
}

const Found = z.array(
  z.object({ table: z.string(), column: z.string(), may_be_null: z.boolean(), fills_itself: z.boolean() }),
);

async function foundColumns(database: Database): Promise<z.infer<typeof Found>> {
  const { rows } = await database.query(`
    SELECT table_name AS table, column_name AS column, is_nullable = 'YES' AS may_be_null,
      column_default IS NOT NULL OR is_identity = 'YES' OR is_generated = 'ALWAYS' AS fills_itself
    FROM information_schema.columns WHERE table_schema = current_schema() ORDER BY table_name, ordinal_position`);
  return Found.parse(rows);
}

/** What has gone, what may be empty now or no more, and what wants a value that this program does not give. */
function unfit(known: Columns, found: z.infer<typeof Found>): string[] {
  const nameOf = ({ table, column }: { table: string; column: string }) => `${table}.${column}`;
  const there = new Map(found.map((one) => [nameOf(one), one.may_be_null]));
  const tables = new Set([...known.values()].map(({ table }) => table));
  const changed = [...known].filter(([name, { mayBeNull }]) => there.get(name) !== mayBeNull);
  const demanding = found.filter(
    (one) => tables.has(one.table) && !known.has(nameOf(one)) && !one.may_be_null && !one.fills_itself,
  );
  return [...changed.map(([name]) => name), ...demanding.map(nameOf)];
}
