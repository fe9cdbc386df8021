import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Faults } from "./faults.ts";
import { Fields } from "./fields.ts";
import type { Call, Journal } from "./journal.ts";
import type { Json } from "./message.ts";
import { methods } from "./methods/index.ts";
import { Refusal, tooMany, Unmodelled } from "./refusal.ts";
import { type Arguments, readArguments } from "./request.ts";
import { type SpecifiedMethod, specifiedMethod } from "./specification.ts";
import { checkArguments, checkSaid } from "./validate.ts";
import type { World } from "./world.ts";

/** Serves the Bot API over HTTP; not yet listening. */
export function serveBotApi(world: World, journal: Journal, faults: Faults): Server {
  return createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      // A fault of the double itself: loud, and never mistaken for a verdict of Telegram's.
      journal.unmodelled.push(String(error instanceof Error ? error.stack : error));
      if (!response.headersSent)
        respond(response, new Refusal(500, "Internal Server Error: the double failed"));
      journal.changed();
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://double");
    const file = /^\/file\/bot([^/]+)\/(.+)$/.exec(url.pathname);
    if (file) return download(response, decodeURIComponent(file[1] ?? ""), decodeURIComponent(file[2] ?? ""));
    const called = /^\/bot([^/]+)\/([^/]+)$/.exec(url.pathname);
    const refusal = refusedToken(decodeURIComponent(called?.[1] ?? ""));
    if (refusal) return respond(response, await drained(request, refusal));
    const method = specifiedMethod(called?.[2] ?? "");
    if (method === undefined)
      return respond(response, await drained(request, new Refusal(404, "Not Found: method not found")));
    await serve(method, request, url, response);
  }

  async function serve(
    method: SpecifiedMethod,
    request: IncomingMessage,
    url: URL,
    response: ServerResponse,
  ) {
    const gone = new AbortController();
    response.on("close", () => gone.abort());
    const call: Call = {
      method: method.name,
      payload: {},
      at: world.now(),
      root: `http://127.0.0.1:${request.socket.localPort}`,
      answer: undefined,
      fault: undefined,
    };
    journal.calls.push(call);
    const given = await readArguments(request, url.searchParams, method).catch(asRefusal);
    if (!(given instanceof Refusal)) Object.assign(call.payload, told(given));
    const fault = faults.strike(method.name, call.payload.chat_id);
    call.fault = fault?.kind;
    journal.changed();
    if (fault?.kind === "timeout") return;
    if (fault?.kind === "reset-before") return void response.destroy();
    if (fault?.kind === "429") return finish(call, response, tooMany(fault.retryAfter ?? 1));
    if (fault?.kind === "500") return finish(call, response, new Refusal(500, "Internal Server Error"));
    if (fault?.kind === "502") return finish(call, response, new Refusal(502, "Bad Gateway"));
    const result = given instanceof Refusal ? given : await run(method, given, gone.signal).catch(asRefusal);
    if (fault?.kind === "reset-after" || fault?.kind === "timeout-after") {
      if (fault.kind === "reset-after") response.destroy();
      return journal.changed();
    }
    finish(call, response, result);
  }

  async function run(
    method: SpecifiedMethod,
    given: Arguments,
    gone: AbortSignal,
  ): Promise<{ result: unknown }> {
    checkArguments(method, given.values, given.uploads);
    const modelled = methods.get(method.name);
    if (modelled === undefined) throw new Unmodelled(method.name);
    const other = Object.keys(given.values).find((name) => !modelled.models.includes(name));
    if (other !== undefined) throw new Unmodelled(`${other} of ${method.name}`);
    const result = await modelled.run({
      world,
      fields: new Fields(given.values),
      uploads: given.uploads,
      gone,
    });
    checkSaid(method.returns, result);
    return { result };
  }

  function finish(call: Call, response: ServerResponse, outcome: Refusal | { result: unknown }): void {
    const body: Json =
      outcome instanceof Refusal ? { ...outcome.body } : { ok: true, result: outcome.result };
    if (outcome instanceof Unmodelled) journal.unmodelled.push(outcome.message);
    // What was answered, not what becomes of it.
    call.answer = structuredClone(body);
    respond(response, outcome instanceof Refusal ? outcome : body);
    journal.changed();
  }

  /** A token that Telegram never gave is not even a path of its; one that it might have given is not authorised. */
  function refusedToken(token: string): Refusal | undefined {
    if (token === world.token) return undefined;
    if (/^[1-9]\d*:[\w-]{20,80}$/.test(token)) return new Refusal(401, "Unauthorized");
    return new Refusal(404, "Not Found");
  }

  function download(response: ServerResponse, token: string, path: string): void {
    const found = token === world.token ? world.files.at(path) : undefined;
    if (found === undefined) respond(response, refusedToken(token) ?? new Refusal(404, "Not Found"));
    else response.writeHead(200, { "content-type": "application/octet-stream" }).end(found.bytes);
  }
}

/** Reads a request that nobody needs to its end, so that the client is there for the answer. */
async function drained(request: IncomingMessage, refusal: Refusal): Promise<Refusal> {
  for await (const _ of request);
  return refusal;
}

/** Lets a refusal be an answer, and nothing else. */
function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  throw error;
}

function respond(response: ServerResponse, outcome: Refusal | Json): void {
  const body = JSON.stringify(outcome instanceof Refusal ? outcome.body : outcome);
  const headers: Record<string, string> = { "content-type": "application/json" };
  const seconds = outcome instanceof Refusal ? outcome.parameters?.retry_after : undefined;
  if (seconds !== undefined) headers["retry-after"] = `${seconds}`;
  response.writeHead(outcome instanceof Refusal ? outcome.code : 200, headers).end(body);
}

/** The arguments as the journal keeps them. */
function told({ values, uploads }: Arguments): Json {
  const files = [...uploads].map(([name, one]) => [name, `${one.fileName}, ${one.bytes.length} bytes`]);
  return files.length === 0 ? values : { ...values, uploads: Object.fromEntries(files) };
}
