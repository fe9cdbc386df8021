import { join } from "node:path";
import type { FastifyBaseLogger } from "fastify";
import type { Cluster, Redis } from "ioredis";
import type { Language } from "../../api/contract/shared.ts";
import { plain } from "../../conversations/engine/markup.ts";
import { translate } from "../../conversations/words/words.ts";
import { type Config, ConfigError } from "../config.ts";
import type { Receipts } from "../delivery/receipts.ts";
import type { Channel, OpenDocument } from "./channel.ts";
import type { Room } from "./room.ts";
import { telegramChannel } from "./telegram/index.ts";
import { webChannel } from "./web/index.ts";
import { whatsappCloudChannel } from "./whatsapp-cloud/index.ts";
import { findChromium } from "./whatsapp-web/chromium.ts";
import { whatsappWebChannel } from "./whatsapp-web/index.ts";

type Surroundings = {
  openDocument: OpenDocument;
  redis?: Redis | Cluster;
  receipts: Receipts;
  /** Shared by all whose messengers post to us. */
  room: Room;
  log: FastifyBaseLogger;
};

/** How many messages a second Telegram takes for free; above that it takes only paid broadcasts. */
const freeRate = 30;

/** Every channel that the configuration turns on, by name. A new one is one line here. */
export function openChannels(config: Config, around: Surroundings): ReadonlyMap<string, Channel> {
  const channels = [webChannel({ ...around, university: config.UNIVERSITY })];
  if (config.TELEGRAM_BOT_TOKEN) {
    channels.push(
      telegramChannel({
        ...around,
        token: config.TELEGRAM_BOT_TOKEN,
        apiRoot: config.TELEGRAM_API_ROOT,
        desk: config.TELEGRAM_DESK_CHAT_ID,
        paidBroadcasts: config.TELEGRAM_BROADCAST_RATE > freeRate,
        ...(config.PUBLIC_URL &&
          config.TELEGRAM_WEBHOOK_SECRET && {
            webhook: {
              url: `${config.PUBLIC_URL}/webhooks/telegram`,
              secret: config.TELEGRAM_WEBHOOK_SECRET,
              room: around.room,
            },
          }),
        commands,
      }),
    );
  }
  if (config.WHATSAPP_WEB === "on") {
    channels.push(
      whatsappWebChannel({
        ...around,
        browser: {
          dataPath: join(config.DATA_DIR, "whatsapp"),
          executablePath: chromiumOf(config),
          args: config.CHROMIUM_ARGS,
          pairingNumber: config.WHATSAPP_PAIRING_NUMBER,
          group: groupOf(config.WHATSAPP_DESK_CHAT),
          page: config.WHATSAPP_WEB_VERSION
            ? { version: config.WHATSAPP_WEB_VERSION, folder: join(config.DATA_DIR, "whatsapp-pages") }
            : undefined,
        },
        operatorKey: config.API_KEY,
        between: config.WHATSAPP_WEB_PACE,
      }),
    );
  }
  const { WHATSAPP_CLOUD_PHONE_ID: phoneId, WHATSAPP_CLOUD_TOKEN: token } = config;
  const { WHATSAPP_CLOUD_APP_SECRET: appSecret, WHATSAPP_CLOUD_VERIFY_TOKEN: verifyToken } = config;
  if (phoneId && token && appSecret && verifyToken) {
    channels.push(
      whatsappCloudChannel({
        ...around,
        ...{ phoneId, token, appSecret, verifyToken },
        root: config.WHATSAPP_CLOUD_API_ROOT,
        template: config.WHATSAPP_CLOUD_TEMPLATE,
        ...(isNumber(config.WHATSAPP_DESK_CHAT) && { desk: config.WHATSAPP_DESK_CHAT }),
      }),
    );
  }
  return new Map(channels.map((channel) => [channel.name, channel]));
}

/** A phone, and not a group, which only whatsapp-web.js can be in. */
const isNumber = (chat: string | undefined): boolean => chat !== undefined && /^\d+$/.test(chat);

/** A group, or the chat with a phone, as WhatsApp Web calls it. */
const groupOf = (chat: string | undefined): string | undefined => (isNumber(chat) ? `${chat}@c.us` : chat);

/** @throws {@link ConfigError} where there is no browser: better now than when the first student waits */
function chromiumOf({ CHROMIUM_PATH }: Config): string {
  const path = findChromium(CHROMIUM_PATH);
  if (path) return path;
  throw new ConfigError(
    CHROMIUM_PATH
      ? `CHROMIUM_PATH ${CHROMIUM_PATH} is no program; one looks like /usr/bin/chromium.`
      : "CHROMIUM_PATH is needed for WHATSAPP_WEB=on, because no Chromium was found; it looks like /usr/bin/chromium.",
  );
}

/** What a messenger lists beside its input field. */
function commands(language: Language): { command: string; description: string }[] {
  const t = translate(language);
  return [
    { command: "menu", description: plain(t("command-menu")) },
    { command: "grades", description: plain(t("command-grades")) },
    { command: "help", description: plain(t("command-help")) },
    { command: "language", description: plain(t("command-language")) },
    { command: "logout", description: plain(t("command-logout")) },
  ];
}
