import { z } from "zod";
import type { Transaction } from "../university.ts";

const Row = z.tuple([z.object({ last: z.int() })]);

/**
 * Takes the next reference of a series, like `EN-2026-000124`. Whoever else wants one of the same series and year waits
 * for this transaction to end: take it last.
 */
export async function nextReference(tx: Transaction, series: "EN" | "SR" | "BC", now: Date): Promise<string> {
  const year = now.getUTCFullYear();
  const [{ last }] = Row.parse(
    await tx.$queryRaw`
      INSERT INTO reference_counters AS counter (series, year, last) VALUES (${series}, ${year}, 1)
      ON CONFLICT (series, year) DO UPDATE SET last = counter.last + 1
      RETURNING last`,
  );
  return `${series}-${year}-${String(last).padStart(6, "0")}`;
}
