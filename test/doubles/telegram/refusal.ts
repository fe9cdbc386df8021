/** What Telegram answers instead of a result: its error code, its own words, and what a client may do next. */
export class Refusal extends Error {
  readonly code: number;
  readonly parameters: { retry_after?: number; migrate_to_chat_id?: number } | undefined;

  /**
   * @param code the HTTP status and `error_code`
   * @param description Telegram's sentence, complete with its prefix
   * @param parameters `retry_after` in seconds, or the chat to go on in
   */
  constructor(code: number, description: string, parameters?: Refusal["parameters"]) {
    super(description);
    this.code = code;
    this.parameters = parameters;
  }

  /** The body of the HTTP answer. */
  get body(): object {
    const answer = { ok: false, error_code: this.code, description: this.message };
    return this.parameters === undefined ? answer : { ...answer, parameters: this.parameters };
  }
}

/**
 * A method, field or value that Telegram has and this double has not: a gap in the double, never a verdict on
 * the bot. It is answered with 501 and kept in `double.unmodelled`, so that no test passes over it unseen.
 */
export class Unmodelled extends Refusal {
  /** @param what what is missing here */
  constructor(what: string) {
    super(501, `Not Implemented: the double does not model ${what}`);
  }
}

/** 400. As Telegram's own server does, lower-cases a leading word, but not a constant such as MESSAGE_TOO_LONG. */
export function badRequest(reason: string): Refusal {
  const isConstant = /^.[_A-Z]/.test(reason);
  return new Refusal(400, `Bad Request: ${isConstant ? reason : reason[0]?.toLowerCase() + reason.slice(1)}`);
}

/** 400: the group is a supergroup now. @param id its id from now on */
export function migrated(id: number): Refusal {
  const words = "Bad Request: group chat was upgraded to a supergroup chat";
  return new Refusal(400, words, { migrate_to_chat_id: id });
}

/** 403: the chat cannot be reached by this bot. */
export function forbidden(reason: string): Refusal {
  return new Refusal(403, `Forbidden: ${reason}`);
}

/** 409: two readers of the same updates. */
export function conflict(reason: string): Refusal {
  return new Refusal(409, `Conflict: ${reason}`);
}

/** 429. @param seconds how long the bot has to wait, whole seconds */
export function tooMany(seconds: number): Refusal {
  return new Refusal(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
}

/** 400 for markup that cannot be read. */
export function unparsable(reason: string): Refusal {
  return badRequest(`Can't parse entities: ${reason}`);
}
