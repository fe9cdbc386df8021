import type { University } from "../university.ts";

const day = 24 * 60 * 60_000;

/** What is forgotten, when (ms) and by which of its instants. */
const forgotten = [
  { table: "idempotency_keys", id: "key", instant: "created_at", after: 7 * day },
  { table: "lockouts", id: "key", instant: "updated_at", after: 2 * day },
  { table: "broadcast_batches", id: "id", instant: "created_at", after: 7 * day },
  { table: "login_challenges", id: "id", instant: "expires_at", after: 7 * day },
  { table: "chat_links", id: "id", instant: "expires_at", after: 90 * day },
  { table: "deliveries", id: "id", instant: "sent_at", after: 180 * day },
  { table: "broadcast_pages", id: "id", instant: "done_at", after: 180 * day },
  { table: "misunderstood_phrases", id: "ctid", instant: "week", after: 180 * day },
] as const;

/**
 * Deletes what is too old to be asked for: idempotency keys, failed logins, login links and logins that are over, news
 * that was told, to whom a broadcast went, which message a receipt belongs to, phrases that nobody understood. The
 * periods are in docs/operations.md.
 * @param batch how many lines of a table at a time, so that nobody waits for long
 * @returns how many lines were deleted
 */
export async function forget(
  { database, now }: Pick<University, "database" | "now">,
  batch = 1_000,
): Promise<number> {
  let deleted = 0;
  for (const { table, id, instant, after } of forgotten) {
    const before = new Date(now().getTime() - after);
    const statement = `DELETE FROM ${table} WHERE ${id} IN (SELECT ${id} FROM ${table} WHERE ${instant} < $1 LIMIT $2)`;
    let count: number;
    do {
      count = await database.client.$executeRawUnsafe(statement, before, batch);
      deleted += count;
    } while (count === batch);
  }
  return deleted;
}
