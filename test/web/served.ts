import Fastify, { type FastifyInstance, type FastifyServerOptions } from "fastify";
import type { Channel } from "../../bot/channels/channel.ts";
import { type WebChannelOptions, webChannel } from "../../bot/channels/web/index.ts";

/** What the channel told its operator. */
export type Told = { level: "warn" | "error"; message: string; details: Record<string, unknown> };

export type Served = {
  app: FastifyInstance;
  channel: Channel;
  told: Told[];
  /** Listens on a free port. @returns the address, like http://127.0.0.1:40123 */
  listen(): Promise<string>;
  close(): Promise<void>;
};

/** The web channel on a server of its own, beside a route that is none of its business. */
export async function served(
  options: Partial<WebChannelOptions> = {},
  server: FastifyServerOptions = {},
): Promise<Served> {
  const told: Told[] = [];
  const channel = webChannel({
    openDocument: async () => new TextEncoder().encode("%PDF-1.7 a result card"),
    log: {
      warn: (details, message) => void told.push({ level: "warn", message, details }),
      error: (details, message) => void told.push({ level: "error", message, details }),
    },
    university: "Allama Iqbal Open University",
    ...options,
  });
  const app = Fastify(server);
  app.post("/elsewhere", async () => ({ fine: true }));
  if (channel.routes) await app.register(channel.routes);
  await app.ready();
  return {
    app,
    channel,
    told,
    listen: () => app.listen({ host: "127.0.0.1", port: 0 }),
    async close() {
      await channel.stop();
      await app.close();
    },
  };
}
