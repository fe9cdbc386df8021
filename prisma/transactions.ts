/**
 * How long an interactive transaction may wait to begin and may take, in milliseconds. It may wait longer than
 * Prisma's two seconds, because on PGlite it waits for every transaction before it.
 */
export const transactionOptions = { maxWait: 10_000, timeout: 10_000 };
