import { spawnSync } from "node:child_process";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { clockFinding } from "../../api/contract/finding.ts";
import { examineUniversity } from "../../api/doctor.ts";
import { examineBucket, examineFiles } from "../../api/files/examine.ts";
import { openStorage } from "../../api/files/storage.ts";
import { examineEmail } from "../../api/post/examine.ts";
import { examineTelegram } from "../../bot/channels/telegram/examine.ts";
import { examineCloud } from "../../bot/channels/whatsapp-cloud/examine.ts";
import { readConfig } from "../../bot/config.ts";
import { examine } from "../../bot/doctor/examine.ts";
import { examineAddress } from "../../bot/doctor/examine-address.ts";
import { examineRedis } from "../../bot/doctor/examine-redis.ts";
import { demoCipherKey, testDatabase } from "../database.ts";
import { mailServer } from "../doubles/mail-server.ts";
import { s3 } from "../doubles/s3.ts";
import { startTelegram } from "../doubles/telegram/index.ts";
import { meta } from "../doubles/whatsapp-cloud/meta.ts";
import { freePort } from "../free-port.ts";
import { dataDirectory } from "../program.ts";
import { startRedis } from "../redis.ts";

type Finding = { isRight: boolean; says: string };
const wrongs = (found: Finding[]) => found.filter(({ isRight }) => !isRight).map(({ says }) => says);

describe("Telegram", () => {
  let telegram: Awaited<ReturnType<typeof startTelegram>>;
  beforeAll(async () => {
    telegram = await startTelegram();
  });
  afterAll(() => telegram.close());

  test("a token that it knows, polled for", async () => {
    const found = await examineTelegram(telegram.token, telegram.apiRoot, undefined);
    expect(wrongs(found)).toEqual([]);
    expect(found[0]?.says).toContain("@");
  });

  test("a webhook that is not set", async () => {
    const found = await examineTelegram(
      telegram.token,
      telegram.apiRoot,
      "https://x.example/webhooks/telegram",
    );
    expect(wrongs(found)).toEqual([expect.stringContaining("nowhere, not to https://x.example")]);
  });

  test("a token that it does not know, and a root at which nobody answers", async () => {
    const [unknown] = await examineTelegram(`${telegram.token}x`, telegram.apiRoot, undefined);
    expect(unknown).toMatchObject({ isRight: false, says: expect.stringContaining("TELEGRAM_BOT_TOKEN") });
    expect(unknown?.says).not.toContain(telegram.token);
    const [nobody] = await examineTelegram(telegram.token, `http://127.0.0.1:${await freePort()}`, undefined);
    expect(nobody?.says).toContain("TELEGRAM_API_ROOT");
    telegram.fault({ kind: "502", times: 1 });
    const [ill] = await examineTelegram(telegram.token, telegram.apiRoot, undefined);
    expect(ill?.says).toMatch(/^TELEGRAM_API_ROOT .*502/);
  });
});

test.each(["package.json", "package.json/new"])(
  "DATA_DIR=%s, where no folder is or can be made",
  async (dataDir) => {
    const found = await examineUniversity({ dataDir, databaseUrl: undefined, encryptionKey: undefined });
    expect(wrongs(found)).toContainEqual(expect.stringMatching(/^DATA_DIR package.json.*ENOTDIR/));
  },
);

test("WhatsApp's Cloud API: a token that may send, and one that may not", async () => {
  const double = await meta();
  const { phoneId, token } = double;
  const root = double.root();
  expect(await examineCloud({ root, phoneId, token })).toMatchObject({
    isRight: true,
    says: expect.stringContaining("+92 300 9990000"),
  });
  const refused = await examineCloud({ root, phoneId, token: "another" });
  expect(refused).toMatchObject({ isRight: false, says: expect.stringContaining("access token") });
});

test("a document that the records speak of, and that the backup's files were not restored with", async () => {
  const folder = await dataDirectory();
  onTestFinished(folder.remove);
  const { database } = await testDatabase();
  onTestFinished(() => database.close());
  const where = { dataDir: folder.path };
  expect(await examineFiles(database, where)).toMatchObject({ isRight: true });
  const file = { storageKey: "ab-key", name: "cnic.jpg", mediaType: "image/jpeg", bytes: 1, sha256: "" };
  await database.client.storedFile.create({ data: file });
  const missing = await examineFiles(database, where);
  expect(wrongs([missing])).toEqual([expect.stringMatching(/DATA_DIR .*ENOENT.*restore its folder uploads/)]);
  await openStorage(where).put(file.storageKey, Buffer.from("sealed"));
  expect(await examineFiles(database, where)).toMatchObject({ isRight: true });
  const double = await s3();
  const elsewhere = { ...where, s3Url: double.url({ by: "wrong" }) };
  expect((await examineFiles(database, elsewhere)).says).toMatch(/S3_URL.*SignatureDoesNotMatch/);
});

