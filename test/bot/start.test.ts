import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTelegram } from "../doubles/telegram/index.ts";
import { freePort } from "../free-port.ts";
import { dataDirectory, refusedStart, startProgram } from "../program.ts";
import { startRedis } from "../redis.ts";
import { testUniversity } from "../university.ts";

/** One sentence, naming the variable, with no stack trace. */
const sentence = (variable: string) => new RegExp(`^${variable} [^\\n]+\\n$|^${variable}: [^\\n]+\\n$`);

describe("a start that cannot be right ends with one sentence and exit code 1", () => {
  let data: Awaited<ReturnType<typeof dataDirectory>>;
  beforeAll(async () => {
    data = await dataDirectory();
  });
  afterAll(() => data.remove());

  test("a bot token that is not one", async () => {
    const { code, said } = await refusedStart({ DATA_DIR: data.path, TELEGRAM_BOT_TOKEN: "hello" });
    expect(said).toMatch(sentence("TELEGRAM_BOT_TOKEN"));
    expect(code).toBe(1);
  });

  test("a bot token that Telegram does not know", async () => {
    const telegram = await startTelegram();
    const { code, said } = await refusedStart({
      DATA_DIR: data.path,
      TELEGRAM_BOT_TOKEN: `${telegram.token}x`,
      TELEGRAM_API_ROOT: telegram.apiRoot,
    });
    await telegram.close();
    expect(said).toMatch(sentence("TELEGRAM_BOT_TOKEN"));
    expect(code).toBe(1);
  });

  test("a Redis that nobody answers at", async () => {
    const { code, said } = await refusedStart({
      DATA_DIR: data.path,
      REDIS_URL: `redis://127.0.0.1:${await freePort()}`,
    });
    expect(said).toMatch(sentence("REDIS_URL"));
    expect(code).toBe(1);
  });

  test.runIf(process.env.TEST_REDIS_URL)(
    "a Redis that takes no writes, or has no such database",
    async () => {
      const primary = new URL(process.env.TEST_REDIS_URL ?? "");
      const replica = await startRedis("--replicaof", primary.hostname, primary.port);
      const beyond = new URL(primary);
      beyond.pathname = "/9999";
      for (const REDIS_URL of [replica?.url ?? "", beyond.href]) {
        const { code, said } = await refusedStart({ DATA_DIR: data.path, REDIS_URL });
        expect(said).toMatch(sentence("REDIS_URL"));
        expect(code).toBe(1);
      }
      await replica?.stop();
    },
  );

  test("a folder that is none", async () => {
    const file = join(data.path, "a-file");
    await writeFile(file, "");
    // With the records elsewhere it is still where uploads go.
    const elsewhere = {
      DATABASE_URL: `postgresql://x@127.0.0.1:${await freePort()}/x`,
      ENCRYPTION_KEY: Buffer.alloc(32, 9).toString("base64"),
    };
    for (const DATA_DIR of [file, join(file, "below")]) {
      for (const others of [{}, elsewhere]) {
        const { code, said } = await refusedStart({ DATA_DIR, ...others });
        expect(said).toMatch(sentence("DATA_DIR"));
        expect(code).toBe(1);
      }
    }
  });

  test("an .env that cannot be read: it may say where the real university is", async () => {
    const folder = await dataDirectory();
    await mkdir(join(folder.path, ".env"));
    const { code, said } = await refusedStart({ DATA_DIR: data.path }, folder.path);
    await folder.remove();
    expect(said).toMatch(sentence(".env"));
    expect(code).toBe(1);
  });

  test("an .env as Windows writes it is read, or refused where it cannot be", async () => {
    const folder = await dataDirectory();
    const wrong = "DATABASE_URL=mysql://x\r\nPORT=0\r\n";
    for (const [written, variable] of [
      [Buffer.from(`\ufeff${wrong}`), "DATABASE_URL"],
      [Buffer.from(`\ufeff${wrong}`, "utf16le"), ".env"],
    ] as const) {
      await writeFile(join(folder.path, ".env"), written);
      const { code, said } = await refusedStart({ DATA_DIR: data.path }, folder.path);
      expect(said).toMatch(sentence(variable));
      expect(code).toBe(1);
    }
    await folder.remove();
  });

  test.runIf(process.env.TEST_POSTGRES_URL)(
    "another encryption key than the one with which the database was sealed, or none",
    async () => {
      const university = await testUniversity({ engine: "postgresql" });
      const { databaseUrl: DATABASE_URL = "" } = university;
      const another = Buffer.alloc(32, 9).toString("base64");
      const folder = await dataDirectory();
      for (const key of [{}, { ENCRYPTION_KEY: another }]) {
        const { code, said } = await refusedStart({ DATA_DIR: folder.path, DATABASE_URL, ...key });
        expect(said).toMatch(sentence("ENCRYPTION_KEY"));
        expect(code).toBe(1);
      }
      await university.close();
      expect(existsSync(join(folder.path, "encryption-key"))).toBe(false);
      await folder.remove();
    },
  );

  test("a database that nobody answers at, or that is none", async () => {
    const urls = [`postgresql://x:secret-word@127.0.0.1:${await freePort()}/x`, "sqlite:file.db"];
    for (const DATABASE_URL of urls) {
      const { code, said } = await refusedStart({ DATA_DIR: data.path, DATABASE_URL });
      expect(said).toMatch(sentence("DATABASE_URL"));
      expect(said).not.toContain("secret-word");
      expect(code).toBe(1);
    }
  });

  test("an encryption key of the wrong length", async () => {
    const { code, said } = await refusedStart({ DATA_DIR: data.path, ENCRYPTION_KEY: "c2hvcnQ=" });
    expect(said).toMatch(sentence("ENCRYPTION_KEY"));
    expect(code).toBe(1);
  });

  test("a port that another program has", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const address = other.address();
    const PORT = String(typeof address === "object" ? address?.port : "");
    const { code, said } = await refusedStart({ DATA_DIR: data.path, PORT });
    other.close();
    expect(said).toMatch(sentence("PORT"));
    expect(code).toBe(1);
  });
});

