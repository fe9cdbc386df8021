import { setTimeout as sleep } from "node:timers/promises";
import type { Api } from "../../api/contract/client.ts";
import { ifThere } from "../../api/contract/problems.ts";
import type { DeskPlace, DeskUpdate } from "./place.ts";

/** How long (ms) a thread that was just made may take to be known. */
const notYet = [200, 500, 1_500];

/** Which request somebody writes about in a chat of the desk: the one of the thread, or of what is quoted. */
export function requestMeant(
  { thread, quoted }: Pick<DeskUpdate, "thread" | "quoted">,
  { api, place }: { api: Api; place: Pick<DeskPlace, "channel" | "chat"> },
) {
  /** @throws {Problem} `not-found` */
  const meant = () =>
    api.findThread({
      body: {
        ...{ channel: place.channel, chat: place.chat },
        ...(thread && { thread }),
        ...(quoted && { quoted }),
      },
    });

  /** The same, or nothing where staff talk among themselves. Whoever is quick answers what is not written down yet. */
  async function found() {
    if (thread === undefined && quoted === undefined) return undefined;
    for (const pause of [...notYet, undefined]) {
      const request = await ifThere(meant());
      if (request || pause === undefined) return request;
      await sleep(pause);
    }
    return undefined;
  }

  return { meant, found };
}
