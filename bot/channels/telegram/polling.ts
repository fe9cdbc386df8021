import { setMaxListeners } from "node:events";
import type { Api } from "grammy";
import type { Update as Sent } from "grammy/types";
import type { Lease } from "../../lease.ts";
import { growing, type Wait } from "../../waiting.ts";
import type { Receive } from "../channel.ts";
import { createLanes } from "../lanes.ts";
import { untilSafe } from "../until-safe.ts";
import { Confirmations } from "./confirmations.ts";
import { failureOf, isPushed } from "./failures.ts";
import type { Intake, Taken } from "./intake.ts";
import type { TelegramLog } from "./log.ts";
import { wantedUpdates } from "./received.ts";
import { forGrammy } from "./signal.ts";

export type PollingOptions = {
  api: Api;
  intake: Intake;
  receive: Receive;
  /** Telegram answers only the last of several that ask: one process at a time polls. */
  lease: Lease;
  log: TelegramLog;
  wait: Wait;
  /** ms, from any moment on. */
  now: () => number;
};

export type Polling = {
  /** Why Telegram gave no updates the last time, if it did not. */
  trouble(): string | undefined;
  /** Resolves when no update is under way and the last ones are confirmed. */
  stop(): Promise<void>;
};

/** The most updates that Telegram gives out at once. */
const batchSize = 100;
/** How long Telegram may wait for something to happen, in seconds: under a minute, or the line is cut on the way. */
const longPoll = 25;
/**
 * While updates are in hand, Telegram answers at once; it is asked again after these pauses (ms), doubling. `another`:
 * how often to look whether another process still polls.
 */
const pace = { shortest: 50, longest: 500, another: 500 };
/** A chat whose update failed this often (in a minute and a half) holds up only itself, and no longer all others. */
const patience = 24;
/** What takes longer than this (ms), as a large file does, holds up only its own chat, and no longer all others. */
const slow = 10_000;
/** Where more chats than this wait, the program itself is slow: then what they wrote stays with Telegram. */
const fewChats = 20;

/**
 * Polls Telegram for updates, for ever. grammY's own `start()` handles one update after the other, in all chats, and
 * confirms what it has begun; this one hands chats over beside each other, each chat's updates in order, and confirms
 * what is safe. What is not stays with Telegram, and comes again to whoever polls next.
 */
export function poll({ api, intake, receive, lease, log, wait, now }: PollingOptions): Polling {
  const stopping = new AbortController();
  const { signal } = stopping;
  // Every update that waits for its next try listens to it.
  setMaxListeners(0, signal);
  const confirmations = new Confirmations();
  const lanes = createLanes();
  const failing = new Set<string>();
  let trouble: string | undefined;

  /** @returns whether it is new */
  function take(sent: Sent): boolean {
    const id = sent.update_id;
    if (confirmations.knows(id)) return false;
    const work = intake(sent)?.work;
    if (!work) {
      confirmations.pass(id);
      return true;
    }
    confirmations.take(id, work.chat, now());
    lanes.run(work.chat, () => hand(id, work));
    return true;
  }

  /** Gives the update to the house until it is safe there. */
  async function hand(id: number, { chat, update, hand: give }: NonNullable<Taken["work"]>): Promise<void> {
    const failed = (cause: unknown, times: number) => {
      log.error({ cause, update, chat }, "an update could not be kept; it will be tried again");
      if (times >= patience) failing.add(chat);
    };
    if (!(await untilSafe(() => give(receive), { wait, signal, failed }))) return;
    failing.delete(chat);
    confirmations.safe(id);
  }

  /** Asks once. @returns whether anything new came */
  async function ask(): Promise<boolean> {
    const { offset } = confirmations;
    const sent = await api.getUpdates(
      {
        ...(offset !== undefined && { offset }),
        limit: batchSize,
        timeout: confirmations.isSettled ? longPoll : 0,
        allowed_updates: wantedUpdates,
      },
      forGrammy(signal),
    );
    if (offset !== undefined) confirmations.confirmed(offset);
    const inOrder = sent.toSorted((one, other) => one.update_id - other.update_id);
    const isNew = inOrder.map(take).includes(true);
    if (!isNew && sent.length >= batchSize) makeRoom();
    return isNew;
  }

  /**
   * Telegram shows no more than a batch until something is confirmed: chats that fail, and a few that are slow, would
   * hold up all others. Their updates stay in this process's hands.
   */
  function makeRoom(): void {
    const slowChats = confirmations.chats.size <= fewChats ? confirmations.since(now() - slow) : [];
    const held = new Set([...failing, ...slowChats]);
    if (held.size === 0) return;
    log.error({ chats: [...held] }, "updates of failing or slow chats are confirmed before they are safe");
    confirmations.release(held);
  }

  async function run(): Promise<void> {
    let [failures, pause] = [0, pace.shortest];
    // A webhook that was set before keeps us from polling; then it is taken away.
    for (let pushed = false; !signal.aborted; ) {
      try {
        if (!(await lease.mine())) {
          trouble = undefined;
          await wait(pace.another, signal);
          continue;
        }
        if (pushed) await api.deleteWebhook({}, forGrammy(signal));
        pushed = false;
        pause = (await ask()) ? pace.shortest : Math.min(pause * 2, pace.longest);
        failures = 0;
        trouble = undefined;
        await Promise.race([confirmations.settled(), wait(pause, signal)]);
      } catch (error) {
        if (signal.aborted) return;
        pushed ||= isPushed(error);
        const failure = failureOf(error);
        trouble = failure && `Telegram gives no updates (${failure.message}).`;
        log.warn({ cause: failure?.message ?? error }, "Telegram gave no updates; it will be asked again");
        await wait(failure?.kind === "slow-down" ? failure.retryAfter * 1000 : growing(failures++), signal);
      }
    }
  }

  /** Confirms what was safe at the end; whoever polls next would get it once more. */
  async function confirmLast(): Promise<void> {
    const { offset } = confirmations;
    if (offset === undefined) return;
    await api
      .getUpdates({ offset, limit: 1, timeout: 0 }, forGrammy(AbortSignal.timeout(3_000)))
      .catch((error) => {
        log.debug({ cause: failureOf(error)?.message ?? error }, "the last updates were not confirmed");
      });
  }

  const running = run();
  return {
    trouble: () => trouble,
    async stop() {
      stopping.abort();
      await running;
      await lanes.idle();
      // Another process may be at it meanwhile; what it gets once more it knows.
      if (await lease.mine().catch(() => false)) await confirmLast();
      await lease.release().catch(() => {});
    },
  };
}
