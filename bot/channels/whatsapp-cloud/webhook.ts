import { createHmac, timingSafeEqual } from "node:crypto";
import type { FastifyPluginAsync } from "fastify";
import { z } from "zod";
import { sameSecret } from "../../../api/contract/same-secret.ts";
import { comeAgain, type Room } from "../room.ts";
import { jsonOf } from "./json.ts";
import { Notification } from "./received.ts";

/** Where Meta posts, below the address under which it reaches us. */
const webhookPath = "/webhooks/whatsapp";

/** The largest notification, in bytes: most have some kilobytes, and Meta posts no more than 3 MB. */
const bodyLimit = 3.5 * 1024 * 1024;

/** Each once: a query may say a thing twice. */
const Verification = z.object({
  "hub.mode": z.literal("subscribe"),
  "hub.verify_token": z.string(),
  "hub.challenge": z.string().default(""),
});

export type WebhookOptions = {
  appSecret: string;
  verifyToken: string;
  room: Room;
  /** Resolves when everything in it is safe. There while updates are taken. */
  take: () => ((notification: Notification) => Promise<void>) | undefined;
  log: { error(details: object, message: string): void };
};

/**
 * `GET` and `POST /webhooks/whatsapp`: proves the address to Meta, and takes what it posts: 200 only when all of it is
 * safe, for anything else, and for what found no {@link Room}, Meta posts it again. What the app's secret did not
 * sign is refused.
 */
export function webhookRoutes({
  appSecret,
  verifyToken,
  room,
  take,
  log,
}: WebhookOptions): FastifyPluginAsync {
  return async (app) => {
    // The signature is over the bytes, not over what they say.
    app.removeAllContentTypeParsers();
    app.addContentTypeParser("*", { parseAs: "buffer", bodyLimit }, (_request, body, done) =>
      done(null, body),
    );

    app.get(webhookPath, async ({ query }, reply) => {
      const asked = Verification.safeParse(query).data;
      const known = asked && sameSecret(asked["hub.verify_token"], verifyToken);
      return known ? reply.type("text/plain").send(asked["hub.challenge"]) : reply.code(403).send();
    });

    app.post(
      webhookPath,
      {
        bodyLimit,
        onRequest: async ({ headers }, reply) => {
          if (!signatureOf(headers)) return reply.code(401).send();
        },
      },
      async ({ headers, body }, reply) => {
        const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
        const expected = createHmac("sha256", appSecret).update(bytes).digest();
        const given = Buffer.from(signatureOf(headers) ?? "", "hex");
        if (given.length !== expected.length || !timingSafeEqual(given, expected))
          return reply.code(401).send();
        const taking = take();
        if (!taking) return reply.code(503).send();
        const read = Notification.safeParse(jsonOf(bytes.toString("utf8")));
        if (!read.success) return reply.code(400).send();
        const leave = room.enter("whatsapp-cloud");
        if (!leave) return comeAgain(reply);
        try {
          await taking(read.data);
          return reply.send();
        } catch (cause) {
          log.error({ cause }, "what WhatsApp posted could not be kept; it will come again");
          return reply.code(503).send();
        } finally {
          leave();
        }
      },
    );
  };
}

const signatureOf = (headers: Record<string, unknown>): string | undefined =>
  /^sha256=([0-9a-f]{64})$/.exec(String(headers["x-hub-signature-256"] ?? ""))?.[1];
