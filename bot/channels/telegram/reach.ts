import type { Api } from "grammy";
import { ConfigError } from "../../config.ts";
import type { Wait } from "../waiting.ts";
import { failureOf, isRefused, isUnauthorised } from "./failures.ts";
import { insist } from "./insist.ts";
import { wantedUpdates } from "./received.ts";

/** An operator waits for the start: a passing trouble is waited out, a lasting one is told soon. */
const tries = 3;

export type ReachOptions = { api: Api; apiRoot: string; wait: Wait; signal: AbortSignal };

/**
 * Asks Telegram who we are.
 * @returns the bot's username; nothing while Telegram asks for a pause
 * @throws one sentence for the operator
 */
export async function reach({ api, apiRoot, wait, signal }: ReachOptions): Promise<string | undefined> {
  try {
    return (await insist(() => api.getMe(), { tries, wait, signal })).username;
  } catch (error) {
    if (isUnauthorised(error)) {
      throw new ConfigError(
        `TELEGRAM_BOT_TOKEN is not one that ${apiRoot} knows; copy it again from @BotFather, it looks like 123456789:AAEx4mple-TokenFromBotFather.`,
      );
    }
    const failure = failureOf(error);
    // Whoever is told to slow down has the right token; the rest can wait.
    if (failure?.kind === "slow-down") return undefined;
    throw new ConfigError(
      `Telegram was not reached at ${apiRoot} (${failure?.message ?? String(error)}); check this machine's network, or TELEGRAM_API_ROOT.`,
    );
  }
}

/** Has updates pushed to us. @param url the whole address of the webhook. @throws one sentence for the operator */
export async function askForPushes(
  webhook: { url: string; secret: string },
  { api, apiRoot, wait, signal }: ReachOptions,
): Promise<void> {
  const { secret: secret_token } = webhook;
  // The most lines that Telegram opens; with its usual 40 a rush would wait at Telegram rather than be worked on.
  const other = { secret_token, allowed_updates: wantedUpdates, max_connections: 100 };
  try {
    await insist(() => api.setWebhook(webhook.url, other), { tries, wait, signal });
  } catch (error) {
    const cause = failureOf(error)?.message ?? String(error);
    throw new ConfigError(
      isRefused(error)
        ? `PUBLIC_URL makes the webhook ${webhook.url}, which Telegram does not take (${cause}); it needs https, on port 443, 80, 88 or 8443, like https://chat.university.example.`
        : `The webhook was not set at ${apiRoot} (${cause}); start again in a while, or leave TELEGRAM_WEBHOOK_SECRET away to poll.`,
    );
  }
}
