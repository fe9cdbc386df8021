import { causesOf } from "./causes.ts";

/**
 * What Prisma and PostgreSQL call it when two wait for each other and one of them is ended, or when one would have to see
 * what another wrote meanwhile: a server may isolate transactions more than we ask for.
 */
const codes = new Set(["P2034", "40P01", "40001"]);

/** So often a transaction is begun. */
const most = 3;

/**
 * Does a transaction, and does it anew where the server has ended it because it and another waited for each other: by
 * then the other has what it waited for.
 * @param transaction leaves nothing behind where it fails, or what it may find when it is begun anew
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

/** Whether an error says so, itself or through what caused it. */
const lostToAnother = (error: unknown): boolean =>
  causesOf(error).some(
    (one) =>
      ("code" in one && codes.has(String(one.code))) ||
      ("originalCode" in one && codes.has(String(one.originalCode))),
  );
