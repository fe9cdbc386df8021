import { setTimeout as sleep } from "node:timers/promises";
import type { Api } from "../../api/contract/client.ts";
import type { DeskThread } from "../../api/contract/desk-threads.ts";
import { ifThere } from "../../api/contract/problems.ts";
import type { Language } from "../../api/contract/shared.ts";
import type { Translate } from "../../conversations/words/words.ts";
import { DeliveryFailure } from "../channels/channel.ts";
import { type Repetition, repeat } from "../repeat.ts";
import { act } from "./act.ts";
import { createPace } from "./pace.ts";
import { type DeskMessage, type DeskPlace, type DeskUpdate, PlaceMoved, ThreadGone } from "./place.ts";
import { show } from "./show.ts";

export type DeskOptions = {
  api: Api;
  place: DeskPlace;
  /** The desk's language, and its words. */
  language?: Language;
  t: Translate;
  /** The bytes of a document of a thread's request. */
  openFile: (thread: string, file: string) => Promise<Uint8Array>;
  log: DeskLog;
  /** ms since 1970. */
  now?: () => number;
  wait?: (ms: number, signal: AbortSignal) => Promise<unknown>;
};

/** What the desk tells the operator. */
export type DeskLog = {
  info(details: Record<string, unknown>, message: string): void;
  warn(details: Record<string, unknown>, message: string): void;
  error(details: Record<string, unknown>, message: string): void;
};

/** One chat of the desk at work. */
export type Desk = {
  /** Takes in what is written there. Resolves when it is safe. */
  receive(update: DeskUpdate): Promise<void>;
  /** Goes where the chat goes, also where the messenger tells another process of it. Resolves when it was asked once. */
  follow(): Promise<void>;
  /** Begins to keep the threads. */
  start(): void;
  stop(): Promise<void>;
};

/** So long (s) the API may wait for the first thread that is due. */
const patience = 20;
/** How often (ms) a process that keeps no threads asks where the chat is. */
const followEvery = 5_000;
/** Who sends several files at once is told once (ms) that nobody got them. */
const toldAgainAfter = 60_000;
/** The longest pause (s) after which a thread that could not be shown is tried again. */
const longestPause = 60;

/** Keeps the threads of one place up to date, and does what staff write there. */
export function createDesk(options: DeskOptions): Desk {
  const { api, place, t, language = "en", openFile, log, now = () => performance.now() } = options;
  const { wait = (ms: number, signal: AbortSignal) => sleep(ms, undefined, { signal }) } = options;
  const stopping = new AbortController();
  const { signal } = stopping;
  const pace = createPace(place.perMinute, now, wait);
  const turn = () => pace.turn(signal);
  let registered = false;
  let keeping: Repetition | undefined;
  let following: Repetition | undefined;

  /** Goes on in the chat that the messenger has moved to. */
  async function move(to: string): Promise<void> {
    if (to === place.chat) return;
    log.warn(
      { channel: place.channel, from: place.chat, to },
      "the desk's chat has a new id; set it, so that the next start knows it",
    );
    await api.moveDeskPlace({ body: { channel: place.channel, chat: place.chat, to } });
    place.chat = to;
  }

  /** Shows one thread. What cannot be shown now is tried again. */
  async function keep(thread: DeskThread): Promise<void> {
    const later = (seconds: number) =>
      api.reportThread({ params: { id: thread.id }, body: { end: { outcome: "again", seconds } } });
    try {
      await show(thread, { api, place, t, language, turn, openFile });
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof ThreadGone) {
        log.info({ reference: thread.request.reference }, "a thread was deleted by hand; it is made again");
        const anew = { thread: null, head: null, topic: "", card: "", shown: 0 };
        await api.reportThread({
          params: { id: thread.id },
          body: { ...anew, end: { outcome: "again", seconds: 0 } },
        });
      } else if (error instanceof PlaceMoved) {
        await move(error.to);
        await later(0);
      } else if (error instanceof DeliveryFailure) {
        const seconds =
          error.kind === "slow-down" ? error.retryAfter : Math.min(2 ** (thread.attempts - 1), longestPause);
        if (error.kind === "slow-down") pace.hold(seconds * 1000);
        const { reference } = thread.request;
        log.warn({ reference, kind: error.kind, cause: error.message }, "a thread could not be shown yet");
        await later(seconds);
      } else throw error;
    }
  }

  async function work(): Promise<void> {
    const { channel } = place;
    if (!registered) place.chat = (await api.openDeskPlace({ body: { channel, chat: place.chat } })).chat;
    registered = true;
    // One at a time: what is urgent is asked for anew before each.
    const body = { channel, chat: place.chat, limit: 1, wait: patience };
    const leased = await ifThere(api.leaseThreads({ body }));
    // Where there is no such chat it has moved, and perhaps another process was told where to.
    if (!leased) registered = false;
    for (const thread of leased?.threads ?? []) await keep(thread);
  }

  async function look(): Promise<void> {
    // Whoever keeps the threads learns it with them.
    if (registered) return;
    const { channel, chat } = place;
    // Where there is none, nobody keeps threads there yet.
    place.chat = (await ifThere(api.deskPlace({ query: { channel, chat } })))?.chat ?? place.chat;
  }

  const say = async (thread: string | undefined, message: DeskMessage): Promise<string> => {
    for (let failed = 0; ; failed++) {
      await turn();
      try {
        return await place.send(thread, message);
      } catch (error) {
        if (error instanceof PlaceMoved) await move(error.to);
        else if (error instanceof DeliveryFailure && error.kind === "slow-down" && failed < 3)
          pace.hold(error.retryAfter * 1000);
        else throw error;
      }
    }
  };

  const told = new Map<string, number>();
  const mayTell = (person: string): boolean => {
    const before = told.get(person);
    told.set(person, now());
    return before === undefined || now() - before > toldAgainAfter;
  };

  return {
    async receive(update) {
      if (update.content.kind === "moved") return move(update.content.to);
      await act(update, { api, place, t, say, language, mayTell });
    },
    follow() {
      const { promise, resolve } = Promise.withResolvers<void>();
      following = repeat(
        () => look().finally(resolve),
        followEvery,
        (cause) => log.warn({ cause }, "it is not known where the desk's chat is"),
      );
      return promise;
    },
    start() {
      keeping = repeat(work, 0, (cause) => log.warn({ cause }, "the desk's threads could not be kept"));
    },
    async stop() {
      stopping.abort();
      // A lease may be waiting at the API; it ends when the line to the API is closed.
      void keeping?.stop();
      await following?.stop();
    },
  };
}
