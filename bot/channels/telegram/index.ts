import { Api } from "grammy";
import type { Cluster, Redis } from "ioredis";
import type { Language } from "../../../api/contract/shared.ts";
import type { ReceivedFile } from "../../../conversations/engine/update.ts";
import type { Receipts } from "../../delivery/receipts.ts";
import { createSharedFiles } from "../../delivery/shared-files.ts";
import { createLease } from "../../lease.ts";
import { type Wait, waitFor } from "../../waiting.ts";
import { type Channel, DeliveryFailure, type OpenDocument, type Receive } from "../channel.ts";
import { createRoom, type Room } from "../room.ts";
import { stepByStep } from "../step-by-step.ts";
import { trackWork } from "../under-way.ts";
import { can } from "./can.ts";
import { telegramDesk } from "./desk-place.ts";
import { download } from "./download.ts";
import { failureOf, isForgotten } from "./failures.ts";
import { createFetch } from "./fetch.ts";
import { createIntake } from "./intake.ts";
import type { TelegramLog } from "./log.ts";
import { commandMenus } from "./menus.ts";
import { perform } from "./perform.ts";
import { type Polling, poll } from "./polling.ts";
import { type Reaching, reach } from "./reach.ts";
import { type Call, render } from "./render.ts";
import { slowdowns } from "./slowdowns.ts";
import { webhookRoutes } from "./webhook.ts";

export type TelegramChannelOptions = {
  /** From @BotFather. */
  token: string;
  /** Where the Bot API is; Telegram's own unless given. No slash at its end. */
  apiRoot?: string;
  /** Has updates pushed instead of polling for them: the whole address that Telegram posts to, and what proves it. */
  webhook?: { url: string; secret: string; room?: Room };
  /** What Telegram suggests beside the input field, in the language of the chat. */
  commands: (language: Language) => { command: string; description: string }[];
  openDocument: OpenDocument;
  /** Broadcasts may go faster than 30 messages a second, which Telegram charges for. */
  paidBroadcasts?: boolean;
  /** Telegram's id of the group where the desk works. */
  desk?: string | undefined;
  receipts?: Receipts;
  /** Shared by processes: one of them polls at a time. */
  redis?: Redis | Cluster;
  log: TelegramLog;
  /** ms since 1970. */
  now?: () => number;
  wait?: Wait;
};

/** A call that takes longer, in seconds, is given up: longer than a long poll, shorter than lines stay open idle. */
const timeoutSeconds = 45;
/** Likewise where the start waits for it. */
const soon = 10;

/** Telegram, by long polling or by webhook: private chats between one person and the bot. */
export function telegramChannel(options: TelegramChannelOptions): Channel {
  const { token, apiRoot = "https://api.telegram.org", webhook, commands, openDocument, log } = options;
  const { now = () => performance.now(), wait = waitFor, paidBroadcasts = false } = options;
  const shared = createSharedFiles(isForgotten, now);
  const fetch = createFetch();
  const api = new Api(token, { apiRoot, timeoutSeconds, fetch });
  const stopping = new AbortController();
  const { signal } = stopping;
  const lease = createLease(options.redis, `telegram:${token.split(":")[0]}`);
  const fetchFile = (file: ReceivedFile) => download(file, { api, apiRoot, token });
  const desk =
    options.desk === undefined ? undefined : telegramDesk({ api, chat: options.desk, fetchFile, log });
  const intake = createIntake(api, log, desk, (chat, isReachable) =>
    options.receipts?.reachable({ channel: "telegram", chat }, isReachable),
  );
  const menus = commandMenus({ api, commands, log, wait, signal });
  const whoIsMeant = slowdowns(now);
  const inOrder = stepByStep<Call>();
  const underWay = trackWork();
  let reaching: Reaching | undefined;
  let polling: Polling | undefined;
  let taking: Receive | undefined;

  return {
    name: "telegram",
    can,
    ...(webhook && {
      routes: webhookRoutes({
        ...{ secret: webhook.secret, room: webhook.room ?? createRoom() },
        ...{ intake, receive: () => taking, log },
      }),
    }),
    async start(receive) {
      // What an earlier run has Telegram push comes at once.
      taking = (update) => underWay.track(receive(update));
      reaching = reach({
        ...{
          api: new Api(token, { apiRoot, timeoutSeconds: soon, fetch }),
          apiRoot,
          webhook,
          log,
          wait,
          signal,
        },
        reached(username) {
          if (desk) desk.username = username;
          void menus.register();
          if (!webhook) polling = poll({ api, intake, receive, lease, log, wait, now });
        },
      });
      await reaching.begun;
    },
    trouble: () => reaching?.trouble() ?? polling?.trouble(),
    async send(chat, message) {
      const id = Number(chat);
      if (!Number.isSafeInteger(id))
        throw new DeliveryFailure("refused", `“${chat}” is no chat of Telegram's`);
      try {
        return await inOrder(
          chat,
          message,
          () => render(id, message, paidBroadcasts),
          (call) => perform(call, { api, openDocument, menus, shared }),
        );
      } catch (error) {
        const failure = failureOf(error);
        if (failure?.kind !== "slow-down") throw failure ?? error;
        throw failureOf(error, whoIsMeant(chat, failure.retryAfter));
      }
    },
    fetchFile,
    ...(desk && { desk }),
    async working(chat) {
      await api.sendChatAction(chat, "typing").catch((error: unknown) => {
        log.debug({ cause: failureOf(error)?.message ?? error }, "a chat was not told that we are writing");
      });
    },
    async stop() {
      stopping.abort();
      taking = undefined;
      await reaching?.ended;
      await polling?.stop();
      await underWay.ended();
    },
  };
}
