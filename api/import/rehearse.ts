import type { Database, ExclusiveConnection } from "../../prisma/database.ts";

type Exclusive = Pick<Database, "exclusively">;

/** Ends the transaction in which everything was only looked at. */
class Over extends Error {}

/**
 * Lets files be imported for show: what one brings is there for the next, and in the end everything is taken back.
 * @param work imports into the database that it is given
 */
export async function rehearse(
  database: Exclusive,
  work: (database: Exclusive) => Promise<void>,
): Promise<void> {
  try {
    await database.exclusively(async (connection) => {
      await work({ exclusively: (task) => asIfAlone(connection, task) });
      throw new Over();
    });
  } catch (error) {
    if (!(error instanceof Over)) throw error;
  }
}

/** A part of the transaction that is taken back by itself where it fails, as a transaction of its own would be. */
async function asIfAlone<T>(
  connection: ExclusiveConnection,
  task: (connection: ExclusiveConnection) => Promise<T>,
): Promise<T> {
  await connection.query("SAVEPOINT file");
  try {
    const done = await task(connection);
    await connection.query(dropTemporary);
    return done;
  } catch (error) {
    await connection.query("ROLLBACK TO SAVEPOINT file");
    throw error;
  }
}

/** What is dropped at the end of a transaction stands in the way of the next file before it. */
const dropTemporary = `
DO $$
DECLARE one text;
BEGIN
  FOR one IN SELECT relname FROM pg_class WHERE relnamespace = pg_my_temp_schema() AND relkind = 'r' LOOP
    EXECUTE format('DROP TABLE pg_temp.%I', one);
  END LOOP;
END $$`;
