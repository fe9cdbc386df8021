import { Readable } from "node:stream";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { createBell } from "./bell.ts";
import { requireChat } from "./chat-cookie.ts";
import { shown } from "./shown.ts";
import type { Transcript } from "./transcript.ts";

/** How often a page hears that the connection lives, in ms: under the patience of proxies. */
const heartbeat = 15_000;
/** After how long a page that lost us tries again, in ms. */
const retry = 2000;

const EntryId = z.string().regex(/^\d{1,16}-\d{1,10}$/);
const Query = z.object({ after: EntryId.optional().catch(undefined) });

/** What the pages' streams need. They end when `stopping` says so. */
export type EventsOptions = { transcript: Transcript; stopping: AbortSignal };

/**
 * `GET /chat/events`: server-sent events. First what the page does not have yet (everything, or what came after
 * Last-Event-ID or `?after=`), then `ready`, then what happens, as it happens. In between `working` and `beat`.
 */
export function eventRoutes(app: FastifyInstance, { transcript, stopping }: EventsOptions): void {
  app.get("/chat/events", { logLevel: "warn" }, async (request, reply) => {
    const chat = requireChat(request);
    const gone = new AbortController();
    reply.raw.once("close", () => gone.abort());
    const after =
      EntryId.safeParse(request.headers["last-event-id"]).data ?? Query.parse(request.query).after;
    const ending = AbortSignal.any([gone.signal, stopping]);
    return reply
      .type("text/event-stream")
      .headers({ "cache-control": "no-store, no-transform", "x-accel-buffering": "no" })
      .send(Readable.from(frames(transcript, chat, after, ending)));
  });
}

async function* frames(
  transcript: Transcript,
  chat: string,
  after: string | undefined,
  ending: AbortSignal,
): AsyncGenerator<string> {
  const bell = createBell(ending);
  // Following before reading: what comes in between rings the bell.
  const leave = await transcript.follow(chat, bell.ring);
  try {
    yield `retry: ${retry}\n\n`;
    let [last, rung] = [after, ["start"]];
    for (; !ending.aborted; rung = await bell.wait(heartbeat)) {
      if (rung.includes("working")) yield frame("working", {});
      for (const entry of await transcript.read(chat, last)) {
        last = entry.id;
        yield frame("message", shown(entry), entry.id);
      }
      if (rung.includes("start")) yield frame("ready", { empty: last === undefined });
      else if (rung.length === 0) yield frame("beat", {});
    }
  } finally {
    await leave();
  }
}

const frame = (event: string, data: object, id?: string): string =>
  `${id === undefined ? "" : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
