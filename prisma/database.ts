import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import type { Prisma, PrismaClient } from "./generated/client.ts";
import { openPglite } from "./pglite.ts";
import { openPostgresql } from "./postgresql.ts";

/** The open database, whichever it is. */
export type Database = {
  kind: "pglite" | "postgresql";
  client: PrismaClient;
  /**
   * Runs SQL: one statement with values ($1, $2 …), or several without. For what Prisma cannot say, such as jobs.
   * Inside an interactive transaction use the transaction's own methods: on PGlite, which has one connection, this
   * would wait for it for ever.
   * @returns the rows of all statements
   */
  query(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
  /**
   * Runs one statement whose values are in it (`Prisma.sql`) at the least cost, for what is done most: it is prepared once
   * a connection, so statements may differ in their values only. Not inside a transaction, as with `query`.
   * @returns its rows
   */
  prepared(statement: Prisma.Sql): Promise<unknown[]>;
  /**
   * Reads what may be some moments old, from DATABASE_REPLICA_URL where there is one: what is dear and steers nothing, such as
   * figures. It may be read twice, the second time from the primary.
   */
  lagging<T>(read: (client: PrismaClient) => Promise<T>): Promise<T>;
  /** Gives one connection to a task, in one transaction that is kept only if the task does not throw. */
  exclusively<T>(task: (connection: ExclusiveConnection) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

/** One connection, held by a task. */
export type ExclusiveConnection = {
  factory: SqlMigrationAwareDriverAdapterFactory;
  query(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
  /**
   * Writes many lines at once.
   * @param target a table and its columns, like `staged (line, name)`
   * @param rows in COPY's text format: cells with tabs between, \N for null, a line feed after each line
   */
  copy(target: string, rows: string): Promise<void>;
};

/** Where the database is. */
export type DatabaseLocation = {
  /** DATABASE_URL, if set: a PostgreSQL server. */
  url?: string | undefined;
  /** DATABASE_REPLICA_URL, if set: one that follows that server, for {@link Database.lagging} reads. */
  replicaUrl?: string | undefined;
  /** DATA_DIR: the embedded database is kept in its folder `database`. */
  dataDir: string;
  /** The most connections that this process opens to a server; 10 unless told. */
  connections?: number;
};

/**
 * Opens PostgreSQL where there is a URL, and otherwise the embedded database, locked against a second start.
 * Migrations are the caller's next step.
 * @throws {import("./start-error.ts").StartError} one sentence that names DATABASE_URL or DATA_DIR
 */
export function openDatabase(where: DatabaseLocation): Promise<Database> {
  return where.url
    ? openPostgresql(where.url, where.connections ?? 10, { replicaUrl: where.replicaUrl })
    : openPglite({ dataDir: where.dataDir });
}
