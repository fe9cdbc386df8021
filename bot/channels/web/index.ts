import rateLimit from "@fastify/rate-limit";
import type { FastifyPluginAsync } from "fastify";
import type { Cluster, Redis } from "ioredis";
import type { Message } from "../../../conversations/engine/message.ts";
import { type Channel, DeliveryFailure, type OpenDocument, type Receive } from "../channel.ts";
import { trackWork } from "../under-way.ts";
import { can } from "./can.ts";
import { documentRoutes } from "./documents.ts";
import { eventRoutes } from "./events.ts";
import { safeHeaders } from "./headers.ts";
import type { ChannelLog } from "./log.ts";
import { memoryTranscript } from "./memory-transcript.ts";
import { readPageFiles } from "./page-files.ts";
import { pageRoutes } from "./page-routes.ts";
import { redisTranscript } from "./redis-transcript.ts";
import { answerRefusals } from "./refusals.ts";
import type { Transcript } from "./transcript.ts";
import { updateRoutes } from "./updates.ts";
import { createUploads, uploadRoutes } from "./uploads.ts";

export type WebChannelOptions = {
  openDocument: OpenDocument;
  /** Where transcripts are kept and processes tell each other; this process's memory without it. */
  redis?: Redis | Cluster;
  /** ms since 1970. */
  now?: () => number;
  log: ChannelLog;
  /** The name at the top of the page. */
  university?: string;
};

/**
 * The chat in the browser, under `/chat`: a page, its events, its updates and its documents. Whoever has the cookie of
 * a chat is in it, in as many tabs as they like; what was said survives a reload, and nothing survives a log-out.
 */
export function webChannel(options: WebChannelOptions): Channel {
  const { openDocument, redis, now = Date.now, log, university = "Rabta" } = options;
  const transcript = redis
    ? redisTranscript(redis, (cause) => log.warn({ cause }, "Redis is away; open chat pages wait"))
    : memoryTranscript(now);
  const files = readPageFiles(university);
  const uploads = createUploads();
  const stopping = new AbortController();
  const underWay = trackWork();
  let taking: Receive | undefined;

  const routes: FastifyPluginAsync = async (app) => {
    app.setErrorHandler(answerRefusals(log));
    app.removeContentTypeParser("text/plain");
    app.addHook("onRequest", async (_request, reply) => {
      reply.headers(safeHeaders);
    });
    // Streams have no end of their own: a server that closes would wait for them.
    app.addHook("preClose", async () => stopping.abort());
    await app.register(rateLimit, {
      global: false,
      skipOnError: true,
      ...(redis && { redis, nameSpace: "rabta:web-pace:" }),
    });
    pageRoutes(app, files);
    eventRoutes(app, { transcript, stopping: stopping.signal });
    updateRoutes(app, { transcript, receive: () => taking });
    uploadRoutes(app, { transcript, receive: () => taking, uploads });
    documentRoutes(app, { transcript, openDocument, files, log });
  };

  return {
    name: "web",
    can,
    routes,
    async start(receive) {
      taking = (update) => underWay.track(receive(update));
    },
    async send(chat, message) {
      await show(transcript, chat, message);
      return undefined;
    },
    fetchFile: async ({ handle }) => uploads.get(handle),
    working: (chat) =>
      transcript
        .working(chat)
        .catch((cause) => log.warn({ cause }, "a page was not told that we are writing")),
    async stop() {
      taking = undefined;
      stopping.abort();
      await underWay.ended();
      await transcript.close();
    },
  };
}

async function show(transcript: Transcript, chat: string, message: Message): Promise<void> {
  try {
    await transcript.append(chat, message);
  } catch (cause) {
    throw new DeliveryFailure("unreachable", "the transcript of a web chat could not be written", { cause });
  }
}
