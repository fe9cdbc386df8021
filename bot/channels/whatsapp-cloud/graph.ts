import { request } from "undici";
import { z } from "zod";
import { readBody, TooLarge } from "../../read-body.ts";
import { DeliveryFailure } from "../channel.ts";
import { failureOf } from "./failures.ts";

/** An answer that takes longer than this, in ms, is none. */
const patience = 30_000;
/** The largest answer that is read, in bytes; a document of the largest that the university takes is smaller. */
const largest = 16 * 1024 * 1024;
/** Where Meta keeps media. The token goes along, so it goes nowhere else. */
const mediaHosts = /(?:^|\.)(?:fbsbx\.com|facebook\.com|fbcdn\.net|whatsapp\.net)$/;

/** Meta's Graph API, as one business number sees it. */
export type Graph = {
  /** Sends, or marks as read. @returns the id of what was sent. @throws {@link DeliveryFailure} */
  messages(payload: object): Promise<string | undefined>;
  /** @returns the id under which it can be sent. @throws {@link DeliveryFailure} */
  upload(bytes: Uint8Array, type: string, name: string): Promise<string>;
  /** @throws {@link DeliveryFailure} */
  download(mediaId: string): Promise<Uint8Array>;
};

export type GraphOptions = {
  /** With the version, like https://graph.facebook.com/v23.0 */
  root: string;
  phoneId: string;
  token: string;
};

const Accepted = z.object({ messages: z.array(z.object({ id: z.string() })).optional() });
const Uploaded = z.object({ id: z.string() });
const Media = z.object({ url: z.url() });

/** Reaches the Graph API. */
export function reachGraph({ root, phoneId, token }: GraphOptions): Graph {
  const authorization = `Bearer ${token}`;

  async function call(url: string, init: object = {}): Promise<Buffer> {
    const limits = { headersTimeout: patience, bodyTimeout: patience };
    const { statusCode, headers, body } = await request(url, { ...limits, ...init }).catch(
      (error: unknown) => {
        const why = error instanceof Error && "code" in error ? String(error.code) : "no answer";
        throw new DeliveryFailure("unreachable", `WhatsApp did not answer (${why})`);
      },
    );
    const bytes = await readBody(body, largest).catch((error: unknown) => {
      if (error instanceof TooLarge) throw new DeliveryFailure("refused", "WhatsApp's file is too large");
      throw new DeliveryFailure("unreachable", "WhatsApp's answer broke off");
    });
    if (statusCode < 300) return bytes;
    throw failureOf(statusCode, bytes.toString("utf8"), Number(headers["retry-after"]));
  }

  const json = <T>(schema: z.ZodType<T>, bytes: Buffer): T => {
    try {
      return schema.parse(JSON.parse(bytes.toString("utf8")));
    } catch (cause) {
      throw new DeliveryFailure("unreachable", "WhatsApp answered something unreadable", { cause });
    }
  };

  return {
    async messages(payload) {
      const answer = await call(`${root}/${phoneId}/messages`, {
        method: "POST",
        headers: { authorization, "content-type": "application/json" },
        body: JSON.stringify({ messaging_product: "whatsapp", ...payload }),
      });
      return json(Accepted, answer).messages?.[0]?.id;
    },
    async upload(bytes, type, name) {
      const form = new FormData();
      form.set("messaging_product", "whatsapp");
      form.set("type", type);
      form.set("file", new Blob([new Uint8Array(bytes)], { type }), name);
      const encoded = new Response(form);
      const answer = await call(`${root}/${phoneId}/media`, {
        method: "POST",
        headers: { authorization, "content-type": encoded.headers.get("content-type") ?? "" },
        body: Buffer.from(await encoded.arrayBuffer()),
      });
      return json(Uploaded, answer).id;
    },
    async download(mediaId) {
      const found = await call(`${root}/${encodeURIComponent(mediaId)}`, { headers: { authorization } });
      const { url } = json(Media, found);
      const { protocol, hostname, origin } = new URL(url);
      const isMeta = protocol === "https:" && mediaHosts.test(hostname);
      if (!isMeta && origin !== new URL(root).origin)
        throw new DeliveryFailure("refused", `WhatsApp keeps a file at ${hostname}, which is not Meta's`);
      return call(url, { headers: { authorization } });
    },
  };
}
