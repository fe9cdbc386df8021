import { followClock } from "../clock.ts";
import type { Program } from "../program.ts";

/** Role `api`: the university's API, on its database. */
export async function serveApi(program: Program): Promise<void> {
  const { config, http, log, closing, checks, stopped, metrics, redis } = program;
  // Only the process that is the API loads what may touch the database.
  const { openUniversity, makeUploads, openStorage, apiPlugin } = await import("../../api/index.ts");
  const files = { dataDir: config.DATA_DIR, s3Url: config.S3_URL };
  await makeUploads(files);
  const university = await openUniversity({
    databaseUrl: config.DATABASE_URL,
    replicaUrl: config.DATABASE_REPLICA_URL,
    dataDir: config.DATA_DIR,
    encryptionKey: config.ENCRYPTION_KEY,
    log,
  });
  const { database, cipher } = university;
  closing.add("the database", () => university.close());
  checks.set("database", async () => void (await database.query("SELECT 1")));
  const askTime = async () => {
    const { rows } = await database.query("SELECT extract(epoch FROM clock_timestamp()) AS now");
    return Number(rows[0]?.now) * 1000;
  };
  // The embedded database has this process's clock.
  const now = database.kind === "pglite" ? Date.now : await followClock("PostgreSQL", askTime, stopped, log);
  await http.register(apiPlugin, {
    ...{ database, cipher, now: () => new Date(now()) },
    serviceKey: config.API_KEY,
    university: config.UNIVERSITY,
    ...(config.PUBLIC_URL !== undefined && { publicUrl: config.PUBLIC_URL }),
    storage: openStorage(files),
    ...(config.SMTP_URL !== undefined && { smtpUrl: config.SMTP_URL }),
    ...(config.SMS_URL !== undefined && { smsUrl: config.SMS_URL }),
    ...(redis && { redis }),
    ...(metrics && { metrics }),
    traced: config.OTEL_EXPORTER_OTLP_ENDPOINT !== undefined,
  });
}
