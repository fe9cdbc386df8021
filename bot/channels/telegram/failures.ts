import { GrammyError, HttpError } from "grammy";
import { DeliveryFailure } from "../channel.ts";

/** Seconds to wait where Telegram asks for a pause and does not say how long. */
const someSeconds = 5;

/** What Telegram says of a person who is gone, with code 400. */
const gone = /chat not found|user is deactivated|user not found|PEER_ID_INVALID|INPUT_USER_DEACTIVATED/i;

/** Whether Telegram does not take our token: 401, or 404 for one that it could never have given. */
export const isUnauthorised = (error: unknown): error is GrammyError =>
  error instanceof GrammyError && (error.error_code === 401 || error.error_code === 404);

/** Whether Telegram refused this very call for what is in it. */
export const isRefused = (error: unknown): error is GrammyError =>
  error instanceof GrammyError && error.error_code === 400;

/** Whether Telegram does not know a file any more by the id that it gave. */
export const isForgotten = (error: unknown): boolean =>
  isRefused(error) && /wrong (?:remote )?file|file_?id/i.test(error.description);

/** Whether Telegram hands out no updates because it was told to push them to a webhook. */
export const isPushed = (error: unknown): boolean =>
  error instanceof GrammyError && error.error_code === 409 && /webhook is active/i.test(error.description);

/**
 * What an error of grammY's means for delivery.
 *
 * Neither grammY's error nor the cause of it goes along: the one holds the text of the message, the other an address
 * with our token in it, and what is thrown here is logged.
 * @param scope whom a pause is for, see slowdowns.ts
 * @returns nothing for an error that is not the messenger's: a mistake of ours
 */
export function failureOf(error: unknown, scope: "chat" | "channel" = "chat"): DeliveryFailure | undefined {
  if (error instanceof DeliveryFailure) return error;
  if (error instanceof HttpError) return new DeliveryFailure("unreachable", unanswered(error));
  if (!(error instanceof GrammyError)) return undefined;
  const { error_code: code, method, description, parameters } = error;
  const told = `${method}: ${code} ${description}`;
  if (isUnauthorised(error)) {
    // The operator will set the right one; until then everything stays owed.
    return new DeliveryFailure("unreachable", `${told}; is TELEGRAM_BOT_TOKEN still the bot's token?`);
  }
  if (code === 429) {
    const retryAfter = parameters.retry_after ?? someSeconds;
    return new DeliveryFailure("slow-down", told, { retryAfter, scope });
  }
  if (code === 403 || (code === 400 && gone.test(description))) return new DeliveryFailure("blocked", told);
  if (code === 409 || code >= 500) return new DeliveryFailure("unreachable", told);
  return new DeliveryFailure("refused", told);
}

/** Why nobody answered, by the code that the operating system or undici gives it. */
const unanswered = ({ message, error }: HttpError): string =>
  error instanceof Error && "code" in error && typeof error.code === "string"
    ? `${message} (${error.code})`
    : message;
