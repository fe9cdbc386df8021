import { type Contract, contract, type Operation } from "./index.ts";
import { isProblemCode, Problem, type ProblemDetails } from "./problems.ts";
import { type Answer, type Arguments, type Route, staffChatHeader, staffChatOf } from "./route.ts";
import type { ChatAddress } from "./shared.ts";

/** What goes over the wire. */
export type WireRequest = {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: string | Uint8Array;
  /** Gives the request up. */
  signal?: AbortSignal;
  /** So long (ms) the API may wait for something to happen before it answers. */
  waits?: number;
};
/** What comes back; `body` is read whole. */
export type WireAnswer = { status: number; body: Uint8Array };
/** Sends one request; rejects only when there was no answer at all. */
export type Transport = (request: WireRequest) => Promise<WireAnswer>;

/** For whom a call is made. */
export type CallContext = {
  /** The token of a student, or of a member of staff, for routes whose caller they are. */
  token?: string | undefined;
  /** Instead of a token of staff's: the chat of theirs for which the service vouches. */
  staffChat?: ChatAddress | undefined;
  /** Makes a write happen once however often it is sent. */
  idempotencyKey?: string | undefined;
  /** Gives the call up, as if there were no answer. */
  signal?: AbortSignal | undefined;
};

type Call<R extends Route> = keyof Arguments<R> extends never
  ? (args?: Record<string, never>) => Promise<Answer<R>>
  : (args: Arguments<R>) => Promise<Answer<R>>;

/** One typed method an operation, made from the contract; nothing here is written by hand per route. */
export type Api = { [O in Operation]: Call<Contract[O]> } & {
  /** The same API on behalf of somebody else. */
  for(context: CallContext): Api;
};

/** There was no answer: the API is down, unreachable or too slow. */
export class ApiUnreachable extends Error {
  override readonly name = "ApiUnreachable";
}

type LooseArguments = {
  params?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: unknown;
  bytes?: Uint8Array;
};

/**
 * Makes the client.
 * @param send how a request travels: HTTP in the program, an injected request in a test
 * @param serviceKey the key of the university's own programs
 * @returns an object with one method an operation; each throws {@link Problem} for a "no" of the API and
 *   {@link ApiUnreachable} when there was no answer
 */
export function createApi(send: Transport, serviceKey: string): Api {
  const call = async (route: Route, context: CallContext, args: LooseArguments = {}): Promise<unknown> => {
    const behalf = route.caller === "staff" ? context.staffChat : undefined;
    const own = !behalf && (route.caller === "student" || route.caller === "staff");
    const headers: Record<string, string> = {
      authorization: `Bearer ${own ? (context.token ?? "") : serviceKey}`,
      ...(behalf && { [staffChatHeader]: staffChatOf(behalf) }),
    };
    if (context.idempotencyKey && route.idempotent) headers["idempotency-key"] = context.idempotencyKey;
    const request: WireRequest = {
      ...{ method: route.method, path: pathOf(route, args), headers },
      ...(context.signal && { signal: context.signal }),
    };
    if (args.body !== undefined) {
      headers["content-type"] = "application/json";
      request.body = JSON.stringify(args.body, (_, value) =>
        typeof value === "string" ? writable(value) : value,
      );
      request.waits = waitOf(args.body);
    }
    if (args.bytes !== undefined) {
      headers["content-type"] = "application/octet-stream";
      request.body = args.bytes;
    }
    const { status, body } = await send(request).catch((cause: unknown) => {
      throw new ApiUnreachable(`${route.method} ${route.path} had no answer`, { cause });
    });
    if (status >= 400) throw problemOf(route, status, body);
    return route.response ? route.response.parse(JSON.parse(text.decode(body))) : body;
  };

  /** One caller's view of it; its methods stand on the prototype, because one is made for every call. */
  class Caller {
    readonly context: CallContext;
    constructor(context: CallContext) {
      this.context = context;
    }
    for(context: CallContext): Caller {
      return new Caller(context);
    }
  }
  const methods: Record<string, unknown> = {};
  for (const [operation, route] of Object.entries<Route>(contract)) {
    methods[operation] = function (this: Caller, args?: LooseArguments) {
      return call(route, this.context, args);
    };
  }
  Object.assign(Caller.prototype, methods);
  return new Caller({}) as Caller & Api;
}

/** A long poll says how long, in seconds. */
const waitOf = (body: unknown): number =>
  body instanceof Object && "wait" in body && typeof body.wait === "number" ? body.wait * 1_000 : 0;

const text = new TextDecoder();

/** A page or a messenger may bring half of a character, or none: the API takes only text that can be kept. */
const writable = (text: string): string => text.toWellFormed().replaceAll("\0", "");

function pathOf(route: Route, { params = {}, query = {} }: LooseArguments): string {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(writable(params[name] ?? "")),
  );
  const pairs = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]): [string, string] => [name, writable(String(value))]);
  return pairs.length ? `${path}?${new URLSearchParams(pairs)}` : path;
}

function problemOf(route: Route, status: number, body: Uint8Array): Error {
  try {
    const { code, ...details } = JSON.parse(text.decode(body)) as { code?: unknown } & ProblemDetails;
    if (isProblemCode(code)) return new Problem(code, details);
  } catch (cause) {
    return new ApiUnreachable(`${route.method} ${route.path} answered ${status} with something unreadable`, {
      cause,
    });
  }
  return new ApiUnreachable(`${route.method} ${route.path} answered ${status}`);
}
