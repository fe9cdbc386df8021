import { randomBytes } from "node:crypto";
import { z } from "zod";
import { languages } from "../api/contract/shared.ts";

const roles = ["api", "bot", "worker"] as const;
export type Role = (typeof roles)[number];

const url = (protocols: string[], wrong: string, fits: (address: URL) => boolean = () => true) =>
  z.string().refine((value) => {
    const address = URL.parse(value);
    return (
      address !== null && protocols.includes(address.protocol) && address.hostname !== "" && fits(address)
    );
  }, wrong);

/** What may follow the host is the number of a database. */
const isRedis = (value: string): boolean => {
  const address = URL.parse(value);
  return address !== null && /^rediss?:$/.test(address.protocol) && /^\/?\d*$/.test(address.pathname);
};

/** Messages a second. */
const rate = (most: number, example: string) =>
  z
    .string()
    .regex(/^\d{1,4}$/, `is not a number of messages a second; one is ${example}`)
    .transform(Number)
    .refine((value) => value >= 1 && value <= most, `is not between 1 and ${most}; one is ${example}`);

/** Each variable, what it may be, and the sentence for what it may not. `.env.example` explains them to operators. */
const Environment = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, "is not a port; one is a number like 3000")
    .transform(Number)
    .refine((port) => port < 65536, "is not a port; one is a number up to 65535, like 3000")
    .default(3000),
  HOST: z.string().default("127.0.0.1"),
  PUBLIC_URL: url(
    ["http:", "https:"],
    "is not a web address that links can be made with; one looks like https://chat.university.example",
    ({ search, hash, username }) => search + hash + username === "",
  )
    .transform((value) => value.replace(/\/+$/, ""))
    .optional(),
  ROLES: z
    .string()
    .transform((value) => value.split(",").map((role) => role.trim()))
    .pipe(z.array(z.enum(roles, "names a role that does not exist; a right one is api,bot,worker")).min(1))
    .default([...roles]),
  API_URL: z
    .string()
    .transform((value) => value.split(",").map((address) => address.trim()))
    .pipe(
      z.array(
        url(
          ["http:", "https:"],
          "is not a web address without a path; one looks like http://127.0.0.1:3000 (several, with commas, share the work)",
          ({ pathname, search }) => pathname + search === "/",
        ),
      ),
    )
    .optional(),
  API_KEY: z
    .string()
    .regex(
      /^[\x21-\x7e]{8,}$/,
      "is to be a secret of at least 8 letters, digits and signs without spaces; openssl rand -hex 32 makes a good one",
    )
    .optional(),
  DATABASE_URL: url(
    ["postgresql:", "postgres:"],
    "is not a PostgreSQL address; one looks like postgresql://rabta:secret@127.0.0.1:5432/rabta",
  ).optional(),
  DATABASE_REPLICA_URL: url(
    ["postgresql:", "postgres:"],
    "is not a PostgreSQL address; one looks like postgresql://rabta:secret@127.0.0.1:5433/rabta",
  ).optional(),
  REDIS_URL: z
    .string()
    .refine(
      (value) =>
        value
          .split(",")
          .map((one) => one.trim())
          .every(isRedis),
      "is not a Redis address; one looks like redis://127.0.0.1:6379 (for a cluster several, with commas)",
    )
    .optional(),
  DATA_DIR: z.string().default(".rabta"),
  ENCRYPTION_KEY: z.string().optional(),
  UNIVERSITY: z
    .string()
    .max(80, "is longer than 80 characters; one is Rabta Open University")
    .regex(/^\P{Cc}*$/u, "is to stand on one line; one is Rabta Open University")
    .default("Rabta Open University"),
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]+$/, "is not a bot token; one looks like 123456789:AAEx4mple-TokenFromBotFather")
    .optional(),
  TELEGRAM_API_ROOT: url(["http:", "https:"], "is not a web address; one looks like https://api.telegram.org")
    .transform((value) => value.replace(/\/+$/, ""))
    .default("https://api.telegram.org"),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{1,256}$/, "may have letters, digits, _ and - only, up to 256, like 3vF-9sQx_27")
    .optional(),
  TELEGRAM_BROADCAST_RATE: rate(1_000, "25").default(25),
  TELEGRAM_DESK_CHAT_ID: z
    .string()
    .regex(/^-\d{1,20}$/, "is not the id of a group; one looks like -1001234567890")
    .optional(),
  WHATSAPP_DESK_CHAT: z
    .string()
    .regex(
      /^(?:\d{8,15}|[\d-]+@g\.us)$/,
      "is neither a number nor a group; one looks like 923001234567, the other like 120363041234567890@g.us",
    )
    .optional(),
  DESK_LANGUAGE: z
    .enum(languages, "is not a language of ours; one is en, the others ur and ur-Latn")
    .default("en"),
  WHATSAPP_WEB: z.enum(["on", "off"], "is neither on nor off; on is on").default("off"),
  CHROMIUM_PATH: z.string().optional(),
  CHROMIUM_ARGS: z
    .string()
    .default("")
    .transform((value) => value.split(/\s+/).filter((arg) => arg !== "")),
  WHATSAPP_PAIRING_NUMBER: z
    .string()
    .regex(/^\d{8,15}$/, "is not a number with its country's code and nothing else; one is 923001234567")
    .optional(),
  WHATSAPP_WEB_VERSION: z
    .string()
    .regex(/^[\w.-]{1,64}$/, "is not a version; one looks like 2.3000.1023204200")
    .optional(),
  WHATSAPP_WEB_PACE: z
    .string()
    .regex(/^\d{1,6}$/, "is not a number of milliseconds; one is 1200")
    .transform(Number)
    .default(1200),
  WHATSAPP_CLOUD_PHONE_ID: z
    .string()
    .regex(/^\d+$/, "is not the id of a number; one looks like 106540352242922")
    .optional(),
  WHATSAPP_CLOUD_TOKEN: z.string().optional(),
  WHATSAPP_CLOUD_APP_SECRET: z.string().optional(),
  WHATSAPP_CLOUD_VERIFY_TOKEN: z.string().optional(),
  WHATSAPP_CLOUD_API_ROOT: url(
    ["http:", "https:"],
    "is not a web address; one looks like https://graph.facebook.com/v23.0",
  )
    .transform((value) => value.replace(/\/+$/, ""))
    .default("https://graph.facebook.com/v23.0"),
  WHATSAPP_CLOUD_BROADCAST_RATE: rate(1_000, "60").default(60),
  WHATSAPP_CLOUD_TEMPLATE: z
    .string()
    .regex(/^[a-z0-9_]+:[a-zA-Z_]+$/, "is not a template and its language; one looks like campus_notice:en")
    .transform((value) => {
      const [name = "", language = ""] = value.split(":");
      return { name, language };
    })
    .optional(),
  S3_URL: url(
    ["http:", "https:"],
    "is not a bucket's address; one looks like https://KEY:SECRET@s3.eu-central-1.example/rabta-files?region=eu-central-1",
    ({ username, password, pathname }) => username !== "" && password !== "" && pathname !== "/",
  ).optional(),
  SMTP_URL: url(
    ["smtp:", "smtps:"],
    "is not a mail server; one looks like smtp://user:secret@mail.university.example:587?from=campus@university.example",
  ).optional(),
  SMS_URL: url(
    ["http:", "https:"],
    "is not a web address; one looks like https://user:secret@sms.example/send?to={to}&text={text}",
  )
    .refine(
      (value) => value.includes("{to}") === value.includes("{text}"),
      "has one of {to} and {text} without the other; one looks like https://user:secret@sms.example/send?to={to}&text={text}",
    )
    .optional(),
  LOG_LEVEL: z
    .enum(
      ["trace", "debug", "info", "warn", "error", "fatal", "silent"],
      "is not a level; one is info, another debug",
    )
    .default("info"),
  OTEL_EXPORTER_OTLP_ENDPOINT: url(
    ["http:", "https:"],
    "is not a collector's address; one looks like http://127.0.0.1:4318",
  ).optional(),
  METRICS: z.enum(["on", "off"], "is neither on nor off; on is on").default("on"),
});

