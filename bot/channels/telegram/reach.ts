import type { Api } from "grammy";
import { ConfigError } from "../../config.ts";
import { growing, type Wait } from "../../waiting.ts";
import { failureOf, isRefused, isUnauthorised } from "./failures.ts";
import type { TelegramLog } from "./log.ts";
import { wantedUpdates } from "./received.ts";
import { forGrammy } from "./signal.ts";

export type ReachOptions = {
  /** Whose calls are given up soon: the start waits for the first. */
  api: Api;
  apiRoot: string;
  /** Where updates are to be pushed to, if they are. */
  webhook?: { url: string; secret: string } | undefined;
  /** Called once, when Telegram knows us and pushes what is to be pushed. */
  reached: (username: string) => void;
  log: TelegramLog;
  wait: Wait;
  signal: AbortSignal;
};

export type Reaching = {
  /**
   * Resolves when Telegram is reached, or was not at the first try.
   * @throws one sentence for the operator where Telegram does not take the token, or the webhook
   */
  readonly begun: Promise<void>;
  /** Resolves when nothing more is tried. */
  readonly ended: Promise<void>;
  /** Why Telegram is not reached, in one sentence. */
  trouble(): string | undefined;
};

/**
 * Reaches Telegram. Where it does not answer it is tried again until it does, so that whatever else there is can serve
 * meanwhile; and so it is where it turns out only then that the token or the webhook is wrong.
 */
export function reach({ api, apiRoot, webhook, reached, log, wait, signal }: ReachOptions): Reaching {
  const begun = Promise.withResolvers<void>();
  let why: string | undefined;

  /** Tries once. */
  async function knock(): Promise<string> {
    const { username } = await api.getMe(forGrammy(signal));
    if (!webhook) return username;
    const { url, secret } = webhook;
    // The most lines that Telegram opens; with its usual 40 a rush would wait at Telegram rather than be worked on.
    const other = { secret_token: secret, allowed_updates: wantedUpdates, max_connections: 100 };
    await api.setWebhook(url, other, forGrammy(signal));
    return username;
  }

  /** Logs what is new; not the same again at each try. */
  function tell(isWrong: boolean, sentence: string): void {
    if (sentence !== why) log[isWrong ? "error" : "warn"]({}, sentence);
    why = sentence;
  }

  async function run(): Promise<void> {
    for (let failures = 0; !signal.aborted; failures++) {
      try {
        const username = await knock();
        if (signal.aborted) break;
        reached(username);
        if (failures > 0) log.info({}, "Telegram is reached");
        why = undefined;
        break;
      } catch (error) {
        if (signal.aborted) break;
        const mistake = mistakeOf(error, apiRoot, webhook?.url);
        if (mistake && failures === 0) return begun.reject(new ConfigError(mistake));
        tell(mistake !== undefined, mistake ?? notReached(error, apiRoot));
        begun.resolve();
        const failure = failureOf(error);
        await wait(failure?.kind === "slow-down" ? failure.retryAfter * 1000 : growing(failures), signal);
      }
    }
    begun.resolve();
  }

  return { begun: begun.promise, ended: run(), trouble: () => why };
}

/** What is wrong in the configuration, if it is that. */
function mistakeOf(error: unknown, apiRoot: string, url: string | undefined): string | undefined {
  if (isUnauthorised(error))
    return `TELEGRAM_BOT_TOKEN is not one that ${apiRoot} knows; copy it again from @BotFather, it looks like 123456789:AAEx4mple-TokenFromBotFather.`;
  if (isRefused(error) && error.method === "setWebhook")
    return `PUBLIC_URL makes the webhook ${url}, which Telegram does not take (${failureOf(error)?.message}); it needs https, on port 443, 80, 88 or 8443, like https://chat.university.example.`;
  return undefined;
}

const notReached = (error: unknown, apiRoot: string): string =>
  `Telegram is not reached yet at ${apiRoot} (${failureOf(error)?.message ?? String(error)}), and is tried again; check this machine's network, or TELEGRAM_API_ROOT.`;
