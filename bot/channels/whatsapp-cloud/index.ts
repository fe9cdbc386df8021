import type { Cluster, Redis } from "ioredis";
import type { Message as Said } from "../../../conversations/engine/message.ts";
import type { Update } from "../../../conversations/engine/update.ts";
import type { Receipts } from "../../delivery/receipts.ts";
import { createSharedFiles } from "../../delivery/shared-files.ts";
import { quotedPlace } from "../../desk/quoted-place.ts";
import type { Channel, OpenDocument, Receive } from "../channel.ts";
import { createRoom, type Room } from "../room.ts";
import { stepByStep } from "../step-by-step.ts";
import { trackWork } from "../under-way.ts";
import { can } from "./can.ts";
import { GraphRefusal, reengagement } from "./failures.ts";
import { type GraphOptions, reachGraph } from "./graph.ts";
import { createOffers } from "./offers.ts";
import { createPayloads } from "./payloads.ts";
import { createReadMarks } from "./read-marks.ts";
import { changesOf, Message, type Notification } from "./received.ts";
import { createStatuses } from "./statuses.ts";
import { type Template, templated } from "./template.ts";
import { translate } from "./translate.ts";
import { webhookRoutes } from "./webhook.ts";
import { createWindow } from "./window.ts";

export type WhatsappCloudOptions = GraphOptions & {
  appSecret: string;
  verifyToken: string;
  /** For what is told outside of the service window. */
  template: Template | undefined;
  openDocument: OpenDocument;
  /** The number of a phone with which the desk works. */
  desk?: string | undefined;
  redis?: Redis | Cluster;
  receipts?: Receipts;
  /** For what Meta posts; one of its own unless given. */
  room?: Room;
  log: Log;
  /** ms since 1970. */
  now?: () => number;
};

type Log = {
  debug(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
};

/** WhatsApp by Meta's Cloud API: webhook in, Graph API out. */
export function whatsappCloudChannel(options: WhatsappCloudOptions): Channel {
  const {
    phoneId,
    appSecret,
    verifyToken,
    template,
    openDocument,
    redis,
    receipts,
    log,
    now = Date.now,
  } = options;
  const graph = reachGraph(options);
  const marks = createReadMarks(graph, log);
  const window = createWindow(redis, now);
  const offers = createOffers(redis, log);
  const hearStatus = createStatuses({ receipts, window, log });
  const payloads = createPayloads(graph, openDocument, createSharedFiles(undefined, now));
  const inOrder = stepByStep<object>();
  const told = new Set<string>();
  const newest = new Map<string, string>();
  const underWay = trackWork();
  let taking: Receive | undefined;

  /** An operator wants to know of a new kind, not of each of its messages. */
  function once(what: string): void {
    if (!told.has(what))
      log.warn({ what }, "WhatsApp sent something that this channel does not know; it is passed over");
    told.add(what);
  }

  async function take(receive: Receive, notification: Notification): Promise<void> {
    for (const { field, value } of changesOf(notification, once)) {
      if (field !== "messages") once(`a change of ${field}`);
      else if (value.metadata?.phone_number_id === phoneId) {
        for (const { code } of value.errors ?? []) log.error({ code }, "WhatsApp reports an error");
        for (const status of value.statuses ?? []) await hearStatus(status);
        // One after the other: a person's messages are heard in their order.
        for (const message of value.messages ?? []) await takeMessage(receive, message);
      }
    }
  }

  async function takeMessage(receive: Receive, sent: unknown): Promise<void> {
    const read = Message.safeParse(sent);
    const update = read.success ? translate(read.data) : { unknown: "a message of no known form" };
    if (!update) return;
    if ("unknown" in update) return once(update.unknown);
    const { chat } = update.address;
    // Whoever was out of reach is no more.
    if (await window.open(chat)) receipts?.reachable(update.address, true);
    newest.set(chat, update.messageId ?? "");
    await (desk?.chat === chat ? desk.receive(update) : receive(await withOffer(update)));
    newest.delete(chat);
    marks.read(update.messageId ?? "");
  }

  /** What is pressed says itself of which offer it is. */
  async function withOffer(update: Update): Promise<Update> {
    if (update.content.kind !== "text") return update;
    const offer = await offers.had(update.address.chat, update.quoted);
    return offer === undefined ? update : { ...update, offer };
  }

  async function sendTemplate(chat: string, message: Said): Promise<string | undefined> {
    const payload = templated(message, template);
    return payload && graph.messages({ ...to(chat), ...payload });
  }

  const channel: Channel = {
    name: "whatsapp-cloud",
    can,
    routes: webhookRoutes({
      appSecret,
      verifyToken,
      room: options.room ?? createRoom(),
      take: () => {
        const receive = taking;
        return receive && ((notification) => underWay.track(take(receive, notification)));
      },
      log,
    }),
    async start(receive) {
      taking = receive;
    },
    async send(chat, message) {
      if (message.kind !== "text" && message.kind !== "document") return undefined;
      if (!(await window.isOpen(chat))) return sendTemplate(chat, message);
      try {
        await offers.goesOut(chat, message);
        const id = await inOrder(
          chat,
          message,
          () => payloads.ofMessage(message),
          (payload) => graph.messages({ ...to(chat), ...payload }),
        );
        await offers.wentOut(id, message);
        return id;
      } catch (error) {
        if (!(error instanceof GraphRefusal)) throw error;
        if (error.code === reengagement || error.kind === "blocked") await window.close(chat);
        if (error.code !== reengagement) throw error;
        return sendTemplate(chat, message);
      }
    },
    async sendFile(chat, file, caption, quotes) {
      return inOrder(
        chat,
        file,
        () => payloads.ofFile(file, caption, quotes),
        (payload) => graph.messages({ ...to(chat), ...payload }),
      );
    },
    fetchFile: ({ handle }) => graph.download(handle),
    async working(chat) {
      const messageId = newest.get(chat);
      if (messageId) await marks.working(messageId);
    },
    async stop() {
      taking = undefined;
      await underWay.ended();
      await marks.stop();
    },
  };
  const desk = options.desk === undefined ? undefined : quotedPlace(channel, options.desk);
  return { ...channel, ...(desk && { desk }) };
}

/** A number, or Meta's business-scoped id of somebody who does not show it. */
const to = (chat: string) =>
  /^\d+$/.test(chat)
    ? { recipient_type: "individual", to: chat }
    : { recipient_type: "individual", recipient: chat };
