// `npm run erase -- 22P-123456 …`: erases what is each student's own, in the records, in Redis and among the files. What
// stays and why is in docs/operations.md.
import {
  asksForHelp,
  forOperator,
  loadEnvFile,
  readArguments,
  UsageError,
} from "../api/contract/command-line.ts";
import type { ChatAddress } from "../api/contract/shared.ts";
import { redisStore } from "../conversations/engine/stores/redis-store.ts";
import { redisTranscript } from "./channels/web/redis-transcript.ts";
import { readConfig } from "./config.ts";
import { connectRedis } from "./redis.ts";

const usage = `Erases what is each student's own, for good; what the university certifies stays (docs/operations.md).

  npm run erase -- 22P-123456 23B-654321

The database is that of DATABASE_URL; the embedded one only while the program is stopped. .env is read.`;

if (asksForHelp()) {
  console.log(usage);
  process.exit(0);
}
try {
  loadEnvFile();
  const { positionals: registrationNumbers } = readArguments({ allowPositionals: true });
  if (registrationNumbers.length === 0) throw new UsageError("Whose data? npm run erase -- 22P-123456");
  for (const one of registrationNumbers) if (!(await erase(one))) process.exitCode = 1;
} catch (error) {
  console.error(forOperator(error));
  process.exitCode = 1;
}

async function erase(registrationNumber: string): Promise<boolean> {
  const config = readConfig(process.env);
  const redis = config.REDIS_URL ? await connectRedis(config.REDIS_URL, () => {}) : undefined;
  const { openUniversity, openStorage, eraseStudent } = await import("../api/index.ts");
  const { DATABASE_URL: databaseUrl, DATA_DIR: dataDir, ENCRYPTION_KEY: encryptionKey } = config;
  const say = (_details: object, message: string) => console.log(message);
  const log = { info: say, warn: say };
  const university = await openUniversity({ databaseUrl, dataDir, encryptionKey, log });
  try {
    const storage = openStorage({ dataDir, s3Url: config.S3_URL });
    const [sessions, pages] = redis ? [redisStore(redis), redisTranscript(redis, () => {})] : [];
    const forgetChats = async (chats: ChatAddress[]) => {
      for (const address of chats) {
        await sessions?.forget(address);
        if (address.channel === "web") await pages?.append(address.chat, { kind: "forget" });
      }
    };
    const records = { ...university, storage, now: () => new Date() };
    const erased = await eraseStudent(records, registrationNumber, forgetChats);
    if (!erased) {
      console.error(`Nobody has the registration number ${registrationNumber}.`);
      return false;
    }
    const gone = Object.entries(erased.gone).map(([what, count]) => `${what} ${count}`);
    console.log(
      `${registrationNumber} · erased: contact, password, ${gone.join(", ")}, ${erased.chats.length} chats${redis ? "" : " (sessions are in memory: they go with a restart)"}.`,
    );
    console.log(
      "Kept, as the university's records: name, registration number, enrolments, results, slips, audit log.",
    );
    console.log(
      "What stands in messengers already is there: delete it there by hand, in the desk's group too.",
    );
    return true;
  } finally {
    await university.close();
    redis?.disconnect();
  }
}
