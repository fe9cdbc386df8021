import { Api } from "grammy";
import { type Finding, right, wrong } from "../../../api/contract/finding.ts";
import { failureOf, isUnauthorised } from "./failures.ts";
import { createFetch } from "./fetch.ts";

/** More updates than this wait because nobody takes them. */
const manyPending = 100;
/** An error of the webhook that is older than this, in s, is over. */
const recent = 3_600;

/**
 * Asks Telegram whether it knows the token, and how its webhook is doing.
 * @param expected where updates are to be posted; without it they are polled for
 */
export async function examineTelegram(
  token: string,
  apiRoot: string,
  expected: string | undefined,
): Promise<Finding[]> {
  const api = new Api(token, { apiRoot, timeoutSeconds: 10, fetch: createFetch() });
  try {
    const { username } = await api.getMe();
    const { url = "", pending_update_count: pending, ...last } = await api.getWebhookInfo();
    const { last_error_date: failedAt = 0, last_error_message: why } = last;
    const found = [right(`Telegram knows the bot as @${username}.`)];
    if (url !== (expected ?? "")) {
      found.push(
        expected
          ? wrong(
              `Telegram posts updates ${url ? "elsewhere" : "nowhere"}, not to ${expected}: start the bot, which sets it.`,
            )
          : wrong(
              "Telegram posts updates to a webhook, but this configuration polls: start the bot, which takes it away, or set TELEGRAM_WEBHOOK_SECRET and PUBLIC_URL.",
            ),
      );
    } else
      found.push(right(expected ? `Telegram posts updates to ${url}.` : "Telegram is polled for updates."));
    if (expected && why && Date.now() / 1000 - failedAt < recent)
      found.push(wrong(`Telegram could not post an update within the last hour: ${why}.`));
    found.push(
      pending > manyPending
        ? wrong(`${pending} updates wait at Telegram: is the bot running?`)
        : right(`${pending} updates wait at Telegram.`),
    );
    return found;
  } catch (error) {
    const why = failureOf(error)?.message ?? String(error);
    return [
      isUnauthorised(error)
        ? wrong(
            `TELEGRAM_BOT_TOKEN is not accepted by Telegram (${error.description}): @BotFather shows the right one.`,
          )
        : wrong(
            `TELEGRAM_API_ROOT ${apiRoot} does not answer (${why}): is it reached from this machine? A bot that runs tries again until it is.`,
          ),
    ];
  }
}
