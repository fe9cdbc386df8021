/**
 * Which updates may be confirmed. Telegram has one number for that: the offset of a getUpdates makes it forget all
 * updates before. So the offset stays at the oldest update that is not safe yet, and what comes again meanwhile is
 * recognised here.
 */
export class Confirmations {
  /** Updates in hand and not safe, with their chats, and since when. */
  readonly #open = new Map<number, { chat: string; since: number }>();
  /** Updates that were confirmed before they were safe, likewise. */
  readonly #released = new Map<number, string>();
  /** Everything that Telegram may hand over again, safe or not. */
  readonly #known = new Set<number>();
  #settled = Promise.withResolvers<void>();

  /** Whether this update came before. */
  knows(id: number): boolean {
    return this.#known.has(id);
  }

  /** Takes an update in hand. @param now ms */
  take(id: number, chat: string, now: number): void {
    this.#known.add(id);
    if (this.isSettled) this.#settled = Promise.withResolvers();
    this.#open.set(id, { chat, since: now });
  }

  /** Nothing needs to be done for this update. */
  pass(id: number): void {
    this.#known.add(id);
  }

  /** This update is safe. */
  safe(id: number): void {
    this.#open.delete(id);
    this.#released.delete(id);
    this.#settle();
  }

  /** The chats of all that is not safe yet, confirmed or not. */
  get chats(): Set<string> {
    return new Set([...[...this.#open.values()].map(({ chat }) => chat), ...this.#released.values()]);
  }

  /** The chats of what is to be confirmed and in hand since then or longer. */
  since(moment: number): Set<string> {
    const long = [...this.#open.values()].filter(({ since }) => since <= moment);
    return new Set(long.map(({ chat }) => chat));
  }

  /** Confirms what these chats have in hand although it is not safe. */
  release(chats: ReadonlySet<string>): void {
    for (const [id, { chat }] of this.#open) {
      if (!chats.has(chat)) continue;
      this.#open.delete(id);
      this.#released.set(id, chat);
    }
    this.#settle();
  }

  /** For the next getUpdates; nothing when there is nothing to confirm. */
  get offset(): number | undefined {
    if (this.#known.size === 0) return undefined;
    return this.#open.size > 0 ? Math.min(...this.#open.keys()) : Math.max(...this.#known) + 1;
  }

  get isSettled(): boolean {
    return this.#open.size === 0;
  }

  /** Resolves when everything in hand is safe. */
  settled(): Promise<void> {
    return this.isSettled ? Promise.resolve() : this.#settled.promise;
  }

  /** Telegram has been told this offset: what lies before it will not come again. */
  confirmed(offset: number): void {
    for (const id of this.#known) if (id < offset) this.#known.delete(id);
  }

  #settle(): void {
    if (this.isSettled) this.#settled.resolve();
  }
}
