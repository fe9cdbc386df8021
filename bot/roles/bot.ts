import { flows } from "../../conversations/flows/index.ts";
import { learnNow } from "../../conversations/understanding/understand.ts";
import type { Channel } from "../channels/channel.ts";
import { ends } from "../closing.ts";
import { deskPage } from "../desk/page-routes.ts";
import type { Program } from "../program.ts";
import { receiveFrom } from "../receive.ts";
import type { Conversations } from "./conversations.ts";

/** Role `bot`, before it listens: where messengers post to, and the pages. */
export async function serveBot(
  { config, http, log }: Program,
  { university, channels }: Conversations,
): Promise<void> {
  for (const { routes } of channels.values()) if (routes) await http.register(routes);
  await http.register(
    deskPage({
      ...{ api: university.api, university: config.UNIVERSITY, language: config.DESK_LANGUAGE },
      channels: () => [...channels.values()],
    }),
  );
  http.get("/", (_request, reply) => reply.redirect("/chat"));
  const begun = performance.now();
  learnNow(Object.keys(flows));
  log.debug({ ms: Math.round(performance.now() - begun) }, "ready to understand what is written");
}

/** Role `bot`, once it listens: from here on messages come in. */
export async function startBot(
  { closing }: Program,
  { channels, desks, engine }: Conversations,
): Promise<void> {
  const begun: Channel[] = [];
  closing.add(
    "turns",
    async () => void (await Promise.allSettled(begun.map((channel) => channel.stop()))),
    ends.turns,
  );
  // What staff write before it is known where they are would be a stranger's.
  await Promise.all(desks.map((desk) => desk.follow()));
  for (const channel of channels.values()) {
    begun.push(channel);
    await channel.start(receiveFrom(channel, engine));
  }
}
