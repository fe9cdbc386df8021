import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { type Finding, right, wrong } from "../../api/contract/finding.ts";
import { examineTelegram } from "../channels/telegram/examine.ts";
import { examineCloud } from "../channels/whatsapp-cloud/examine.ts";
import { findChromium } from "../channels/whatsapp-web/chromium.ts";
import type { Config } from "../config.ts";
import { examineAddress, examineApi } from "./examine-address.ts";
import { examineRedis } from "./examine-redis.ts";

/** Examines everything that a configuration leads to, one thing after the other. */
export async function* examine(config: Config): AsyncGenerator<Finding> {
  yield right(`The configuration can be read; this process is ${config.ROLES.join(", ")}.`);
  if (config.has("api")) {
    // As at the start: only the process that is the API loads what may touch the database.
    const { examineUniversity, examineEmail } = await import("../../api/index.ts");
    yield* await examineUniversity({
      databaseUrl: config.DATABASE_URL,
      replicaUrl: config.DATABASE_REPLICA_URL,
      dataDir: config.DATA_DIR,
      encryptionKey: config.ENCRYPTION_KEY,
      s3Url: config.S3_URL,
    });
    if (config.SMTP_URL) yield await examineEmail(config.SMTP_URL);
    yield* codes(config);
  } else {
    for (const address of config.API_URL ?? []) yield* await examineApi(address, config.API_KEY);
  }
  yield* await examineRedis(config.REDIS_URL);
  if (config.PUBLIC_URL) yield* await examineAddress("PUBLIC_URL", config.PUBLIC_URL);
  if (!config.has("bot")) return;
  if (config.TELEGRAM_BOT_TOKEN) {
    const webhook =
      config.PUBLIC_URL && config.TELEGRAM_WEBHOOK_SECRET
        ? `${config.PUBLIC_URL}/webhooks/telegram`
        : undefined;
    yield* await examineTelegram(config.TELEGRAM_BOT_TOKEN, config.TELEGRAM_API_ROOT, webhook);
  }
  const { WHATSAPP_CLOUD_PHONE_ID: phoneId, WHATSAPP_CLOUD_TOKEN: token } = config;
  if (phoneId && token) {
    yield await examineCloud({ root: config.WHATSAPP_CLOUD_API_ROOT, phoneId, token });
    if (!config.PUBLIC_URL?.startsWith("https:"))
      yield wrong("WhatsApp's webhook needs a PUBLIC_URL with https: Meta posts to no other.");
  }
  if (config.WHATSAPP_WEB === "on") yield await chromium(config.CHROMIUM_PATH);
}

/** How one-time codes go out, besides by e-mail. */
function* codes({ SMTP_URL, SMS_URL, DATABASE_URL }: Config): Generator<Finding> {
  if (SMS_URL)
    yield right("One-time codes go out by text message; whether SMS_URL takes them is seen with the first.");
  if (SMTP_URL || SMS_URL) return;
  yield DATABASE_URL
    ? wrong("Neither SMTP_URL nor SMS_URL is set: one-time codes are written to the log instead of sent.")
    : right("One-time codes are written to the log, as is fit for trying things out.");
}

async function chromium(path: string | undefined): Promise<Finding> {
  const found = findChromium(path);
  if (!found)
    return wrong("WHATSAPP_WEB=on needs Chromium, and none was found: install it, or set CHROMIUM_PATH.");
  try {
    const { stdout } = await promisify(execFile)(found, ["--version"], { timeout: 20_000 });
    return right(`Chromium runs (${stdout.trim()}).`);
  } catch {
    return wrong(`CHROMIUM_PATH ${found} does not run: try it by hand with --version.`);
  }
}
