import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { onTestFinished } from "vitest";
import type { ApiOptions } from "../../api/index.ts";
import { demoNow } from "../database.ts";
import { testUniversity } from "../university.ts";

/** Whether this machine has a server on which several transactions are under way at once. */
export const hasServer = process.env.TEST_POSTGRES_URL !== undefined;

/** A demo university on that server, which ends with the test; each call of `once` is a write of its own. */
export async function openUniversity(more: Partial<ApiOptions> = {}) {
  const university = await testUniversity({ engine: "postgresql", now: demoNow, more });
  onTestFinished(() => university.close());
  return { ...university, once: () => university.api.for({ idempotencyKey: randomUUID() }) };
}

/** A gate before which whoever writes stands still, in the middle of a transaction. */
export type Gate = {
  /** Until so many stand still: before the gate, or before what one who stands there has locked. */
  standing(count: number): Promise<void>;
  /** Lets everybody go on. */
  open(): Promise<void>;
};

const key = 1946;

/**
 * Shuts a gate, so that what happens at once does so in every run.
 * @param url of the test's own database
 * @param event before which it stands, like `INSERT ON request_attachments`
 * @param where of which lines, as a trigger's WHEN has it
 */
export async function shutGate(url: string | undefined, event: string, where = "true"): Promise<Gate> {
  const keeper = await connect(url);
  await keeper.query(`
    CREATE FUNCTION stand() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      PERFORM pg_advisory_xact_lock_shared(${key});
      RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
    END $$;
    CREATE TRIGGER gate BEFORE ${event} FOR EACH ROW WHEN (${where}) EXECUTE FUNCTION stand()`);
  await keeper.query(`SELECT pg_advisory_lock(${key})`);
  return {
    standing: (count) => standing(keeper, count),
    open: async () => void (await keeper.query(`SELECT pg_advisory_unlock(${key})`)),
  };
}

/** A connection of a test's own, which ends with it. */
export async function connect(url: string | undefined): Promise<pg.Client> {
  const client = new pg.Client(url);
  await client.connect();
  onTestFinished(() => client.end());
  return client;
}

/** Until so many wait for a lock in this database. */
export async function standing(client: pg.Client, count: number): Promise<void> {
  while (true) {
    const { rowCount } = await client.query(
      "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
    );
    if ((rowCount ?? 0) >= count) return;
    await sleep(10);
  }
}
