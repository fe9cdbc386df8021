import { setTimeout as sleep } from "node:timers/promises";
import type { LeasedPage } from "../../api/contract/broadcasts.ts";
import type { Api } from "../../api/contract/client.ts";
import type { TextMessage } from "../../conversations/engine/message.ts";
import { type BroadcastContent, broadcastMessage } from "../../conversations/words/broadcast.ts";
import { type Channel, DeliveryFailure } from "../channels/channel.ts";
import type { Budget } from "./budget.ts";
import { fitMessage } from "./fit.ts";
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
    let failed: [number, string][] = [];
    let goesOn = true;
    let toldAt = Date.now();

    /** Tells what became of those that are through. Nothing more begins while too many are untold. */
    async function tell(release = false): Promise<void> {
      const body = { sent, failed, release };
      [sent, failed] = [[], []];
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

    /** A number is read against what the chat was asked last: where there are no buttons, words open what they name. */
    function inWords({ choices, ...message }: TextMessage): TextMessage {
      if (!choices) return message;
      return channel.can.choices === "buttons" ? { ...message, choices } : { ...message, ways: choices };
    }

    async function sendOne([place, chat, language, name]: LeasedPage["recipients"][number]): Promise<void> {
      const address = { channel: channel.name, chat };
      const message = inWords(broadcastMessage(content, { language, name }));
      for (let attempt = 0; ; attempt++) {
        try {
          await pauses.over(address);
          for (const part of fitMessage(message, channel.can)) await channel.send(chat, part);
          sent.push(place);
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
          const pause =
            kind === "slow-down"
              ? { ms: error.retryAfter * 1000, scope: "channel" as const }
              : retryPause(attempt);
          pauses.pause(address, pause);
        }
      }
    }
  }
}
