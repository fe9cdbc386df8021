import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { type Content, longestText, type Update } from "../../../conversations/engine/update.ts";
import type { Receive } from "../channel.ts";
import { requireChat } from "./chat-cookie.ts";
import { limitPace } from "./pace.ts";
import { Refusal } from "./refusals.ts";
import { isSameOrigin } from "./same-origin.ts";
import type { Happening, Transcript } from "./transcript.ts";

/** Room for the longest text with every character escaped, in bytes. */
const bodyLimit = 128 * 1024;

const id = z.uuid();

/** What the page posts. `id` is made by the page and the same whenever it posts the same thing again. */
const PostedUpdate = z.discriminatedUnion("kind", [
  z.object({
    id,
    kind: z.literal("text"),
    text: z.string().min(1).max(longestText),
    /** It answers a message that expects a password, and is kept nowhere. */
    secret: z.boolean().default(false),
  }),
  z.object({
    id,
    kind: z.literal("choice"),
    choice: z.string().min(1).max(256),
    message: z.string().max(64),
  }),
  z.object({
    id,
    kind: z.literal("command"),
    name: z.string().regex(/^[a-z][a-z_-]{0,31}$/),
    argument: z.string().max(256).default(""),
  }),
]);
type PostedUpdate = z.infer<typeof PostedUpdate>;

/** What a posted update needs. `receive` is there while updates are taken. */
export type UpdatesOptions = { transcript: Transcript; receive: () => Receive | undefined };

/** `POST /chat/updates`: answers only when the update is safe. The page posts it again until it hears so. */
export function updateRoutes(app: FastifyInstance, { transcript, receive }: UpdatesOptions): void {
  app.post(
    "/chat/updates",
    { bodyLimit, onRequest: [refuseOthers, limitPace(app)] },
    async (request, reply) => {
      const chat = requireChat(request);
      const taking = receive();
      if (!taking) throw new Refusal("unavailable", { retryAfter: 1 });
      const posted = read(request.body);
      const happening = happeningOf(posted);
      // First what the student did, or the answer would stand above it.
      if (happening) await transcript.append(chat, happening);
      await taking(updateOf(posted, chat, request.headers["accept-language"]));
      return reply.code(202).send({ accepted: posted.id });
    },
  );
}

/** Only the page itself may post. @throws a refusal `cross-site` */
export async function refuseOthers(request: FastifyRequest): Promise<void> {
  if (!isSameOrigin(request)) throw new Refusal("cross-site");
}

function read(body: unknown): PostedUpdate {
  const posted = PostedUpdate.safeParse(body);
  if (posted.success) return posted.data;
  const errors = posted.error.issues.map(({ path, message }) => ({ path: path.join("."), message }));
  throw new Refusal("validation-failed", { errors });
}

/** What of it every page of the chat shows. */
function happeningOf(posted: PostedUpdate): Happening | undefined {
  if (posted.kind === "choice") return { kind: "pressed", id: posted.message, choice: posted.choice };
  if (posted.kind === "command" || posted.secret) return undefined;
  return { kind: "said", id: posted.id, text: posted.text };
}

function updateOf(posted: PostedUpdate, chat: string, accepted: string | undefined): Update {
  const languageHint = /^[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8})*/.exec(accepted ?? "")?.[0];
  return {
    id: posted.id,
    address: { channel: "web", chat },
    content: contentOf(posted),
    messageId: posted.kind === "choice" ? posted.message : posted.id,
    ...(languageHint !== undefined && { languageHint }),
  };
}

function contentOf(posted: PostedUpdate): Content {
  if (posted.kind === "choice") return { kind: "choice", id: posted.choice };
  if (posted.kind === "command") return { kind: "command", name: posted.name, argument: posted.argument };
  const command = posted.secret ? null : /^\/([a-z][a-z_-]{0,31})(?:\s+(.*))?$/is.exec(posted.text.trim());
  if (command?.[1])
    return { kind: "command", name: command[1].toLowerCase(), argument: command[2]?.trim() ?? "" };
  return { kind: "text", text: posted.text };
}
