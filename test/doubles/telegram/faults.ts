/** A fault to come: which calls it strikes, how often, and how. */
export interface Fault {
  readonly method?: string;
  readonly chat?: number;
  readonly times: number;
  /**
   * 429, 500 and 502 answer so; "reset-before" cuts the connection before the call is done, "reset-after" when it
   * is done but not answered, "timeout" never answers, "timeout-after" neither, but the call is done.
   */
  readonly kind: "429" | "500" | "502" | "reset-before" | "reset-after" | "timeout" | "timeout-after";
  /** For 429: whole seconds; 1 unless given. */
  readonly retryAfter?: number;
}

/** The faults that are still to come, in the order in which they were asked for. */
export class Faults {
  #coming: { fault: Fault; left: number }[] = [];

  add(fault: Fault): void {
    this.#coming.push({ fault, left: fault.times });
  }

  /** The fault that strikes this call, if any; it is used up by that. */
  strike(method: string, chat: unknown): Fault | undefined {
    const struck = this.#coming.find(
      ({ fault, left }) =>
        left > 0 &&
        (fault.method === undefined || fault.method === method) &&
        (fault.chat === undefined || fault.chat === Number(chat)),
    );
    if (struck) struck.left -= 1;
    this.#coming = this.#coming.filter((one) => one.left > 0);
    return struck?.fault;
  }
}
