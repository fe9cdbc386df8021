import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { examineUniversity } from "../../api/index.ts";
import { openDatabase } from "../../prisma/database.ts";
import { applyMigrations } from "../../prisma/migrate.ts";
import { announcer, crowd } from "../broadcasts/crowd.ts";
import { demoCipherKey, demoNow, testDatabase } from "../database.ts";
import { startPostgres } from "../postgres.ts";
import { testUniversity } from "../university.ts";

const Place = z.tuple([z.object({ lags: z.boolean() })]);

/** A server, one that follows it, and a database that knows both. */
async function open() {
  const server = await startPostgres();
  if (!server) throw new Error("this needs PostgreSQL");
  onTestFinished(() => server.stop());
  const url = await server.createDatabase();
  const replica = await server.replica();
  onTestFinished(() => replica.stop());
  const replicaUrl = replica.urlOf(url);
  const database = await openDatabase({ url, replicaUrl, dataDir: "nowhere" });
  onTestFinished(() => database.close());
  const isLagging = () =>
    database.lagging(
      async (client) => Place.parse(await client.$queryRaw`SELECT pg_is_in_recovery() AS lags`)[0].lags,
    );
  return { url, replica, replicaUrl, database, isLagging };
}

const withPostgres = test.runIf(process.env.TEST_POSTGRES_URL);

withPostgres("what may lag is read from the replica, and from the primary while that is away", async () => {
  const { database, replica, isLagging } = await open();
  await applyMigrations(database);
  await database.client.setting.create({ data: { key: "seen", value: true } });
  const seen = () => database.lagging((client) => client.setting.findUnique({ where: { key: "seen" } }));
  expect(await isLagging()).toBe(true);
  // It comes over in its own time.
  for (let looks = 0; looks < 200 && !(await seen()); looks++) await sleep(50);
  expect(await seen()).toMatchObject({ value: true });
  await replica.stop();
  expect(await isLagging()).toBe(false);
  expect(await seen()).toMatchObject({ value: true });
});

withPostgres("what the replica does not know yet is read from the primary", async () => {
  const { database } = await open();
  await database.query("CREATE TABLE news (line text)");
  const read = await database.lagging((client) => client.$queryRaw`SELECT count(*)::int AS lines FROM news`);
  expect(read).toEqual([{ lines: 0 }]);
});

withPostgres("a read that the replica dies under is answered by the primary", async () => {
  const { database, replica } = await open();
  const slow = database.lagging(async (client) => {
    const rows = await client.$queryRaw`SELECT pg_is_in_recovery() AS lags, pg_sleep(1)::text`;
    return Place.parse(rows)[0].lags;
  });
  await sleep(300);
  await replica.stop();
  expect(await slow).toBe(false);
});

withPostgres("the desk reads figures there that may lag, and nobody notices when it goes", async () => {
  const server = await startPostgres();
  if (!server) throw new Error("this needs PostgreSQL");
  onTestFinished(() => server.stop());
  const { url = "", database: primary } = await testDatabase("postgresql", server.url);
  onTestFinished(() => primary.close());
  await primary.client.chatLink.deleteMany();
  await crowd({ database: primary }, 3);
  const replica = await server.replica();
  onTestFinished(() => replica.stop());
  const database = await openDatabase({ url, replicaUrl: replica.urlOf(url), dataDir: "nowhere" });
  const university = await testUniversity({ now: demoNow, more: { database } });
  onTestFinished(() => university.close());
  onTestFinished(() => database.close());
  const call = await announcer(university);
  const size = async () => (await call().segmentSize({ body: { topic: "admissions" } })).total;

  await database.lagging((client) => client.$queryRaw`SELECT pg_wal_replay_pause()::text`);
  await primary.client.chatLink.deleteMany();
  expect(await size()).toBe(3);
  await replica.stop();
  expect(await size()).toBe(0);
});

withPostgres("the doctor looks whether the replica is there, and is one", async () => {
  const { url, replica, replicaUrl, database } = await open();
  await applyMigrations(database);
  const said = async (named: string) =>
    (
      await examineUniversity({
        databaseUrl: url,
        replicaUrl: named,
        dataDir: "nowhere",
        encryptionKey: demoCipherKey,
      })
    )
      .map(({ says }) => says)
      .filter((text) => /replica/i.test(text));
  expect(await said(replicaUrl)).toEqual(["The replica keeps up."]);
  expect(await said(url)).toEqual([
    "DATABASE_REPLICA_URL leads to a server that follows no other: name a replica.",
  ]);
  await replica.stop();
  expect(await said(replicaUrl)).toEqual([
    expect.stringMatching(
      /^The replica is away, .* DATABASE_REPLICA_URL does not lead to a database: nothing listens at /,
    ),
  ]);
});
