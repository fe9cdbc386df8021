import { traceContext } from "@prisma/sqlcommenter-trace-context";

/**
 * How long an interactive transaction may wait to begin and may take, in milliseconds. It may wait longer than
 * Prisma's two seconds, because on PGlite it waits for every transaction before it.
 */
const transactionOptions = { maxWait: 10_000, timeout: 10_000 };

/** What every client has. Where tracing is on, a statement says in a comment which trace it belongs to. */
export const clientOptions = { transactionOptions, comments: [traceContext()] };
