import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from "fastify";
import { sameSecret } from "../../../api/contract/same-secret.ts";
import type { Receive } from "../channel.ts";
import { comeAgain, type Room } from "../room.ts";
import type { Intake, Taken } from "./intake.ts";
import type { TelegramLog } from "./log.ts";

/** Where Telegram posts updates to, below the address under which it reaches us. */
const webhookPath = "/webhooks/telegram";

export type WebhookOptions = {
  secret: string;
  intake: Intake;
  room: Room;
  /** There while updates are taken. */
  receive: () => Receive | undefined;
  log: TelegramLog;
};

/** The largest update, in bytes; real ones have some kilobytes. */
const bodyLimit = 1024 * 1024;

/**
 * `POST /webhooks/telegram`: answers 200 only when the update is safe; anything else makes Telegram post it again, and
 * so it does what found no {@link Room}. Whoever does not know the secret is turned away before their body is read.
 */
export function webhookRoutes({ secret, intake, room, receive, log }: WebhookOptions): FastifyPluginAsync {
  const isTelegram = knows(secret);

  async function handed({ work }: Taken, taking: Receive, reply: FastifyReply): Promise<FastifyReply> {
    try {
      await work?.hand(taking);
      return reply.send();
    } catch (cause) {
      const { update, chat } = work ?? {};
      log.error({ cause, update, chat }, "an update could not be kept; it will come again");
      return reply.code(503).send();
    }
  }

  return async (app) => {
    app.post(
      webhookPath,
      {
        bodyLimit,
        onRequest: async (request, reply) => {
          if (!isTelegram(request)) return reply.code(401).send();
        },
      },
      async (request, reply) => {
        const taking = receive();
        if (!taking) return reply.code(503).send();
        const leave = room.enter("telegram");
        if (!leave) return comeAgain(reply);
        try {
          const taken = intake(request.body);
          if (!taken) return reply.code(400).send();
          return await handed(taken, taking, reply);
        } finally {
          leave();
        }
      },
    );
  };
}

/** Whether a request brings the secret along. */
const knows =
  (secret: string) =>
  ({ headers }: FastifyRequest): boolean => {
    const given = headers["x-telegram-bot-api-secret-token"];
    return typeof given === "string" && sameSecret(given, secret);
  };
