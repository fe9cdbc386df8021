import { setTimeout as sleep } from "node:timers/promises";
import type { LeasedPage } from "../../api/contract/broadcasts.ts";
import type { Api } from "../../api/contract/client.ts";
import type { BroadcastContent } from "../../conversations/words/broadcast.ts";
import { type Channel, DeliveryFailure } from "../channels/channel.ts";
import { broadcastParts } from "./broadcast-parts.ts";
import type { Budget } from "./budget.ts";
import type { DeliveryLog } from "./outbox.ts";
import { type Pauses, retryPause } from "./pauses.ts";
import type { Receipts } from "./receipts.ts";

export type BroadcasterOptions = {
  api: Api;
  channel: Channel;
  budget: Budget;
  pauses: Pauses;
  receipts?: Receipts;
  log: DeliveryLog;
  /** So many messages may be on their way at once: as many may be repeated after a kill. */
  inFlight?: number;
};

/** So often (ms) what was sent is told, so that a pause takes effect and little is repeated. */
const tellEvery = 250;
/** So often one message is tried before it counts as failed. */
const mostTries = 6;
/** The longest (s) that the API may wait for a page. */
const patience = 20;

/**
 * Sends a channel's broadcasts, one page of recipients after another, as fast as the channel's budget lets it.
 * @returns one step: takes a page, sends it, tells what became of it; for `repeat`
 */
export function createBroadcaster(options: BroadcasterOptions): (signal: AbortSignal) => Promise<void> {
  const { api, channel, budget, pauses, receipts, log, inFlight = 50 } = options;
  const contents = new Map<string, BroadcastContent>();

  async function contentOf(id: string): Promise<BroadcastContent> {
    const known = contents.get(id);
    if (known) return known;
    if (contents.size > 100) contents.clear();
    const content = await api.broadcastContent({ params: { id } });
    contents.set(id, content);
    return content;
  }

  return async (signal) => {
    const { page } = await api.leaseBroadcastPages({ body: { channel: channel.name, wait: patience } });
    if (page && !signal.aborted) await sendPage(page, await contentOf(page.broadcast), signal);
  };

  async function sendPage(page: LeasedPage, content: BroadcastContent, signal: AbortSignal): Promise<void> {
    const waiting = [...page.recipients];
    let sent: number[] = [];
    let messages: [number, string][] = [];
    let failed: [number, string][] = [];
    let goesOn = true;
    let toldAt = Date.now();

    /** Tells what became of those that are through. Nothing more begins while too many are untold. */
    async function tell(release = false): Promise<void> {
      const body = { sent, messages, failed, release };
      [sent, messages, failed] = [[], [], []];
      toldAt = Date.now();
      const { go } = await api.reportBroadcastPage({ params: { id: page.id }, body });
      goesOn &&= go;
    }

    while (waiting.length > 0 && goesOn && !signal.aborted) {
      const untold = sent.length + failed.length;
      const { granted, wait } = await budget.take(channel.name, Math.min(inFlight - untold, waiting.length));
      await Promise.all(waiting.splice(0, granted).map(sendOne));
      const isIdle = granted === 0;
      if (sent.length + failed.length >= inFlight || (isIdle && Date.now() - toldAt >= tellEvery))
        await tell();
      if (isIdle) await sleep(Math.min(wait, tellEvery), undefined, { signal }).catch(() => {});
    }
    await tell(true);

    async function sendOne([place, chat, language, name, courses]: LeasedPage["recipients"][number]) {
      const address = { channel: channel.name, chat };
      const parts = broadcastParts({ id: page.broadcast, content }, { language, name, courses }, channel.can);
      let last: string | undefined;
      for (let attempt = 0; ; attempt++) {
        try {
          // What has gone out does not go again when the next part has to.
          for (let part = parts[0]; part; part = parts[0]) {
            await pauses.over(address);
            last = await channel.send(chat, part);
            parts.shift();
          }
          sent.push(place);
          if (channel.can.receipts && last !== undefined) messages.push([place, last]);
          return;
        } catch (error) {
          if (signal.aborted) return;
          if (!(error instanceof DeliveryFailure)) {
            log.error({ cause: error, channel: channel.name }, "a broadcast's message went wrong");
            failed.push([place, "internal"]);
            return;
          }
          const { kind } = error;
          if (kind === "blocked") receipts?.reachable(address, false);
          if (kind === "blocked" || kind === "refused" || attempt + 1 >= mostTries) {
            failed.push([place, kind]);
            return;
          }
          // What one chat is told, all broadcasts of the channel heed: they are the ones in a hurry.
          const scope = channel.can.tellsWhoIsMeant ? error.scope : "channel";
          const pause = kind === "slow-down" ? { ms: error.retryAfter * 1000, scope } : retryPause(attempt);
          pauses.pause(address, pause);
        }
      }
    }
  }
}