describe("a bucket in which nothing is kept yet", () => {
  test("answers, and is left as it is", async () => {
    const double = await s3();
    expect(await examineBucket(double.url())).toMatchObject({ isRight: true });
    expect(double.objects.size).toBe(0);
  });

  test.each([
    ["of another name", { at: "another" }, "NoSuchBucket"],
    ["with a key that it does not know", { as: "AKNOBODY" }, "InvalidAccessKeyId"],
    ["in another region", { of: "us-east-1" }, "AuthorizationHeaderMalformed"],
  ])("%s", async (_, mistake, code) => {
    const { url } = await s3();
    const { isRight, says } = await examineBucket(url(mistake));
    expect(isRight).toBe(false);
    expect(says).toContain(code);
    expect(says).not.toContain("s3cr3t");
  });

  test("where nobody listens", async () => {
    const found = await examineBucket(`http://key:s3cr3t@127.0.0.1:${await freePort()}/files`);
    expect(found).toMatchObject({ isRight: false, says: expect.stringMatching(/^S3_URL .*ECONNREFUSED/) });
    expect(found.says).not.toContain("s3cr3t");
  });
});

describe("the mail server", () => {
  test("lets the user of SMTP_URL in, and is sent nothing", async () => {
    const server = await mailServer();
    expect(await examineEmail(server.url())).toMatchObject({ isRight: true });
    expect(server.taken).toEqual([]);
  });

  test("that does not know the password, and one that does not answer", async () => {
    const server = await mailServer();
    const refused = await examineEmail(server.url().replace("p%40ss", "s3cr3t"));
    expect(refused).toMatchObject({
      isRight: false,
      says: expect.stringMatching(/^SMTP_URL .*password.*535/),
    });
    expect(refused.says).not.toContain("s3cr3t");
    const nobody = await examineEmail(`smtp://rabta:s3cr3t@127.0.0.1:${await freePort()}`);
    expect(nobody).toMatchObject({
      isRight: false,
      says: expect.stringMatching(/^SMTP_URL .*does not answer/),
    });
    expect(nobody.says).not.toContain("s3cr3t");
  });

  test("is asked by the doctor of a process with the role api", async () => {
    const folder = await dataDirectory();
    onTestFinished(folder.remove);
    const SMTP_URL = `smtp://127.0.0.1:${await freePort()}`;
    const found: Finding[] = [];
    for await (const one of examine(readConfig({ DATA_DIR: folder.path, SMTP_URL }))) found.push(one);
    expect(wrongs(found)).toEqual([expect.stringContaining("SMTP_URL 127.0.0.1")]);
  });
});

test("every mistake of the environment is told at once", () => {
  const env = { PATH: process.env.PATH, PORT: "http", REDIS_URL: "here", TELEGRAM_DESK_CHAT_ID: "-1" };
  const { status, stdout } = spawnSync(process.execPath, ["bot/doctor/command.ts"], {
    env,
    encoding: "utf8",
  });
  expect(status).toBe(1);
  expect(stdout.split("\n")).toEqual([
    ...["PORT", "REDIS_URL", "TELEGRAM_BOT_TOKEN"].map((name) => expect.stringMatching(`^✗ ${name} `)),
    ...["", "3 things are wrong.", ""],
  ]);
});

