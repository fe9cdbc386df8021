import type { Api } from "grammy";
import type { BotCommandScope } from "grammy/types";
import type { Language } from "../../../api/contract/shared.ts";
import type { Wait } from "../../waiting.ts";
import { failureOf } from "./failures.ts";
import { insist } from "./insist.ts";
import type { TelegramLog } from "./log.ts";

/** The commands that Telegram suggests beside the input field. */
export type CommandMenus = {
  /** Tells them for everybody, in every language that Telegram can tell apart. Never throws. */
  register(): Promise<void>;
  /** Tells them for one chat, whatever language its person's app is in. @throws grammY's errors */
  choose(chat: number, language: Language): Promise<void>;
};

export type CommandMenusOptions = {
  api: Api;
  commands: (language: Language) => { command: string; description: string }[];
  log: TelegramLog;
  wait: Wait;
  signal: AbortSignal;
};

/** English where nothing else fits. Roman Urdu has no code of two letters, so it is set chat by chat. */
const everybody = [
  ["en", {}],
  ["ur", { language_code: "ur" }],
] as const;

/** Tries of what nobody waits for. */
const tries = 10;

export function commandMenus({ api, commands, log, wait, signal }: CommandMenusOptions): CommandMenus {
  /** The language of chats whose menu Telegram has not taken yet. */
  const wanted = new Map<number, Language>();

  async function settle(chat: number): Promise<void> {
    for (let language = wanted.get(chat); language; language = wanted.get(chat)) {
      const scope: BotCommandScope = { type: "chat", chat_id: chat };
      await api.setMyCommands(commands(language), { scope });
      if (wanted.get(chat) === language) wanted.delete(chat);
    }
  }

  /** A menu is worth trying for, and not worth stopping for. */
  async function inBackground(call: () => Promise<unknown>, of: string): Promise<void> {
    try {
      await insist(call, { tries, wait, signal });
    } catch (error) {
      if (!signal.aborted)
        log.warn(
          { cause: failureOf(error)?.message ?? error },
          `Telegram did not take the commands of ${of}`,
        );
    }
  }

  return {
    async register() {
      await Promise.all(
        everybody.map(([language, other]) =>
          inBackground(() => api.setMyCommands(commands(language), other), language),
        ),
      );
    },
    async choose(chat, language) {
      wanted.set(chat, language);
      try {
        await settle(chat);
      } catch (error) {
        const failure = failureOf(error);
        if (!failure || failure.kind === "blocked") {
          wanted.delete(chat);
          throw error;
        }
        // What the student waits for comes after this in the outbox; a menu must not hold it up.
        void wait(failure.retryAfter * 1000, signal).then(() =>
          inBackground(() => settle(chat), `chat ${chat}`).finally(() => wanted.delete(chat)),
        );
      }
    },
  };
}
