import type { Chat } from "./chats.ts";
import { tooMany } from "./refusal.ts";

/** How much may be sent; Telegram publishes these as what to keep to, and 429 is what follows. */
export interface RateLimits {
  /** Messages a second to one chat, and how many may come at once after a pause. */
  readonly perChat: number;
  readonly burst: number;
  /** Messages a second over all chats. */
  readonly overall: number;
  /** Messages a second that are paid for. */
  readonly paid: number;
  /** Messages a minute to one group, all its topics together. */
  readonly perGroup: number;
}

export const telegramsLimits: RateLimits = { perChat: 1, burst: 3, overall: 30, paid: 1_000, perGroup: 20 };

/** A bucket that fills steadily and is emptied by sending. */
interface Bucket {
  readonly capacity: number;
  readonly perSecond: number;
  filled: number;
  at: number;
}

/** Counts what is sent against the limits, if they are turned on. */
export class Rates {
  limits: RateLimits | undefined;
  readonly #now: () => number;
  readonly #buckets = new Map<string, Bucket>();

  constructor(limits: RateLimits | undefined, now: () => number) {
    this.limits = limits;
    this.#now = now;
  }

  /** Takes what a sending needs, or nothing. @throws Refusal 429 with the seconds until there is enough */
  take(chat: Chat, { count = 1, isPaid = false } = {}): void {
    if (this.limits === undefined) return;
    const { perChat, burst, overall, paid, perGroup } = this.limits;
    const all = isPaid ? this.#bucket("paid", paid, paid) : this.#bucket("all", overall, overall);
    const buckets = [all, this.#bucket(`chat ${chat.id}`, burst, perChat)];
    if (!chat.isPrivate) buckets.push(this.#bucket(`group ${chat.id}`, perGroup, perGroup / 60));
    const waits = buckets.map((one) => (Math.min(count, one.capacity) - one.filled) / one.perSecond);
    const longest = Math.max(...waits);
    if (longest > 0) throw tooMany(Math.ceil(longest));
    for (const one of buckets) one.filled -= count;
  }

  #bucket(name: string, capacity: number, perSecond: number): Bucket {
    const now = this.#now();
    const bucket = this.#buckets.get(name) ?? { capacity, perSecond, filled: capacity, at: now };
    bucket.filled = Math.min(capacity, bucket.filled + ((now - bucket.at) / 1000) * perSecond);
    bucket.at = now;
    this.#buckets.set(name, bucket);
    return bucket;
  }
}
