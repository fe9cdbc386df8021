import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { giveChat } from "./chat-cookie.ts";
import type { PageFile, PageFiles } from "./page-files.ts";
import { Refusal } from "./refusals.ts";

const Params = z.object({ version: z.string(), name: z.string() });

/**
 * `GET /chat`, which gives a browser its chat, and the page's scripts and styles. Browsers cache those for good under
 * their version; under another version's address, of a process that is older or newer, they are asked for anew.
 */
export function pageRoutes(app: FastifyInstance, files: PageFiles): void {
  app.get("/chat", async (request, reply) => {
    giveChat(request, reply);
    return sendFile(request, reply, files.index);
  });
  app.get("/chat/", async (_request, reply) => reply.redirect("/chat"));
  app.get("/chat/assets/:version/:name", async (request, reply) => {
    const { version, name } = Params.parse(request.params);
    const file = files.assets.get(name);
    if (!file) throw new Refusal("not-found");
    const kept = version === files.version ? "public, max-age=31536000, immutable" : "no-cache";
    return sendFile(request, reply.header("cache-control", kept), file);
  });
}

/** Sends a file of a page, compressed where the browser takes that. */
export function sendFile(request: FastifyRequest, reply: FastifyReply, file: PageFile): FastifyReply {
  const gzip = /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
  if (gzip) reply.header("content-encoding", "gzip");
  return reply
    .type(file.type)
    .header("vary", "accept-encoding")
    .send(gzip ? file.gzipped : file.bytes);
}
