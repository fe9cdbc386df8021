import { setTimeout as sleep } from "node:timers/promises";
import { type LeasedPage, PageRecipients, pageSize } from "../../api/contract/broadcasts.ts";
import type { Api } from "../../api/contract/client.ts";
import type { BroadcastContent } from "../../conversations/words/broadcast.ts";
import { type Channel, DeliveryFailure } from "../channels/channel.ts";
import { broadcastParts } from "./broadcast-parts.ts";
import type { Budget } from "./budget.ts";
import type { DeliveryLog } from "./outbox.ts";
import { keepPage } from "./page-keeper.ts";
import { type Pauses, retryPause } from "./pauses.ts";
import type { Receipts } from "./receipts.ts";

export type BroadcasterOptions = {
  api: Api;
  channel: Channel;
  budget: Budget;
  pauses: Pauses;
  receipts?: Receipts;
  log: DeliveryLog;
  /** The most messages on their way at once. They may be repeated after a kill, and so may those not reported yet. */
  inFlight?: number;
};

/** How often one message is tried while the messenger takes others: for about a quarter of a minute. */
const mostTries = 6;
/** And while it takes none: for about twenty minutes. */
const mostTriesAlone = 40;
/** The shortest wait (ms) for the budget, so that a fast channel's comes in handfuls, and the longest. */
const shortestWait = 20;
const longestWait = 250;
/** The longest (s) that the API may wait for a page. */
const patience = 20;

/**
 * Sends a channel's broadcasts, one page of recipients after another, as fast as the channel's budget lets it. Before
 * each second's worth of that budget the API is asked again who is to be left out, so that *stop* is heeded within a
 * second.
 * @returns one step: takes a page, sends it, tells what became of it; for `repeat`
 */
export function createBroadcaster(options: BroadcasterOptions): (signal: AbortSignal) => Promise<void> {
  const { api, channel, budget, pauses, receipts, log, inFlight = 50 } = options;
  const contents = new Map<string, BroadcastContent>();
  let onTheWay = 0;
  let arrived = Promise.withResolvers<void>();
  /** Taken from the budget and not used yet. */
  let granted = 0;
  /** How many messages got through. */
  let through = 0;

  async function contentOf(id: string): Promise<BroadcastContent> {
    const known = contents.get(id);
    if (known) return known;
    if (contents.size > 100) contents.clear();
    const content = await api.broadcastContent({ params: { id } });
    contents.set(id, content);
    return content;
  }

  return async (signal) => {
    const lease = { body: { channel: channel.name, wait: patience } };
    const { page } = await api.for({ signal }).leaseBroadcastPages(lease);
    if (page && !signal.aborted) await sendPage(page, await contentOf(page.broadcast), signal);
  };

  /** Waits until there is room for another message, and the budget has it. @param wanted how many are left */
  async function turn(wanted: number, signal: AbortSignal): Promise<void> {
    while (onTheWay >= inFlight) await arrived.promise;
    while (granted <= 0 && !signal.aborted) {
      const more = await budget.take(channel.name, Math.min(inFlight, wanted));
      granted = more.granted;
      const ms = Math.min(Math.max(more.wait, shortestWait), longestWait);
      if (granted <= 0) await sleep(ms, undefined, { signal }).catch(() => {});
    }
  }

  async function sendPage(page: LeasedPage, content: BroadcastContent, signal: AbortSignal): Promise<void> {
    const recipients = PageRecipients.parse(JSON.parse(page.recipients));
    const notNow = new Set(page.notNow);
    const places = [...recipients.keys()].filter((place) => !notNow.has(place));
    const keeper = keepPage(api, page, signal);
    const second = Math.ceil(Math.min(budget.perSecond(channel.name), pageSize));
    let gone: ReadonlySet<number> = new Set();
    const sending: Promise<void>[] = [];
    try {
      for (const [at, place] of places.entries()) {
        // For the first second the API has just said so with the page.
        if (at > 0 && at % second === 0) gone = await keeper.leftOut(places.slice(at, at + second));
        if (gone.has(place)) continue;
        if (onTheWay >= inFlight || granted <= 0) await turn(places.length - at, signal);
        if (!(keeper.isClear() || (await keeper.mayGo()))) break;
        granted--;
        onTheWay++;
        sending.push(sendOne(place).finally(arrive));
      }
    } finally {
      await Promise.all(sending);
      await keeper.finish();
    }

    function arrive(): void {
      onTheWay--;
      arrived.resolve();
      arrived = Promise.withResolvers();
    }

    async function sendOne(place: number): Promise<void> {
      const [chat, language, name, courses] = recipients[place]!;
      const own = page.results === null ? courses : (page.results[place] ?? "");
      const address = { channel: channel.name, chat };
      const parts = broadcastParts({ id: page.broadcast, content }, { language, name, own }, channel.can);
      const { length } = parts;
      const before = through;
      let last: string | undefined;
      for (let attempt = 0; ; attempt++) {
        try {
          // What has gone out does not go again when the next part has to.
          for (let part = parts[0]; part; part = parts[0]) {
            if (pauses.isPaused(address)) {
              await pauses.over(address, signal);
              // Meanwhile the broadcast may have been paused, or the page have become another's.
              if (parts.length === length && !(await keeper.mayGo())) return;
            }
            last = await channel.send(chat, part);
            parts.shift();
          }
          through++;
          keeper.sent(place, channel.can.receipts ? last : undefined);
          return;
        } catch (error) {
          if (signal.aborted) return;
          if (!(error instanceof DeliveryFailure)) {
            log.error({ cause: error, channel: channel.name }, "a broadcast's message went wrong");
            keeper.failed(place, "internal");
            return;
          }
          const { kind } = error;
          if (kind === "blocked") receipts?.reachable(address, false);
          // Where nobody gets through, it is not this chat that is at fault.
          const tries = through > before ? mostTries : mostTriesAlone;
          if (kind === "blocked" || kind === "refused" || (kind === "unreachable" && attempt + 1 >= tries)) {
            keeper.failed(place, kind);
            return;
          }
          // A pause that one chat is told is heeded by all broadcasts of the channel: they cause the rush.
          const scope = channel.can.tellsWhoIsMeant ? error.scope : "channel";
          const pause = kind === "slow-down" ? { ms: error.retryAfter * 1000, scope } : retryPause(attempt);
          pauses.pause(address, pause);
        }
      }
    }
  }
}
