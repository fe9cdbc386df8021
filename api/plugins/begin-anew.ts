import { causesOf } from "./causes.ts";

/**
 * The codes of Prisma and PostgreSQL for a deadlock and for a serialization failure, which come where a server isolates
 * transactions more strictly than we ask for.
 */
const codes = new Set(["P2034", "40P01", "40001"]);

/** How often a transaction is tried. */
const most = 3;

/**
 * Does a transaction, and repeats it where the server ended it in favour of another one, which is through by then.
 * @param transaction leaves nothing behind where it fails, or only what it may find when it is repeated
 */
export async function beginAnew<T>(transaction: () => Promise<T>): Promise<T> {
  for (let time = 1; ; time++) {
    try {
      return await transaction();
    } catch (error) {
      if (time === most || !lostToAnother(error)) throw error;
    }
  }
}

/** Whether an error, or one of its causes, has such a code. */
const lostToAnother = (error: unknown): boolean =>
  causesOf(error).some(
    (one) =>
      ("code" in one && codes.has(String(one.code))) ||
      ("originalCode" in one && codes.has(String(one.originalCode))),
  );
