import { createHmac } from "node:crypto";
import { pino } from "pino";
import { fingerprint } from "../conversations/engine/fingerprint.ts";
import type { Config } from "./config.ts";

/**
 * What must not stand in a log, wherever it came from, such as a database's or a messenger's own words: CNICs,
 * registration numbers, mobile numbers, e-mail addresses, bot tokens. It takes linear time on any input: the name of an
 * address is only looked for where no character of a name stands before.
 */
const personal =
  /\b\d{5}-\d{7}-\d\b|\b\d{2}[A-Za-z]-\d{6}\b|(?<![\d.:-])(?:\+|00)?(?:92[\s-]?|0)3\d{2}[\s-]?\d{7}(?!\d)|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<!\d)\d{6,12}:[\w-]{30,}/g;

/** A log line without what is personal in it. Addresses of connections (`user@host`) go with the e-mail addresses. */
export const withoutPersonal = (line: string): string => line.replace(personal, "[personal]");

/**
 * Makes the log: JSON lines on the standard error output. A chat is named by a few letters that are the same for the
 * same chat and tell nothing else: with WhatsApp a chat is somebody's number, and an update's id has it within, so that
 * an update is named by a few letters too.
 * @param ids what a line says of the trace that it belongs to
 */
export function createLog(
  { LOG_LEVEL, API_KEY }: Pick<Config, "LOG_LEVEL" | "API_KEY">,
  ids: () => object,
  to: pino.DestinationStream = pino.destination(2),
): pino.Logger {
  const called = (chat: unknown): string =>
    createHmac("sha256", API_KEY).update(String(chat)).digest("base64url").slice(0, 8);
  return pino(
    {
      level: LOG_LEVEL,
      serializers: {
        cause: failure,
        err: failure,
        chat: called,
        update: (update: unknown) => (typeof update === "string" ? fingerprint(update) : update),
        chats: (chats: unknown) => (Array.isArray(chats) ? chats.map(called) : []),
      },
      mixin: ids,
      hooks: { streamWrite: withoutPersonal },
    },
    to,
  );
}

/** Of a failure its kind, message, code and stack: libraries hang whole messages and statements on theirs. */
function failure(cause: unknown): unknown {
  if (!(cause instanceof Error)) return cause;
  const { type, message, stack } = pino.stdSerializers.err(cause);
  return { type, message, ...("code" in cause && { code: String(cause.code) }), stack };
}
