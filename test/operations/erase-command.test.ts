import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { Redis } from "ioredis";
import { expect, onTestFinished, test } from "vitest";
import { redisStore } from "../../conversations/engine/stores/redis-store.ts";
import { demoCipherKey } from "../database.ts";
import { dataDirectory } from "../program.ts";
import { testUniversity } from "../university.ts";

const run = promisify(execFile);

test.runIf(process.env.TEST_REDIS_URL && process.env.TEST_POSTGRES_URL)(
  "npm run erase: the records and the session in Redis go, and it says what stays",
  async () => {
    const folder = await dataDirectory();
    onTestFinished(folder.remove);
    const university = await testUniversity({ engine: "postgresql" });
    onTestFinished(() => university.close());
    await university.logIn("22P-123456");
    const redis = new Redis(process.env.TEST_REDIS_URL ?? "");
    onTestFinished(() => void redis.disconnect());
    const sessions = redisStore(redis);
    const address = { channel: "web", chat: "22P-123456" };
    const kept = { version: 0, state: "Ayesha", entries: [], deadline: undefined };
    const { version } = await sessions.load(address);
    await sessions.commit(address, { ...kept, version }, { id: "test", now: Date.now(), lease: 1_000 });

    const environment = {
      ...{ PATH: process.env.PATH, DATA_DIR: folder.path, ENCRYPTION_KEY: demoCipherKey },
      ...{ DATABASE_URL: university.databaseUrl, REDIS_URL: process.env.TEST_REDIS_URL },
    };
    const erase = (...numbers: string[]) =>
      run(process.execPath, ["bot/erase-command.ts", ...numbers], { env: environment });
    const { stdout } = await erase("22P-123456", "23B-654321");
    expect(stdout).toContain("22P-123456 · erased");
    expect(stdout).toContain("23B-654321 · erased");
    expect(stdout).toContain("Kept, as the university's records");
    expect(await sessions.load(address)).toEqual({ version: 0, state: undefined });
    await expect(erase("99Z-999999")).rejects.toThrow("Nobody has the registration number");
  },
);
