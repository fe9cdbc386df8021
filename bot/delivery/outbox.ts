import type { Receipt } from "../../api/contract/deliveries.ts";
import type { ChatAddress } from "../../api/contract/shared.ts";
import type { Message } from "../../conversations/engine/message.ts";
import type { Entry, Sender, SessionStore } from "../../conversations/engine/stores/store.ts";
import { TransientMap } from "../../conversations/engine/transient-map.ts";
import { type Channel, DeliveryFailure } from "../channels/channel.ts";
import { type Pauses, retryPause } from "./pauses.ts";
import type { Receipts } from "./receipts.ts";

/** What delivery tells the operator. */
export type DeliveryLog = {
  warn(details: Record<string, unknown>, message: string): void;
  error(details: Record<string, unknown>, message: string): void;
};

export type OutboxOptions = {
  channels: ReadonlyMap<string, Channel>;
  store: SessionStore;
  sender: () => Sender;
  pauses: Pauses;
  receipts?: Receipts;
  log: DeliveryLog;
};

/** Sends what chats are owed: each chat's messages in order, one at a time; chats beside each other. */
export type Outbox = {
  /** Takes on what a commit or a take-over put into our hands; what is in hand already is known by its sequence. */
  owe(address: ChatAddress, entries: Entry[]): void;
  /** How many messages are in hand, and how long (ms) the longest has been. */
  inHand(): { messages: number; oldest: number };
  /** Resolves when nothing is in hand any more. */
  idle(): Promise<void>;
  /** Lets go of what is in hand: it stays owed, and whoever comes first takes it over. */
  stop(): Promise<void>;
};

/** How often an acknowledgement is tried: for about half a minute. */
const mostAcknowledgements = 30;

type Lane = { address: ChatAddress; queue: Entry[]; last: number; done: Promise<void>; since: number };

/** It may be done twice, so it is acknowledged together with what comes after it. */
const isRepeatable = ({ message }: Entry): boolean =>
  message.kind === "delete" || message.kind === "language";

/** Makes the outbox of this process. */
export function createOutbox({ channels, store, sender, pauses, receipts, log }: OutboxOptions): Outbox {
  const lanes = new TransientMap<Lane>();
  let alive: NodeJS.Timeout | undefined;

  /** A messenger may take longer than the lease to answer; as long as we live, the chats in hand are ours. */
  function renew(): void {
    if (lanes.size === 0) {
      clearInterval(alive);
      alive = undefined;
      return;
    }
    // What was taken on just now has a fresh lease.
    const fresh = performance.now() - sender().lease / 6;
    for (const { address, since } of lanes.values())
      if (since <= fresh) store.renew(address, sender()).catch(() => {});
  }

  async function run(key: string, lane: Lane): Promise<void> {
    alive ??= setInterval(renew, sender().lease / 3);
    try {
      let sent: number[] = [];
      for (let entry = lane.queue[0]; entry; entry = lane.queue[0]) {
        const gone = await deliver(lane.address, entry);
        for (const { sequence } of lane.queue.splice(0, gone ? lane.queue.length : 1)) sent.push(sequence);
        if (isRepeatable(entry) && lane.queue.length > 0) continue;
        lane.since = performance.now();
        const sequences = sent;
        sent = [];
        const held = lane.queue.length;
        const owed = await acknowledge(lane.address, sequences);
        if (owed.length === 0 && lane.queue.length === 0) continue;
        // Whoever has the lease is told all that is owed. While this process stood still, another may have sent some of it.
        const ours = new Set(owed.map(({ sequence }) => sequence));
        lane.queue = lane.queue.filter(({ sequence }, at) => at >= held || ours.has(sequence));
        push(lane, owed);
      }
    } catch (cause) {
      // What is left stays in the store; when our lease runs out it is taken up again, by us or by another.
      log.warn({ cause, channel: lane.address.channel }, "delivery of a chat stopped; it will be taken over");
    } finally {
      lanes.delete(key);
    }
  }

  /** Insists for a while: what was sent and is not acknowledged is sent once more by whoever takes the chat over. */
  async function acknowledge(address: ChatAddress, sequences: number[]): Promise<Entry[]> {
    for (let attempt = 0; ; attempt++) {
      try {
        return await store.acknowledge(address, sequences, sender());
      } catch (cause) {
        if (attempt >= mostAcknowledgements) throw cause;
        pauses.pause(address, retryPause(Math.min(attempt, 1)));
        await pauses.over(address);
      }
    }
  }

  /** Sends one entry, however long it takes. @returns true when its chat is gone, and everything owed to it with it */
  async function deliver(address: ChatAddress, { sequence, message }: Entry): Promise<boolean> {
    const channel = channels.get(address.channel);
    if (!channel) throw new Error(`no channel ${address.channel} here`);
    for (let attempt = 0; ; attempt++) {
      if (pauses.isPaused(address)) {
        await pauses.over(address);
        if (!(await store.renew(address, sender())))
          throw new Error("another process sends for this chat now");
      }
      try {
        const messengerId = await channel.send(address.chat, message);
        receipt(address, message, { state: "sent", ...(messengerId && { messengerId }) });
        return false;
      } catch (error) {
        if (!(error instanceof DeliveryFailure)) throw error;
        const { kind } = error;
        const details = {
          channel: address.channel,
          chat: address.chat,
          sequence,
          kind,
          cause: error.message,
        };
        if (kind === "blocked") {
          log.warn(details, "this chat takes no more messages");
          receipt(address, message, { state: "failed", reason: error.message });
          receipts?.reachable(address, false);
          return true;
        }
        if (kind === "refused") {
          log.error(details, "the messenger refused a message; it is left out");
          receipt(address, message, { state: "failed", reason: error.message });
          return false;
        }
        log.warn(details, "the messenger makes us wait");
        const retryAfter = error.retryAfter * 1000;
        pauses.pause(
          address,
          kind === "slow-down" ? { ms: retryAfter, scope: error.scope } : retryPause(attempt),
        );
      }
    }
  }

  /** Says how far a message got that the university waits to hear of. */
  function receipt(
    { channel }: ChatAddress,
    message: Message,
    how: Omit<Receipt, "channel" | "delivery">,
  ): void {
    if ((message.kind === "text" || message.kind === "document") && message.tells !== undefined)
      receipts?.receipt({ delivery: message.tells, channel, ...how });
  }

  function push(lane: Lane, entries: Entry[]): void {
    for (const entry of entries) {
      if (entry.sequence <= lane.last) continue;
      lane.queue.push(entry);
      lane.last = entry.sequence;
    }
  }

  return {
    owe(address, entries) {
      const key = `${address.channel}:${address.chat}`;
      const known = lanes.get(key);
      const lane = known ?? {
        address,
        queue: [],
        last: 0,
        done: Promise.resolve(),
        since: performance.now(),
      };
      push(lane, entries);
      if (known) return;
      lanes.set(key, lane);
      lane.done = run(key, lane);
    },
    inHand() {
      const now = performance.now();
      let [messages, oldest] = [0, 0];
      for (const { queue, since } of lanes.values()) {
        messages += queue.length;
        oldest = Math.max(oldest, now - since);
      }
      return { messages, oldest };
    },
    async idle() {
      while (lanes.size > 0) await Promise.all(lanes.values().map(({ done }) => done));
    },
    async stop() {
      clearInterval(alive);
      pauses.stop();
      const held = lanes.values().map(({ address }) => store.release(address, sender()));
      await Promise.allSettled(held);
    },
  };
}