describe("a demo", () => {
  test("is ready, says where and as whom to log in, refuses a second start on its folder, and stops when asked", async () => {
    const data = await dataDirectory();
    const program = await startProgram({ DATA_DIR: data.path });
    expect(program.greeting).toContain(`${program.url}/chat`);
    expect(program.greeting).toContain("22P-123456   password demo-pass-1");
    const ready = await fetch(`${program.url}/health/ready`);
    expect(ready.status).toBe(200);
    expect(await ready.json()).toEqual({ status: "ok", checks: { database: true, sessions: true } });

    const second = await refusedStart({ DATA_DIR: data.path });
    expect(second.said).toMatch(sentence("DATA_DIR"));
    expect(second.code).toBe(1);

    expect(await program.stop()).toBe(0);
    const again = await startProgram({ DATA_DIR: data.path });
    await again.kill();
    await (await startProgram({ DATA_DIR: data.path })).stop();
    await data.remove();
  }, 90_000);
});

test.runIf(process.env.TEST_REDIS_URL).each([
  ["bot", true],
  ["worker", false],
])("%s: whether it learns what students write is %s", async (ROLES, learns) => {
  const program = await startProgram({
    ...{ ROLES, API_URL: `http://127.0.0.1:${await freePort()}`, API_KEY: "a-key-of-the-test" },
    ...{ REDIS_URL: process.env.TEST_REDIS_URL ?? "", LOG_LEVEL: "debug" },
  });
  await program.stop();
  expect(program.said().includes("ready to understand what is written")).toBe(learns);
});

test("npm start hands the wish to stop on: nothing is left running", async () => {
  const data = await dataDirectory();
  const program = await startProgram({ DATA_DIR: data.path }, ["npm", "start"]);
  expect((await fetch(`${program.url}/health/live`)).status).toBe(200);
  // Resolves once nobody writes to its output any more.
  await program.stop();
  await expect(fetch(`${program.url}/health/live`)).rejects.toThrow();
  await data.remove();
});
