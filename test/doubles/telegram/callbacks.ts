import type { Message, User } from "./message.ts";
import { badRequest } from "./refusal.ts";

/** What the person saw after a tap. */
export interface CallbackAnswer {
  readonly text: string;
  readonly alert: boolean;
  readonly url: string | undefined;
}

/** A tap on a button with data. */
export interface Callback {
  readonly id: string;
  readonly from: User;
  readonly message: Message;
  readonly data: string;
  readonly at: number;
  answer: CallbackAnswer | undefined;
}

/** The taps, each to be answered once and in time. */
export class Callbacks {
  readonly all: Callback[] = [];
  readonly #now: () => number;
  readonly #limit: number;

  /** @param limit milliseconds in which a tap has to be answered; Telegram publishes none */
  constructor(limit: number, now: () => number) {
    this.#limit = limit;
    this.#now = now;
  }

  /** Notes a tap. */
  tapped(from: User, message: Message, data: string): Callback {
    const id = `${4_382_000_000_000_000 + this.all.length}`;
    const callback = { id, from, message, data, at: this.#now(), answer: undefined };
    this.all.push(callback);
    return callback;
  }

  /** Answers a tap. @throws Refusal 400 if there is none such, it is too late, or it has been answered */
  answer(id: string, answer: CallbackAnswer): void {
    const callback = this.all.find((one) => one.id === id);
    const isOpen = callback && callback.answer === undefined && this.#now() - callback.at <= this.#limit;
    if (!isOpen) throw badRequest("Query is too old and response timeout expired or query ID is invalid");
    if (answer.text.length > 200) throw badRequest("MESSAGE_TOO_LONG");
    callback.answer = answer;
  }
}
