import { Callbacks } from "./callbacks.ts";
import { Chats } from "./chats.ts";
import { Files } from "./files.ts";
import type { User } from "./message.ts";
import { Profile } from "./profile.ts";
import { type RateLimits, Rates } from "./rates.ts";
import { Updates } from "./updates.ts";
import { Webhook, type WebhookOptions } from "./webhook.ts";

/** What can be set when the double is started. */
export interface TelegramOptions {
  /** The bot's token, of the form that Telegram gives. */
  readonly token?: string;
  /** The bot's own name. */
  readonly username?: string;
  /** Turns the sending limits on. */
  readonly rates?: RateLimits;
  /** Milliseconds in which a tap has to be answered. */
  readonly callbackLimit?: number;
  readonly webhook?: WebhookOptions;
  /** The clock, in milliseconds, which `advance` puts forward; real time unless given. */
  readonly now?: () => number;
}

/** All that the server knows. */
export class World {
  #ahead = 0;
  readonly token: string;
  readonly bot: User;
  readonly now: () => number;
  readonly chats: Chats;
  readonly files = new Files();
  readonly updates: Updates;
  readonly callbacks: Callbacks;
  readonly profile = new Profile();
  readonly rates: Rates;
  readonly webhook: Webhook;

  /**
   * @param changed called after everything that a test might wait for
   * @param gap called with what is asked for and not modelled, where there is no call to answer
   */
  constructor(options: TelegramOptions, changed: () => void, gap: (what: string) => void) {
    this.token = options.token ?? "7000000001:AAH-double_of_the_Bot_API_for_tests00";
    const clock = options.now ?? Date.now;
    this.now = () => clock() + this.#ahead;
    const id = Number(this.token.split(":")[0]);
    this.bot = { id, is_bot: true, first_name: "Rabta", username: options.username ?? "rabta_test_bot" };
    this.chats = new Chats(this.now);
    this.updates = new Updates(this.now, changed);
    this.callbacks = new Callbacks(options.callbackLimit ?? 15_000, this.now);
    this.rates = new Rates(options.rates, this.now);
    this.webhook = new Webhook(this.updates, options.webhook ?? {}, changed, gap);
  }

  /** Lets time pass, for what ages: taps, messages to delete, updates, pace. Long polls wait in real time. */
  advance(milliseconds: number): void {
    this.#ahead += milliseconds;
  }
}
