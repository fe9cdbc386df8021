import { createHmac, randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { onTestFinished } from "vitest";
import { mediaTypes, Reading, Sending } from "./schema.ts";

/** A refusal, as Meta words it. */
class Refusal extends Error {
  readonly status: number;
  readonly code: number;
  readonly isPassing: boolean;
  constructor(status: number, code: number, details: string, isPassing = false) {
    super(details);
    this.status = status;
    this.code = code;
    this.isPassing = isPassing;
  }
}

const day = 24 * 60 * 60_000;
/** One message in six seconds to one person, with so many at once before that counts. */
const pair = { every: 6_000, burst: 45 };

/** What somebody was sent, with Meta's id of it. */
export type Heard = Sending & { id: string };

type Person = { waId: string; heard: Heard[]; lastWrote: number; tokens: number; tokensAt: number };

export type MetaOptions = { now?: () => number; template?: string };

/**
 * Meta's Cloud API for one business number, for one test. It refuses what Meta refuses: unknown fields, wrong lengths
 * and counts, another token, free words outside the 24 hours, more than a pair may have, media that it does not take.
 * What people write it posts, signed, to the webhook, again and again until it hears 200.
 */
export async function meta({ now = Date.now, template = "campus_notice" }: MetaOptions = {}) {
  const phoneId = "106540352242922";
  const token = "EAAG-a-token";
  const appSecret = "app secret";
  const people = new Map<string, Person>();
  const media = new Map<string, { type: string; name: string; bytes: Buffer }>();
  const read: { message_id: string; typing: boolean }[] = [];
  const faults: { code: number; status: number; retryAfter?: number; isPassing?: boolean }[] = [];
  const posted: { status: number }[] = [];
  let webhook = "";
  let calls = 0;

  const person = (waId: string): Person => {
    const known = people.get(waId) ?? { waId, heard: [], lastWrote: 0, tokens: pair.burst, tokensAt: now() };
    people.set(waId, known);
    return known;
  };

  const server = createServer(async (request, response) => {
    calls++;
    try {
      await answer(request, response);
    } catch (error) {
      const refusal = error instanceof Refusal ? error : new Refusal(500, 131000, String(error));
      const { status, code, isPassing, message: details } = refusal;
      const body = {
        message: `(#${code}) ${details}`,
        ...{ type: "OAuthException", code, fbtrace_id: "A", ...(isPassing && { is_transient: true }) },
        error_data: { messaging_product: "whatsapp", details },
      };
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify({ error: body }));
    }
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request);
    const { pathname } = new URL(request.url ?? "/", "http://meta");
    if (request.headers.authorization !== `Bearer ${token}`)
      throw new Refusal(401, 190, "Error validating access token: Session has expired");
    const post = request.method === "POST";
    const given = post && pathname === `/v23.0/${phoneId}/messages` ? JSON.parse(body.toString()) : undefined;
    const fault = given?.status === undefined ? faults.shift() : undefined;
    if (fault) {
      if (fault.retryAfter) response.setHeader("retry-after", fault.retryAfter);
      throw new Refusal(fault.status, fault.code, "prepared by the test", fault.isPassing);
    }
    const say = (answer: object) =>
      void response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(answer));
    if (given !== undefined) return say(message(given));
    if (post && pathname === `/v23.0/${phoneId}/media`) return say(await upload(request, body));
    if (request.method === "GET" && pathname === `/v23.0/${phoneId}`)
      return say({ display_phone_number: "+92 300 9990000", quality_rating: "GREEN", id: phoneId });
    const found = media.get(pathname.split("/").at(-1) ?? "");
    if (request.method === "GET" && found && pathname.startsWith("/download/")) {
      return void response.writeHead(200, { "content-type": found.type }).end(found.bytes);
    }
    if (request.method === "GET" && found) {
      const id = pathname.split("/").at(-1);
      return say({
        messaging_product: "whatsapp",
        url: `${root()}/download/${id}`,
        mime_type: found.type,
        id,
      });
    }
    throw new Refusal(400, 100, `Unsupported ${request.method} request for ${pathname}`);
  }

  function message(given: { status?: string }): object {
    if (given.status !== undefined) {
      const { message_id, typing_indicator } = parsed(Reading, given);
      read.push({ message_id, typing: typing_indicator !== undefined });
      return { success: true };
    }
    const sending = parsed(Sending, given);
    const to = sending.to ?? sending.recipient;
    if (to === undefined) throw new Refusal(400, 100, "The parameter to is required");
    const known = people.get(to);
    if (!known) throw new Refusal(400, 131026, "Message undeliverable");
    if (sending.type === "template") {
      if (sending.template.name !== template) throw new Refusal(404, 132001, "Template name does not exist");
    } else if (known.lastWrote + day < now()) throw new Refusal(400, 131047, "Re-engagement message");
    if (sending.type === "image" || sending.type === "document" || sending.type === "audio") {
      const sent = { image: undefined, document: undefined, audio: undefined, ...sending };
      const file = media.get((sent.image ?? sent.document ?? sent.audio)?.id ?? "");
      if (!file) throw new Refusal(400, 131009, "Media not found");
      const kind = /^(image|audio)\//.exec(file.type)?.[1] ?? "document";
      if (sending.type !== kind) throw new Refusal(400, 131053, `${file.type} is no ${sending.type}`);
    }
    takeToken(known);
    const id = `wamid.${randomBytes(12).toString("base64url")}`;
    known.heard.push({ ...sending, id });
    return {
      messaging_product: "whatsapp",
      contacts: [{ input: to, wa_id: to }],
      messages: [{ id }],
    };
  }

  function takeToken(known: Person): void {
    const elapsed = now() - known.tokensAt;
    known.tokens = Math.min(pair.burst, known.tokens + elapsed / pair.every);
    known.tokensAt = now();
    if (known.tokens < 1)
      throw new Refusal(400, 131056, "(Business Account, Consumer Account) pair rate limit hit");
    known.tokens--;
  }

  async function upload(request: IncomingMessage, body: Buffer): Promise<object> {
    const headers = { "content-type": request.headers["content-type"] ?? "" };
    const form = await new Response(new Uint8Array(body), { headers }).formData();
    const file = form.get("file");
    if (form.get("messaging_product") !== "whatsapp" || !(file instanceof File))
      throw new Refusal(400, 100, "Invalid parameter");
    const type = String(form.get("type"));
    const most = mediaTypes[type];
    if (most === undefined || file.type !== type)
      throw new Refusal(
        400,
        100,
        `Param file must be a file with one of the types: ${Object.keys(mediaTypes)}`,
      );
    if (file.size > most) throw new Refusal(400, 131053, "Media upload error: too large");
    const id = String(900_000 + media.size);
    media.set(id, { type, name: file.name, bytes: Buffer.from(await file.arrayBuffer()) });
    return { id };
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const root = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  /** Posts to the webhook until it answers 200, as Meta does, though sooner. */
  async function notify(value: object, field = "messages"): Promise<void> {
    const metadata = { display_phone_number: "923009990000", phone_number_id: phoneId };
    const change = { field, value: { messaging_product: "whatsapp", metadata, ...value } };
    const body = JSON.stringify({
      object: "whatsapp_business_account",
      entry: [{ id: "1", changes: [change] }],
    });
    const signature = createHmac("sha256", appSecret).update(body).digest("hex");
    const headers = { "content-type": "application/json", "x-hub-signature-256": `sha256=${signature}` };
    for (let attempt = 0; attempt < 10; attempt++) {
      const { status } = await fetch(webhook, { method: "POST", headers, body });
      posted.push({ status });
      if (status === 200) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`the webhook never answered 200: ${JSON.stringify(posted)}`);
  }

  let written = 0;
  const envelope = (waId: string, more: object) => ({
    ...{ from: waId, id: `wamid.IN${++written}`, timestamp: String(Math.floor(now() / 1000)) },
    ...more,
  });
  const write = async (waId: string, ...messages: object[]): Promise<void> => {
    person(waId).lastWrote = now();
    const contacts = [{ profile: { name: "Ayesha" }, wa_id: waId }];
    await notify({ contacts, messages: messages.map((one) => envelope(waId, one)) });
  };

  return {
    root: () => `${root()}/v23.0`,
    ...{ phoneId, token, appSecret, template, posted, read, media },
    calls: () => calls,
    /** Where updates are posted to. */
    postTo: (url: string) => {
      webhook = url;
    },
    notify,
    envelope,
    /** The next calls are refused with these; but for read marks, which come when they come, and nobody waits for. */
    fail: (...next: typeof faults) => void faults.push(...next),
    /** Somebody who has WhatsApp. */
    someone(waId: string) {
      const one = person(waId);
      return {
        heard: one.heard,
        /** Writes messages, which come in one post. */
        writes: (...messages: object[]) => write(waId, ...messages),
        says: (body: string) => write(waId, { type: "text", text: { body } }),
        /** Answers one of the messages that it heard. */
        quotes: (sending: Heard, body: string) =>
          write(waId, { type: "text", text: { body }, context: { from: "923009990000", id: sending.id } }),
        /** Presses a button, or a row of a list, by what stands on it. */
        async presses(title: string) {
          for (const sending of one.heard.toReversed()) {
            if (sending.type !== "interactive") continue;
            const { interactive } = sending;
            if (interactive.type === "button") {
              const button = interactive.action.buttons.find(({ reply }) => reply.title.includes(title));
              if (button)
                return write(waId, {
                  type: "interactive",
                  interactive: { type: "button_reply", button_reply: button.reply },
                });
            } else {
              const row = interactive.action.sections
                .flatMap(({ rows }) => rows)
                .find((one) => `${one.title} ${one.description ?? ""}`.includes(title));
              if (row)
                return write(waId, {
                  type: "interactive",
                  interactive: { type: "list_reply", list_reply: row },
                });
            }
          }
          throw new Error(`nothing says ${title}`);
        },
        /** Sends a file. */
        async sends(bytes: Uint8Array, type: string, more: object = {}) {
          const id = String(500_000 + media.size);
          media.set(id, { type, name: "", bytes: Buffer.from(bytes) });
          const kind = type.startsWith("image/") ? "image" : "document";
          await write(waId, { type: kind, [kind]: { id, mime_type: type, sha256: "x", ...more } });
        },
        /** So long ago (ms) was the last word. */
        wroteAgo: (ms: number) => {
          one.lastWrote = now() - ms;
        },
      };
    },
  };
}

function parsed<T>(
  schema: {
    safeParse(given: unknown): { success: true; data: T } | { success: false; error: { message: string } };
  },
  given: unknown,
): T {
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  throw new Refusal(400, 100, `Invalid parameter ${read.error.message}`);
}
