import { causesOf } from "./causes.ts";

/** What Prisma, PostgreSQL and the system call a database that cannot be asked now: worth another try later. */
const codes = new Set([
  ...["P1001", "P1002", "P1008", "P1017", "P2024", "P2028", "P2037"],
  // Full, waiting, too slow.
  ...["53100", "53200", "55P03", "57014", "25P03"],
  ...["53300", "57P01", "57P02", "57P03", "08000", "08001", "08003", "08006"],
  ...["ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "ENOTFOUND", "EPIPE"],
]);
const kinds = new Set(["DatabaseNotReachable", "ConnectionClosed", "SocketTimeout", "TooManyConnections"]);

/** What pg says without a code. */
const words =
  /^(?:timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error)/;

/** Whether an error says that the database does not answer, itself or through what caused it. */
export const isUnreachable = (error: unknown): boolean =>
  causesOf(error).some(
    (one) =>
      ("code" in one && typeof one.code === "string" && codes.has(one.code)) ||
      ("originalCode" in one && codes.has(String(one.originalCode))) ||
      ("kind" in one && kinds.has(String(one.kind))) ||
      (one instanceof Error && words.test(one.message)),
  );