describe("the database", () => {
  test.runIf(process.env.TEST_POSTGRES_URL)("of a running university is as it should be", async () => {
    const folder = await dataDirectory();
    onTestFinished(folder.remove);
    const { database, url } = await testDatabase("postgresql");
    onTestFinished(() => database.close());
    const premises = { dataDir: folder.path, encryptionKey: demoCipherKey, databaseUrl: url };
    expect(wrongs(await examineUniversity(premises))).toEqual([]);

    await database.query(`INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at)
      VALUES ('1', '', '20991231000000_of_the_future', now()); ALTER TABLE students ADD COLUMN pet text`);
    expect(wrongs(await examineUniversity(premises))).toEqual([
      expect.stringMatching(/newer version of Rabta \(20991231000000_of_the_future\); this version can work/),
    ]);
    await database.query("ALTER TABLE students ALTER pet SET DEFAULT '', DROP COLUMN keeps_phrases");
    expect(wrongs(await examineUniversity(premises))).toEqual([
      expect.stringContaining("cannot work with it any more (students.keeps_phrases)"),
    ]);
    await database.query(`DELETE FROM _prisma_migrations WHERE id = '1';
      ALTER TABLE students DROP COLUMN pet, ADD COLUMN keeps_phrases boolean NOT NULL DEFAULT true`);

    await database.query(
      `ALTER TABLE students ADD COLUMN shoe_size int; DROP INDEX students_phone_index_idx`,
    );
    expect(wrongs(await examineUniversity(premises))).toEqual([
      expect.stringMatching(/by hand \(.*shoe_size/),
    ]);
    await database.query("DELETE FROM _prisma_migrations WHERE migration_name LIKE '%login_codes'");
    const another = Buffer.alloc(32, "another").toString("base64");
    expect(wrongs(await examineUniversity({ ...premises, encryptionKey: another }))).toEqual([
      expect.stringContaining("login_codes"),
      expect.stringContaining("not the one that the database was sealed with"),
    ]);
    expect(wrongs(await examineUniversity({ ...premises, encryptionKey: undefined }))).toContainEqual(
      expect.stringContaining("restore the key"),
    );
    await rm(join(folder.path, "encryption-key"), { force: true });
  });

  test("that nobody answers at is one sentence without the password, and the rest is examined all the same", async () => {
    const databaseUrl = `postgresql://x:secret-word@127.0.0.1:${await freePort()}/x`;
    const bucket = await s3();
    const all = { replicaUrl: databaseUrl, encryptionKey: "short", s3Url: bucket.url({ by: "wrong" }) };
    const said = wrongs(await examineUniversity({ dataDir: "/tmp", databaseUrl, ...all }));
    expect(said).toEqual([
      expect.stringContaining("DATABASE_URL does not lead to a database"),
      expect.stringContaining("DATABASE_REPLICA_URL does not lead to a database"),
      expect.stringMatching(/^ENCRYPTION_KEY must be 32 bytes/),
      expect.stringMatching(/^S3_URL .*SignatureDoesNotMatch/),
    ]);
    expect(said.join()).not.toContain("secret-word");
    const fine = { dataDir: "/tmp", encryptionKey: demoCipherKey, s3Url: bucket.url() };
    expect(wrongs(await examineUniversity({ databaseUrl, ...fine }))).toHaveLength(1);
  });
});

test.runIf(process.env.TEST_REDIS_URL)("a Redis that evicts and keeps nothing", async () => {
  const redis = await startRedis("--save", "", "--maxmemory", "50mb", "--maxmemory-policy", "allkeys-lru");
  onTestFinished(() => redis?.stop());
  const found = wrongs(await examineRedis(redis?.url));
  expect(found).toEqual([expect.stringContaining("allkeys-lru"), expect.stringContaining("appendonly yes")]);
});

test("a clock that is off is told, one that is nearly right is not", () => {
  expect(clockFinding("PostgreSQL", 10_000, 11_500).isRight).toBe(true);
  expect(clockFinding("PostgreSQL", 10_000, 15_500)).toEqual({
    isRight: false,
    says: "PostgreSQL is 5.5 s away from this machine: let both follow NTP.",
  });
});

test("an address at which nobody answers, or somebody else", async () => {
  const [nobody] = await examineAddress("PUBLIC_URL", `http://127.0.0.1:${await freePort()}`);
  expect(nobody).toMatchObject({ isRight: false, says: expect.stringContaining("ECONNREFUSED") });
  const double = await meta();
  const [other] = await examineAddress("API_URL", new URL(double.root()).origin);
  expect(other).toMatchObject({ isRight: false, says: expect.stringContaining("not Rabta") });
});

test("a demo that was never started is well, and looking changes nothing", async () => {
  const folder = await dataDirectory();
  onTestFinished(folder.remove);
  const found: Finding[] = [];
  const config = readConfig({
    DATA_DIR: join(folder.path, "new"),
    WHATSAPP_WEB: "on",
    CHROMIUM_PATH: "/nowhere",
  });
  for await (const one of examine({ ...config, WHATSAPP_WEB: "on" })) found.push(one);
  expect(wrongs(found)).toEqual([expect.stringContaining("CHROMIUM_PATH")]);
});
