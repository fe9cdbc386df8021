import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { mostBytes } from "../../../api/contract/requests.ts";
import { DeliveryFailure } from "../channel.ts";
import { requireChat } from "./chat-cookie.ts";
import { limitPace } from "./pace.ts";
import { Refusal } from "./refusals.ts";
import { roomForFiles } from "./room-for-files.ts";
import { refuseOthers, type UpdatesOptions } from "./updates.ts";

/** `id` is made by the page, and the same whenever it posts the same file again. */
const Query = z.object({ id: z.uuid(), name: z.string().max(255).default("") });

/** Whoever has no chat is turned away before their file is read. */
const refuseStrangers = async (request: FastifyRequest): Promise<void> => void requireChat(request);

/** Files on their way in: held while the house takes the update that brings them, and kept nowhere. */
export type Uploads = {
  /** Holds a file. @returns its handle, and what lets go of it */
  hold(bytes: Buffer): { handle: string; release(): void };
  /** @throws {@link DeliveryFailure} for one that is not held (any more) */
  get(handle: string): Buffer;
};

/** Makes the place where files are held. */
export function createUploads(): Uploads {
  const held = new Map<string, Buffer>();
  return {
    hold(bytes) {
      const handle = crypto.randomUUID();
      held.set(handle, bytes);
      return { handle, release: () => void held.delete(handle) };
    },
    get(handle) {
      const bytes = held.get(handle);
      if (!bytes) throw new DeliveryFailure("refused", "the page's file is not held any more");
      return bytes;
    },
  };
}

/** `POST /chat/files`: a file of the student's, as bytes. Answers only when the update that brings it is safe. */
export function uploadRoutes(
  app: FastifyInstance,
  { transcript, receive, uploads }: UpdatesOptions & { uploads: Uploads },
): void {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("application/octet-stream", { parseAs: "buffer" }, (_request, body, done) =>
      done(null, body),
    );
    const onRequest = [refuseOthers, refuseStrangers, limitPace(scope), roomForFiles()];
    scope.post("/chat/files", { bodyLimit: mostBytes, onRequest }, async (request, reply) => {
      const chat = requireChat(request);
      const taking = receive();
      if (!taking) throw new Refusal("unavailable", { retryAfter: 1 });
      const query = Query.safeParse(request.query);
      if (!query.success || !Buffer.isBuffer(request.body) || request.body.length === 0)
        throw new Refusal("validation-failed");
      const { id, name } = query.data;
      const { body } = request;
      await transcript.append(chat, { kind: "said", id, text: `📎 ${name}` });
      const { handle, release } = uploads.hold(body);
      const file = { handle, name, type: "application/octet-stream", bytes: body.length };
      try {
        const content = { kind: "file", file, caption: "" } as const;
        await taking({ id, address: { channel: "web", chat }, content, messageId: id });
      } finally {
        release();
      }
      return reply.code(202).send({ accepted: id });
    });
  });
}
