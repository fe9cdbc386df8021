import { setTimeout as wait } from "node:timers/promises";
import { fetch } from "undici";
import type { Fields } from "./fields.ts";
import type { Json } from "./message.ts";
import { badRequest, Refusal } from "./refusal.ts";
import type { Update, Updates } from "./updates.ts";

export interface WebhookOptions {
  /** Lets a test listen without a certificate: http on 127.0.0.1, any port. */
  readonly allowLocalHttp?: boolean;
  /** Milliseconds between two tries of one update. */
  readonly retryAfter?: number;
  /** After so many tries in vain an update is given up, and kept in `undelivered`. */
  readonly attempts?: number;
}

/** Pushes updates to the address that setWebhook gave, one at a time and in order. */
export class Webhook {
  /** Updates that were given up. */
  readonly undelivered: Update[] = [];
  readonly #updates: Updates;
  readonly #options: WebhookOptions;
  readonly #changed: () => void;
  readonly #gap: (what: string) => void;
  #target: { url: string; secret: string; connections: number } | undefined;
  #lastError: { message: string; at: number } | undefined;
  #generation = new AbortController();
  #isPushing = false;

  constructor(updates: Updates, options: WebhookOptions, changed: () => void, gap: (what: string) => void) {
    this.#updates = updates;
    this.#options = options;
    this.#changed = changed;
    this.#gap = gap;
    updates.onAdded = () => void this.#push();
  }

  get isSet(): boolean {
    return this.#target !== undefined;
  }

  /** Sets the address; an empty one removes it. @throws Refusal 400 for an address that Telegram would not call */
  set(fields: Fields): void {
    const url = fields.text("url") ?? "";
    const secret = fields.text("secret_token") ?? "";
    if (secret.length > 256) throw badRequest("Secret token is too long");
    if (!/^[\w-]*$/.test(secret)) throw badRequest("Secret token contains unallowed characters");
    const connections = fields.number("max_connections") ?? 40;
    if (url !== "") this.#check(url);
    this.remove(fields.flag("drop_pending_updates"));
    if (url === "") return;
    if (fields.has("allowed_updates")) this.#updates.allowed = fields.list("allowed_updates").map(String);
    this.#updates.terminate("terminated by setWebhook request");
    this.#target = { url, secret, connections: Math.min(Math.max(connections, 1), 100) };
    void this.#push();
  }

  /** Stops pushing. @param drops whether the waiting updates are forgotten too */
  remove(drops: boolean): void {
    this.#target = undefined;
    this.#lastError = undefined;
    this.#generation.abort();
    this.#generation = new AbortController();
    if (drops) this.#updates.drop();
  }

  /** What getWebhookInfo tells. */
  get info(): Json {
    const info: Json = {
      url: this.#target?.url ?? "",
      has_custom_certificate: false,
      pending_update_count: this.#updates.pending.length,
    };
    if (this.#target) info.max_connections = this.#target.connections;
    if (this.#updates.allowed.length > 0) info.allowed_updates = this.#updates.allowed;
    if (this.#lastError) {
      info.last_error_date = Math.floor(this.#lastError.at / 1000);
      info.last_error_message = this.#lastError.message;
    }
    return info;
  }

  #check(url: string): void {
    const bad = (reason: string) => new Refusal(400, `Bad Request: bad webhook: ${reason}`);
    if (!URL.canParse(url)) throw bad("invalid webhook URL specified");
    const { protocol, hostname, port } = new URL(url);
    if (this.#options.allowLocalHttp && protocol === "http:" && hostname === "127.0.0.1") return;
    if (protocol !== "https:") throw bad("An HTTPS URL must be provided for webhook");
    if (!["", "80", "88", "443", "8443"].includes(port))
      throw bad("Webhook can be set up only on ports 80, 88, 443 or 8443");
  }

  async #push(): Promise<void> {
    if (this.#isPushing) return;
    this.#isPushing = true;
    try {
      let failures = 0;
      for (let next = this.#next(); this.#target && next; next = this.#next()) {
        const { signal } = this.#generation;
        const error = await this.#post(this.#target, next, signal);
        if (signal.aborted) {
          failures = 0;
          continue;
        }
        failures = error === undefined ? 0 : failures + 1;
        this.#lastError = error === undefined ? this.#lastError : { message: error, at: Date.now() };
        const isOver = error === undefined || failures >= (this.#options.attempts ?? 10);
        if (isOver) {
          if (error !== undefined) this.undelivered.push(next);
          failures = 0;
          this.#updates.confirm(next.update_id + 1);
        } else await wait(this.#options.retryAfter ?? 20, undefined, { signal }).catch(ignoreAbort);
        this.#changed();
      }
    } finally {
      this.#isPushing = false;
    }
  }

  #next(): Update | undefined {
    return this.#target ? this.#updates.pending[0] : undefined;
  }

  /** @returns what was wrong, in the words of getWebhookInfo */
  async #post(
    to: { url: string; secret: string },
    update: Update,
    signal: AbortSignal,
  ): Promise<string | undefined> {
    for (const one of this.#updates.disturb([update])) {
      try {
        const answer = await fetch(to.url, {
          method: "POST",
          headers: {
            "content-type": "application/json",
            ...(to.secret === "" ? {} : { "x-telegram-bot-api-secret-token": to.secret }),
          },
          body: JSON.stringify(one),
          signal,
        });
        const body = await answer.text();
        if (!answer.ok) return `Wrong response from the webhook: ${answer.status} ${answer.statusText}`;
        if (/"method"/.test(body)) this.#gap(`a method in the answer of a webhook: ${body}`);
      } catch (error) {
        return `Connection failed: ${error instanceof Error ? error.message : String(error)}`;
      }
    }
    return undefined;
  }
}

function ignoreAbort(error: unknown): void {
  if (!(error instanceof Error) || error.name !== "AbortError") throw error;
}
