import { onTestFinished, vi } from "vitest";
import type { WebChannelOptions } from "../../bot/channels/web/index.ts";
import type { Update } from "../../conversations/engine/update.ts";
import { served } from "./served.ts";
import { visitor } from "./visitor.ts";

/** A channel that takes updates in, for one test, and a student who has its page open. */
export async function taking(options: Partial<WebChannelOptions> = {}) {
  const server = await served(options);
  onTestFinished(() => server.close());
  const receive = vi.fn<(update: Update) => Promise<void>>(async () => {});
  await server.channel.start(receive);
  return { ...server, receive, student: await visitor(server.app) };
}
