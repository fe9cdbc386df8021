import type { FastifyInstance, FastifyReply } from "fastify";
import { z } from "zod";
import { dispositionOf } from "../../../api/contract/disposition.ts";
import { DeliveryFailure, type OpenDocument } from "../channel.ts";
import { chatOf } from "./chat-cookie.ts";
import type { ChannelLog } from "./log.ts";
import type { PageFile, PageFiles } from "./page-files.ts";
import type { Transcript } from "./transcript.ts";

const Params = z.object({ id: z.string().regex(/^\d{1,16}-\d{1,10}$/) });

export type DocumentsOptions = {
  transcript: Transcript;
  openDocument: OpenDocument;
  files: PageFiles;
  log: ChannelLog;
};

/**
 * `GET /chat/documents/:id`: a document that was sent to this chat, fetched as it is asked for. Whoever logged out, or
 * comes from another chat, reads in plain words that it is gone.
 */
export function documentRoutes(app: FastifyInstance, options: DocumentsOptions): void {
  const { transcript, openDocument, files, log } = options;
  app.get("/chat/documents/:id", async (request, reply) => {
    const chat = chatOf(request);
    const { data } = Params.safeParse(request.params);
    const happening = chat !== undefined && data ? await transcript.find(chat, data.id) : undefined;
    if (happening?.kind !== "document") return sorry(reply, 410, files.gone);
    const { source } = happening;
    try {
      const bytes = await openDocument(source);
      return reply
        .type(source.type)
        .header("content-disposition", dispositionOf("inline", source.name))
        .send(Buffer.from(bytes));
    } catch (cause) {
      if (!(cause instanceof DeliveryFailure)) throw cause;
      if (cause.kind === "refused" || cause.kind === "blocked") return sorry(reply, 410, files.gone);
      log.warn({ cause, path: source.path }, "a document could not be fetched");
      return sorry(reply.header("retry-after", 10), 503, files.unavailable);
    }
  });
}

const sorry = (reply: FastifyReply, status: number, { type, bytes }: PageFile): FastifyReply =>
  reply.code(status).type(type).send(bytes);
