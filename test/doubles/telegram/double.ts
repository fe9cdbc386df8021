import type { Server } from "node:http";
import { type Fault, Faults } from "./faults.ts";
import { type Group, type GroupOptions, newGroup } from "./groups.ts";
import { type Call, Journal } from "./journal.ts";
import { newPerson, type Person, type PersonOptions } from "./people.ts";
import type { RateLimits } from "./rates.ts";
import { serveBotApi } from "./server.ts";
import type { Update } from "./updates.ts";
import { ChatView } from "./view.ts";
import { type TelegramOptions, World } from "./world.ts";

/** A Telegram of one's own, for one bot: the Bot API over HTTP on one side, people on the other. */
export class TelegramDouble {
  readonly #journal = new Journal();
  readonly #faults = new Faults();
  readonly #world: World;
  readonly #servers: Server[] = [];
  readonly #changed = () => this.#journal.changed();
  #reorders: ((batch: Update[]) => Update[]) | undefined;
  #duplicates = false;
  #root = "";

  constructor(options: TelegramOptions) {
    this.#world = new World(options, this.#changed, (gap) => this.#journal.unmodelled.push(gap));
    this.#world.updates.disturb = (batch) => this.#disturbed(batch);
  }

  /** Begins to listen on a free port of 127.0.0.1. */
  async listen(): Promise<void> {
    this.#root = await this.furtherRoot();
  }

  /** Listens at one more address, the same Telegram behind it: calls tell at which they came, so who made them is known. */
  async furtherRoot(): Promise<string> {
    const server = serveBotApi(this.#world, this.#journal, this.#faults);
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject).listen(0, "127.0.0.1", resolve);
    });
    this.#servers.push(server);
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("The double has no port");
    return `http://127.0.0.1:${address.port}`;
  }

  /** Hangs up on everybody and stops. */
  async close(): Promise<void> {
    this.#world.webhook.remove(false);
    const closed = this.#servers.map((server) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      server.close(() => resolve());
      server.closeAllConnections();
      return promise;
    });
    await Promise.all(closed);
  }

  /** For grammY's `client.apiRoot`. */
  get apiRoot(): string {
    return this.#root;
  }

  /** The token that the bot has to use. */
  get token(): string {
    return this.#world.token;
  }

  /** The bot as others see it. */
  get bot() {
    return this.#world.bot;
  }

  /** Every call so far, in order of arrival. */
  get calls(): readonly Call[] {
    return this.#journal.calls;
  }

  /** The calls of one method. */
  callsOf(method: string): Call[] {
    return this.#journal.calls.filter((one) => one.method === method);
  }

  /** What was asked of the double that it does not model, and its own failures: empty, or the test proves nothing. */
  get unmodelled(): readonly string[] {
    return this.#journal.unmodelled;
  }

  /** The updates that the bot has not confirmed. */
  get pendingUpdates(): readonly Update[] {
    return this.#world.updates.pending;
  }

  /** Whether a getUpdates is waiting for something to happen. */
  get isPolled(): boolean {
    return this.#world.updates.isPolled;
  }

  /** Updates that no webhook took, however often it was tried. */
  get undelivered(): readonly Update[] {
    return this.#world.webhook.undelivered;
  }

  /** What the bot shows of itself. */
  get profile() {
    return this.#world.profile;
  }

  /** A person, who has not written to the bot yet. */
  user(options: PersonOptions): Person {
    return newPerson(this.#world, options, this.#changed);
  }

  /** A group that the bot is in. */
  group(options: GroupOptions = {}): Group {
    return newGroup(this.#world, options, this.#changed);
  }

  /** Prepares a fault for calls to come. */
  fault(fault: Fault): void {
    this.#faults.add(fault);
  }

  /** Delivers every update twice in a row, as happens when an answer is lost; or no longer. */
  duplicateUpdates(on: boolean): void {
    this.#duplicates = on;
  }

  /** Delivers every batch in another order: backwards, unless told how; `false` stops it. */
  reorder(how: ((batch: Update[]) => Update[]) | true | false = true): void {
    this.#reorders = how === true ? (batch) => batch.toReversed() : how || undefined;
  }

  /** Turns the sending limits on, to others, or off. */
  limit(rates: RateLimits | undefined): void {
    this.#world.rates.limits = rates;
  }

  /** Lets time pass for all that ages here; nobody has to wait for it. */
  advance(milliseconds: number): void {
    this.#world.advance(milliseconds);
  }

  /**
   * Waits for something to be so, without sleeping: looks again whenever anything happened here.
   *
   * @param look what is waited for; its value is returned once it is neither undefined nor null nor false
   * @param limit milliseconds; less than the time that a test has, so that what is thrown is this
   * @throws Error when the limit is over, with all chats and the last calls
   */
  until<T>(look: () => T | undefined | null | false, limit = 10_000): Promise<T> {
    return this.#journal.until(look, limit, () => this.dump());
  }

  /** All chats, what waits, and the last calls, to be read by people. */
  dump(): string {
    const chats = [...this.#world.chats.all.values()].map((one) => `${new ChatView(one, this.bot.id)}`);
    const calls = this.calls.slice(-15).map((one) => {
      const fault = one.fault === undefined ? "" : ` (${one.fault})`;
      return `  ${one.method}${fault} ${JSON.stringify(one.payload)} → ${JSON.stringify(one.answer)}`.slice(
        0,
        300,
      );
    });
    const waiting = this.pendingUpdates.map((one) => `  ${JSON.stringify(one)}`.slice(0, 200));
    const gaps = this.unmodelled.map((one) => `  ${one}`);
    return [
      ...chats,
      "updates not confirmed",
      ...waiting,
      "last calls",
      ...calls,
      "unmodelled",
      ...gaps,
    ].join("\n");
  }

  #disturbed(batch: Update[]): Update[] {
    const doubled = this.#duplicates ? batch.flatMap((one) => [one, one]) : batch;
    return this.#reorders ? this.#reorders(doubled) : doubled;
  }
}

/** Starts a double of Telegram. */
export async function startTelegram(options: TelegramOptions = {}): Promise<TelegramDouble> {
  const double = new TelegramDouble(options);
  await double.listen();
  return double;
}
