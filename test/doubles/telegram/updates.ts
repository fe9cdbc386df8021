import type { Json } from "./message.ts";
import { conflict } from "./refusal.ts";
import { checkSaid } from "./validate.ts";

/** An update that waits to be confirmed. */
export interface Update extends Json {
  readonly update_id: number;
}

/** Not sent unless asked for by name. */
const onRequestOnly = ["chat_member", "message_reaction", "message_reaction_count"];
const day = 24 * 60 * 60 * 1000;

interface LongPoll {
  answer(): void;
  terminate(): void;
}

/** The queue of updates, kept until confirmed and for 24 hours at most. */
export class Updates {
  /** Turns a batch into what is delivered: for duplicates and another order. */
  disturb: (batch: Update[]) => Update[] = (batch) => batch;
  readonly #now: () => number;
  readonly #changed: () => void;
  #queue: { update: Update; at: number }[] = [];
  #lastId = 873_000_000;
  #allowed: readonly string[] = [];
  #poll: LongPoll | undefined;
  #onAdded: () => void = () => undefined;

  constructor(now: () => number, changed: () => void) {
    this.#now = now;
    this.#changed = changed;
  }

  /** Those still unconfirmed. */
  get pending(): readonly Update[] {
    this.#queue = this.#queue.filter((one) => this.#now() - one.at < day);
    return this.#queue.map((one) => one.update);
  }

  /** The types last asked for by getUpdates or setWebhook; an update is judged when it happens, not when read. */
  set allowed(types: readonly string[]) {
    this.#allowed = types;
  }

  get allowed(): readonly string[] {
    return this.#allowed;
  }

  /** Whom to tell of a new update, when they are pushed. */
  set onAdded(tell: () => void) {
    this.#onAdded = tell;
  }

  /** Queues what happened, unless the bot did not ask for it. */
  add(type: string, content: Json): void {
    const wanted = this.#allowed.length === 0 ? !onRequestOnly.includes(type) : this.#allowed.includes(type);
    if (!wanted) return;
    this.#lastId += 1;
    const update = { update_id: this.#lastId, [type]: content };
    checkSaid(["Update"], update);
    // As they were when it happened: later edits of the message do not show in it.
    this.#queue.push({ update: structuredClone(update), at: this.#now() });
    this.#changed();
    this.#poll?.answer();
    this.#onAdded();
  }

  /** Forgets every update before this id; a negative one keeps that many of the latest. */
  confirm(offset: number): void {
    if (offset < 0) this.#queue = this.#queue.slice(offset);
    else this.#queue = this.#queue.filter((one) => one.update.update_id >= offset);
    this.#changed();
  }

  /** Forgets all. */
  drop(): void {
    this.#queue = [];
    this.#changed();
  }

  /**
   * Serves one getUpdates: at once if there is something, else when there is or the time is over.
   *
   * @param gone aborted when the client went away
   * @throws Refusal 409 in a poll that a later one (or a webhook) terminated
   */
  async poll(offset: number, limit: number, seconds: number, gone: AbortSignal): Promise<Update[]> {
    this.terminate("terminated by other getUpdates request; make sure that only one bot instance is running");
    if (offset !== 0) this.confirm(offset);
    const batch = () => this.disturb(this.pending.slice(0, limit));
    if (this.pending.length > 0 || seconds === 0) return batch();
    const { promise, resolve, reject } = Promise.withResolvers<Update[]>();
    const timer = setTimeout(() => resolve([]), seconds * 1000);
    const poll = { answer: () => resolve(batch()), terminate: () => reject(conflict(this.#reason)) };
    const leave = () => resolve([]);
    gone.addEventListener("abort", leave);
    this.#poll = poll;
    this.#changed();
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
      gone.removeEventListener("abort", leave);
      if (this.#poll === poll) this.#poll = undefined;
    }
  }

  #reason = "";

  /** Ends a waiting getUpdates with 409. */
  terminate(reason: string): void {
    this.#reason = reason;
    this.#poll?.terminate();
    this.#poll = undefined;
  }

  /** Whether a getUpdates is waiting. */
  get isPolled(): boolean {
    return this.#poll !== undefined;
  }
}
