import { setTimeout as sleep } from "node:timers/promises";
import { BalancedPool, type Dispatcher, Pool } from "undici";
import type { Transport, WireRequest } from "../api/contract/client.ts";
import { createCircuit } from "./circuit.ts";

/** An answer that takes longer than this, in ms, is none: the student is told instead of left waiting. */
const patience = 20_000;
/** An address that does not take a connection within this, in ms, is not there. */
const connecting = 2_000;
/** For how long (ms) a request is tried again that nobody took, or that may be done twice. */
const insistence = 1_500;

/** The way to the API over HTTP, by any of its addresses. */
export type Line = { send: Transport; close(): Promise<void> };

/**
 * Spreads requests over the API's processes. One that died or stops is passed over: what never reached it, and what it
 * may have begun but does once however often it is asked (a read, a write with an idempotency key), goes to another.
 * @param addresses asked for at the first request, when a server of this very process listens too
 */
export function openLine(addresses: () => readonly string[]): Line {
  let pool: Dispatcher | undefined;
  const circuit = createCircuit();
  const ask: Transport = async ({ method, path, headers, body, signal, waits = 0 }) => {
    pool ??= connect(addresses());
    // All of it counts: the wait for a connection too. An AbortSignal.timeout would stay until its time has come.
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), patience + waits);
    const options = {
      ...(body !== undefined && { body }),
      signal: signal ? AbortSignal.any([signal, late.signal]) : late.signal,
    };
    try {
      const answer = await pool.request({ method, path, headers, ...options });
      return { status: answer.statusCode, body: new Uint8Array(await answer.body.arrayBuffer()) };
    } finally {
      clearTimeout(timer);
    }
  };
  const insist: Transport = async (request) => {
    const begun = performance.now();
    for (let pause = 25; ; pause *= 2) {
      const isLast = performance.now() + pause > begun + insistence || request.signal?.aborted === true;
      try {
        const answer = await ask(request);
        if (answer.status !== 503 || isLast || !isDoneOnce(request)) return answer;
      } catch (cause) {
        const again = hasCode(cause, neverTaken) || (hasCode(cause, cutOff) && isDoneOnce(request));
        if (isLast || !again) throw cause;
      }
      // Not all at once what was cut off at once.
      await sleep(pause * (0.5 + Math.random()));
    }
  };
  return {
    // Who waits for something to happen is a worker, behind whom no student waits.
    send: (request) => (request.waits || request.signal ? insist(request) : circuit(() => insist(request))),
    close: async () => pool?.destroy(),
  };
}

function connect(addresses: readonly string[]): Dispatcher {
  const origins = addresses.map((address) => new URL(address).origin);
  const options = {
    // How long an answer may take is up to each request.
    ...{ connections: 64, headersTimeout: 0, bodyTimeout: 0 },
    connect: { timeout: connecting },
  };
  const [only] = origins;
  return origins.length === 1 && only ? new Pool(only, options) : new BalancedPool(origins, options);
}

const neverTaken = [
  ...["ECONNREFUSED", "ENOTFOUND", "EHOSTUNREACH", "ENETUNREACH", "EHOSTDOWN"],
  ...["EAI_AGAIN", "UND_ERR_CONNECT_TIMEOUT"],
];
const cutOff = ["ECONNRESET", "EPIPE", "UND_ERR_SOCKET"];

const hasCode = (cause: unknown, codes: readonly string[]): boolean =>
  cause instanceof Error && "code" in cause && codes.includes(String(cause.code));

const isDoneOnce = ({ method, headers }: WireRequest): boolean =>
  method === "GET" || "idempotency-key" in headers;