/** What the Cloud API does not work without: where an operator finds it, and an example. */
const cloud = [
  ["WHATSAPP_CLOUD_PHONE_ID", "Meta's app dashboard shows it", "106540352242922"],
  ["WHATSAPP_CLOUD_TOKEN", "Meta's app dashboard shows it", "EAAGm0PX4ZCps"],
  ["WHATSAPP_CLOUD_APP_SECRET", "Meta's app dashboard shows it", "8d5f3c2a1b"],
  ["WHATSAPP_CLOUD_VERIFY_TOKEN", "it is a word of your own, told to Meta", "tea-at-four"],
] as const;

/** The names of all of them. */
export const variables: readonly string[] = Object.keys(Environment.shape);

/** Everything that the environment decides, checked. */
export type Config = z.infer<typeof Environment> & { API_KEY: string; has: (role: Role) => boolean };

/** The environment says something that cannot be right. The message is for the operator's eyes: one sentence. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  /** All that is wrong, a sentence each. The message is the first of them. */
  readonly mistakes: readonly string[];
  constructor(first: string, { others = [], ...options }: ErrorOptions & { others?: string[] } = {}) {
    super(first, options);
    this.mistakes = [first, ...others];
  }
}

/**
 * Reads the environment.
 * @param environment names and values; an empty value counts as none
 * @throws {@link ConfigError} naming the variable, what is wrong, and an example of what is right
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const { data: config, error } = Environment.safeParse(given);
  const wrong = (error?.issues ?? []).map(({ path, message }) => [String(path[0]), message] as const);
  // A variable may be wrong in several ways, as each address of API_URL: one is enough to mend it by.
  const mistakes = [...new Map(wrong.toReversed())].toReversed().map(([name, says]) => `${name} ${says}.`);
  const [first, ...others] = [...mistakes, ...missingFrom(given)];
  if (first !== undefined || !config) throw new ConfigError(first ?? String(error), { others });
  const has = (role: Role) => config.ROLES.includes(role);
  return { ...config, API_KEY: config.API_KEY ?? randomBytes(32).toString("base64url"), has };
}

/** What is needed beside what is there, whatever else is wrong with it: a sentence each. */
function* missingFrom(given: Readonly<Record<string, string | undefined>>): Generator<string> {
  const named = Environment.shape.ROLES.safeParse(given.ROLES).data;
  const has = (role: Role) => named?.includes(role);
  if (named && !has("api") && !given.API_URL)
    yield "API_URL is needed where ROLES has no api; it looks like http://api.internal:3000.";
  if (named && (!has("api") || named.length === 1) && !given.API_KEY)
    yield "API_KEY is needed where the roles run apart, the same secret for all of them; openssl rand -hex 32 makes a good one.";
  if (has("bot") !== has("worker") && !given.REDIS_URL)
    yield "REDIS_URL is needed where bot and worker run apart; it looks like redis://127.0.0.1:6379.";
  if (given.TELEGRAM_DESK_CHAT_ID && !given.TELEGRAM_BOT_TOKEN)
    yield "TELEGRAM_BOT_TOKEN is needed with TELEGRAM_DESK_CHAT_ID; one looks like 123456789:AAEx4mple-TokenFromBotFather.";
  const { WHATSAPP_DESK_CHAT: desk, WHATSAPP_WEB: web = "off" } = given;
  if (desk && web === "off" && (!given.WHATSAPP_CLOUD_PHONE_ID || desk.includes("@")))
    yield "WHATSAPP_WEB is needed with WHATSAPP_DESK_CHAT (for a phone the Cloud API serves as well); on is on.";
  const missing = cloud.filter(([name]) => given[name] === undefined);
  if (missing.length === cloud.length) return;
  for (const [name, where, example] of missing)
    yield `${name} is needed with the other variables of WHATSAPP_CLOUD; ${where}, like ${example}.`;
}
