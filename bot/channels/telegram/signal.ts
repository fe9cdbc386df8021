import type { Api } from "grammy";

type GrammysSignal = NonNullable<Parameters<Api["getMe"]>[0]>;

/** grammY's types name the class of a polyfill; what it does is ask `aborted`, and listen for the one event. */
const isGrammys = (signal: unknown): signal is GrammysSignal =>
  signal instanceof EventTarget && "aborted" in signal;

/** Node's own signal, for a call of grammY's. */
export function forGrammy(signal: AbortSignal): GrammysSignal {
  const given: unknown = signal;
  if (!isGrammys(given)) throw new TypeError("This is no AbortSignal");
  return given;
}
