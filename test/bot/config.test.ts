import { describe, expect, test } from "vitest";
import { ConfigError, readConfig } from "../../bot/config.ts";

describe("without anything set", () => {
  test("one process does everything, with a service key of its own", () => {
    const config = readConfig({});
    expect(config).toMatchObject({
      PORT: 3000,
      HOST: "127.0.0.1",
      ROLES: ["api", "bot", "worker"],
      DATA_DIR: ".rabta",
    });
    expect(config.API_KEY).toMatch(/^[\w-]{43}$/);
    expect(readConfig({}).API_KEY).not.toBe(config.API_KEY);
  });

  test("an empty value counts as none", () => {
    expect(readConfig({ PORT: "", REDIS_URL: "" }).PORT).toBe(3000);
  });
});

describe("a value that cannot be right stops the start with one sentence", () => {
  test.each([
    ["PORT", { PORT: "http" }, "3000"],
    ["PORT", { PORT: "70000" }, "3000"],
    ["PUBLIC_URL", { PUBLIC_URL: "chat.university.example" }, "https://chat.university.example"],
    ["ROLES", { ROLES: "api,boss" }, "api,bot,worker"],
    ["API_URL", { ROLES: "bot,worker", API_KEY: "long-enough-secret" }, "http://api.internal:3000"],
    ["API_URL", { API_URL: "http://a.internal:3000,b.internal" }, "http://127.0.0.1:3000"],
    ["API_KEY", { ROLES: "api" }, "secret"],
    ["API_KEY", { API_KEY: "short" }, "openssl"],
    ["API_KEY", { API_KEY: "correct horse battery" }, "openssl"],
    ["API_KEY", { API_KEY: "ключключ" }, "openssl"],
    ["API_URL", { API_URL: "http://a.internal:3000/rabta" }, "http://127.0.0.1:3000"],
    ["PUBLIC_URL", { PUBLIC_URL: "https://x.example/a?b=c" }, "https://chat.university.example"],
    ["PUBLIC_URL", { PUBLIC_URL: "https://x.example/a#d" }, "https://chat.university.example"],
    ["UNIVERSITY", { UNIVERSITY: "Rabta\nOpen University" }, "Rabta Open University"],
    ["UNIVERSITY", { UNIVERSITY: "x".repeat(81) }, "Rabta Open University"],
    ["SMTP_URL", { SMTP_URL: "smtp://" }, "smtp://user:secret@mail"],
    ["S3_URL", { S3_URL: "https://s3.example" }, "https://KEY:SECRET@"],
    ["REDIS_URL", { REDIS_URL: "redis://localhost:6379/abc" }, "redis://127.0.0.1:6379"],
    ["REDIS_URL", { REDIS_URL: "localhost" }, "redis://127.0.0.1:6379"],
    [
      "REDIS_URL",
      { ROLES: "bot", API_URL: "http://x.example", API_KEY: "long-enough-secret" },
      "redis://127.0.0.1:6379",
    ],
    ["DATABASE_URL", { DATABASE_URL: "mysql://x/y" }, "postgresql://rabta:secret@127.0.0.1:5432/rabta"],
    [
      "DATABASE_REPLICA_URL",
      { DATABASE_REPLICA_URL: "mysql://x/y" },
      "postgresql://rabta:secret@127.0.0.1:5433/rabta",
    ],
    ["TELEGRAM_BOT_TOKEN", { TELEGRAM_BOT_TOKEN: "my token" }, "123456789:AAE"],
    ["TELEGRAM_WEBHOOK_SECRET", { TELEGRAM_WEBHOOK_SECRET: "no spaces here" }, "3vF-9sQx_27"],
    ["TELEGRAM_BROADCAST_RATE", { TELEGRAM_BROADCAST_RATE: "fast" }, "25"],
    ["TELEGRAM_BROADCAST_RATE", { TELEGRAM_BROADCAST_RATE: "5000" }, "1000"],
    ["WHATSAPP_CLOUD_BROADCAST_RATE", { WHATSAPP_CLOUD_BROADCAST_RATE: "0" }, "60"],
    ["TELEGRAM_DESK_CHAT_ID", { TELEGRAM_DESK_CHAT_ID: "@desk" }, "-1001234567890"],
    ["TELEGRAM_BOT_TOKEN", { TELEGRAM_DESK_CHAT_ID: "-1001234567890" }, "123456789:AAE"],
    ["WHATSAPP_DESK_CHAT", { WHATSAPP_DESK_CHAT: "our group" }, "120363041234567890@g.us"],
    ["WHATSAPP_WEB", { WHATSAPP_DESK_CHAT: "120363041234567890@g.us" }, "on"],
    ["WHATSAPP_WEB", { WHATSAPP_DESK_CHAT: "923001234567" }, "on"],
    ["DESK_LANGUAGE", { DESK_LANGUAGE: "Urdu" }, "ur-Latn"],
    ["WHATSAPP_CLOUD_PHONE_ID", { WHATSAPP_CLOUD_PHONE_ID: "+92 300" }, "106540352242922"],
    [
      "WHATSAPP_CLOUD_APP_SECRET",
      { WHATSAPP_CLOUD_PHONE_ID: "1", WHATSAPP_CLOUD_TOKEN: "EAAG" },
      "8d5f3c2a1b",
    ],
    ["WHATSAPP_CLOUD_PHONE_ID", { WHATSAPP_CLOUD_TOKEN: "EAAG" }, "106540352242922"],
    [
      "WHATSAPP_CLOUD_VERIFY_TOKEN",
      { WHATSAPP_CLOUD_PHONE_ID: "1", WHATSAPP_CLOUD_TOKEN: "EAAG", WHATSAPP_CLOUD_APP_SECRET: "8d5f" },
      "a word of your own",
    ],
    ["WHATSAPP_CLOUD_TEMPLATE", { WHATSAPP_CLOUD_TEMPLATE: "my template" }, "campus_notice:en"],
    ["WHATSAPP_WEB", { WHATSAPP_WEB: "yes" }, "on"],
    ["WHATSAPP_PAIRING_NUMBER", { WHATSAPP_PAIRING_NUMBER: "0300 1234567" }, "923001234567"],
    ["WHATSAPP_WEB_VERSION", { WHATSAPP_WEB_VERSION: "../page" }, "2.3000.1023204200"],
    ["WHATSAPP_WEB_PACE", { WHATSAPP_WEB_PACE: "fast" }, "1200"],
    ["SMTP_URL", { SMTP_URL: "mail.university.example" }, "smtp://user:secret@mail.university.example"],
    ["SMS_URL", { SMS_URL: "sms" }, "https://user:secret@sms.example"],
    ["SMS_URL", { SMS_URL: "https://sms.example/?to={to}" }, "https://user:secret@sms.example"],
    ["S3_URL", { S3_URL: "bucket" }, "https://KEY:SECRET@"],
    [
      "OTEL_EXPORTER_OTLP_ENDPOINT",
      { OTEL_EXPORTER_OTLP_ENDPOINT: "127.0.0.1:4318" },
      "http://127.0.0.1:4318",
    ],
    ["METRICS", { METRICS: "yes" }, "on"],
    ["LOG_LEVEL", { LOG_LEVEL: "loud" }, "info"],
  ])("%s", (name, environment, example) => {
    const attempt = () => readConfig(environment);
    expect(attempt).toThrow(ConfigError);
    expect(attempt).toThrow(new RegExp(`^${name} [^\\n]+\\.$`));
    expect(attempt).toThrow(example);
  });

  test("which is about the first of all mistakes; the error has them all, each variable once", () => {
    const mistakes = (environment: Record<string, string>) => {
      try {
        return readConfig(environment);
      } catch (error) {
        return error instanceof ConfigError ? error.mistakes.map((says) => says.split(" ")[0]) : error;
      }
    };
    const values = { PORT: "http", API_URL: "a,b", SMTP_URL: "mail", WHATSAPP_CLOUD_TOKEN: "EAAG" };
    const others = ["WHATSAPP_CLOUD_PHONE_ID", "WHATSAPP_CLOUD_APP_SECRET", "WHATSAPP_CLOUD_VERIFY_TOKEN"];
    expect(mistakes(values)).toEqual(["PORT", "API_URL", "SMTP_URL", ...others]);
    expect(mistakes({ ROLES: "bot" })).toEqual(["API_URL", "API_KEY", "REDIS_URL"]);
    // What is there and wrong is not missing besides.
    expect(mistakes({ TELEGRAM_BOT_TOKEN: "x", TELEGRAM_DESK_CHAT_ID: "-1" })).toEqual([
      "TELEGRAM_BOT_TOKEN",
    ]);
    expect(mistakes({ WHATSAPP_WEB: "yes", WHATSAPP_DESK_CHAT: "1-2@g.us" })).toEqual(["WHATSAPP_WEB"]);
    expect(mistakes({ ROLES: "boss" })).toEqual(["ROLES"]);
  });

  test("a secret is never repeated in it", () => {
    expect(() => readConfig({ TELEGRAM_BOT_TOKEN: "swordfish swordfish" })).toThrow(/^(?!.*swordfish)/);
  });
});
