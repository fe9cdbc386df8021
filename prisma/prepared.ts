import { createHash } from "node:crypto";
import { traceContext } from "@prisma/sqlcommenter-trace-context";
import pg from "pg";
import type { Database } from "./database.ts";
import type { PrismaClient } from "./generated/client.ts";

const date = 1082;

/** Values as Prisma gives them, as far as anybody here has use for them: pg's days would be midnights of this machine. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    oid === date ? (day: string) => new Date(`${day}T00:00:00Z`) : pg.types.getTypeParser(oid, format),
};

const tracing = traceContext();

/** Whether this is part of a trace, by the word of the very plugin that writes it into statements. */
const isTraced = (): boolean =>
  "traceparent" in tracing({ query: { type: "single", action: "queryRaw", query: {} } });

/**
 * Makes the short way for what is done most: by the pool itself, prepared once a connection. What is part of a trace
 * takes Prisma's way, where statements are spans and carry their trace.
 */
export function preparedBy(pool: pg.Pool, client: PrismaClient): Database["prepared"] {
  // Texts come from the program and never from people, so there are no end of names only as there are of statements.
  const names = new Map<string, string>();
  const nameOf = (text: string): string => {
    const known = names.get(text);
    if (known !== undefined) return known;
    const name = createHash("sha256").update(text).digest("base64url");
    names.set(text, name);
    return name;
  };
  return async (statement) => {
    if (isTraced()) return client.$queryRaw<unknown[]>(statement);
    const { text, values } = statement;
    return (await pool.query<Record<string, unknown>>({ name: nameOf(text), text, values, types })).rows;
  };
}
