import { setTimeout as sleep } from "node:timers/promises";
import { inspect } from "node:util";
import { onTestFinished } from "vitest";
import type { Language } from "../../api/contract/shared.ts";
import { DeliveryFailure, type OpenDocument, type Receive } from "../../bot/channels/channel.ts";
import { type TelegramChannelOptions, telegramChannel } from "../../bot/channels/telegram/index.ts";
import type { Update } from "../../conversations/engine/update.ts";
import { startTelegram, type TelegramOptions } from "../doubles/telegram/index.ts";

const menu = { en: "Open the menu", ur: "مینو کھولیں", "ur-Latn": "Menu kholein" };

/** The commands that a test registers: one, described in the language. */
export const commandsOf = (language: Language) => [{ command: "menu", description: menu[language] }];

const noDocument: OpenDocument = async ({ name }) => {
  throw new Error(`no test gave ${name}`);
};

/** What a test may have otherwise. */
export type Otherwise = Partial<TelegramChannelOptions> & { telegram?: TelegramOptions };

/**
 * A Telegram of the test's own, and the channel under test before it; both end with the test. Pauses last a hundredth of
 * a second, and are written down.
 */
export async function channelOfATest({ telegram: options = {}, ...otherwise }: Otherwise = {}) {
  const telegram = await startTelegram(options);
  const logged: { level: string; message: string; details: Record<string, unknown> }[] = [];
  const waited: number[] = [];
  const logs = (level: string) => (details: Record<string, unknown>, message: string) => {
    logged.push({ level, message, details });
  };
  const channel = telegramChannel({
    token: telegram.token,
    apiRoot: telegram.apiRoot,
    commands: commandsOf,
    openDocument: noDocument,
    log: { debug: logs("debug"), info: logs("info"), warn: logs("warn"), error: logs("error") },
    wait: async (ms, signal) => {
      waited.push(ms);
      await sleep(Math.min(ms, 10), undefined, { signal }).catch(() => {});
    },
    ...otherwise,
  });
  onTestFinished(async () => {
    await channel.stop();
    await telegram.close();
  });
  return { telegram, channel, logged, waited };
}

/** A channel that sends, and somebody who has written to it. */
export async function withAmina(otherwise: Otherwise = {}) {
  const all = await channelOfATest(otherwise);
  const amina = all.telegram.user({ id: 42, firstName: "Amina" });
  amina.says("/start");
  return { ...all, amina };
}

/** @returns the failure that sending throws. @throws when it throws none */
export async function failureOf(sending: Promise<unknown>): Promise<DeliveryFailure> {
  const error = await sending.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof DeliveryFailure) return error;
  throw new Error(`no DeliveryFailure but ${inspect(error)}`);
}

/** Takes everything, and keeps it to be looked at. `before` may hold an update up, or refuse it by throwing. */
export function receiver(before: (update: Update) => Promise<void> | void = () => {}) {
  const received: Update[] = [];
  const receive: Receive = async (update) => {
    await before(update);
    received.push(update);
  };
  return { received, receive };
}
