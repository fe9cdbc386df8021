import { setTimeout as sleep } from "node:timers/promises";
import type { FastifyBaseLogger } from "fastify";
import { openEmail } from "./email.ts";
import { openSms } from "./sms.ts";

/** What goes to somebody outside of the chats. */
export type Letter = { to: string; subject: string; text: string };

/** A way out: resolves when the letter is taken. @throws {@link Undeliverable} where trying again would not help */
export type Carrier = (letter: Letter) => Promise<void>;

/** This letter will never be taken. */
export class Undeliverable extends Error {
  override readonly name = "Undeliverable";
}

/** E-mail and text messages, in the background. */
export type Post = {
  /** Takes a letter in; who writes it does not wait, so that nobody can tell whether there was one. */
  send(by: "email" | "phone", letter: Letter): void;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
};

export type PostOptions = {
  /** SMTP_URL */
  smtpUrl?: string | undefined;
  /** SMS_URL */
  smsUrl?: string | undefined;
  /** The university's name, as the sender. */
  from: string;
  log: Pick<FastifyBaseLogger, "info" | "warn" | "error">;
  /** Aborted when the server closes: nothing is tried again then. */
  closing: AbortSignal;
  /** How long to wait before each further try, in ms: a code is good for ten minutes. */
  pauses?: readonly number[];
};

/** Opens the post office; a way that the operator has not set up ends in the log. */
export function openPost(options: PostOptions): Post {
  const { smtpUrl, smsUrl, from, log, closing, pauses = [1_000, 5_000, 20_000] } = options;
  const carriers: Record<"email" | "phone", Carrier> = {
    email: smtpUrl ? openEmail(smtpUrl, from) : printed("SMTP_URL"),
    phone: smsUrl ? openSms(smsUrl) : printed("SMS_URL"),
  };
  const underWay = new Set<Promise<void>>();

  function printed(variable: string): Carrier {
    return async ({ to, text }) =>
      log.info({ to, text }, `${variable} is not set: a message is only written here`);
  }

  async function carry(by: "email" | "phone", letter: Letter): Promise<void> {
    for (const pause of [...pauses, undefined]) {
      try {
        return await carriers[by](letter);
      } catch (cause) {
        if (pause === undefined || cause instanceof Undeliverable || closing.aborted)
          return log.error({ err: cause, by }, "a message could not be sent");
        log.warn({ err: cause, by }, "a message could not be sent; it will be tried again");
        await sleep(pause, undefined, { signal: closing }).catch(() => {});
      }
    }
  }

  return {
    send(by, letter) {
      const one = carry(by, letter).finally(() => underWay.delete(one));
      underWay.add(one);
    },
    idle: async () => void (await Promise.all(underWay)),
  };
}
