import { createHash } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from "fastify";
import { dispositionOf } from "../contract/disposition.ts";
import { type Contract, contract, type Operation } from "../contract/index.ts";
import { Problem } from "../contract/problems.ts";
import type { Route } from "../contract/route.ts";
import type { LoggedIn } from "../logins/find-login.ts";
import { requireKept } from "../records/lock-student.ts";
import type { University } from "../university.ts";
import { authenticate, type Known } from "./authentication.ts";
import { beginAnew } from "./begin-anew.ts";
import { answerOnce, type Once } from "./idempotency.ts";
import type { Document, Handler, Reply, Serve, Served } from "./served.ts";
import { refuseUnwritable } from "./unwritable.ts";

/**
 * Makes `serve`: an operation's path, form, caller, idempotency and description all follow from its declaration in the
 * contract; a route says only what it does.
 * @param app an instance whose validator and serialiser are zod's
 */
export function serving(app: FastifyInstance, university: University, serviceKey: string): Serve {
  // Kept on the request, and gone with it.
  const caller = Symbol("caller");
  app.decorateRequest(caller);
  return <O extends Operation>(operation: O, handle: Handler<Contract[O]>) => {
    const route: Route = contract[operation];
    const declared: RouteOptions = {
      method: route.method,
      url: route.path,
      schema: schemaOf(operation, route),
      async preParsing(request) {
        request.setDecorator(caller, await authenticate(university, serviceKey, route, request));
      },
      async preValidation(request) {
        if (route.idempotent) idempotencyKey(request);
      },
      async handler(request, reply) {
        const { params, query } = request;
        // What the declaration does not name was not validated, and may be anything.
        const body = route.body && request.body;
        const bytes = route.accepts && bytesOf(request.body);
        refuseUnwritable({ params, querystring: query, body });
        const { scope = "", student, staff, refusal } = request.getDecorator<Known>(caller);
        const gone = () => untilGone(reply);
        const answer = (once?: Once<Reply<Contract[O]>>) => {
          const call: unknown = { params, query, body, bytes, student, staff, once, gone };
          // Made by the validator from the very schemas, and by the hooks above, that the type is made of.
          return handle(call as Served<Contract[O]>);
        };
        // It writes nothing, or in one statement or transaction, or the same when it is repeated.
        if (!route.idempotent) return send(reply, route, await beginAnew(() => answer()));
        const call = {
          operation,
          scope,
          key: idempotencyKey(request),
          input: { params, body, ...digestOf(bytes) },
        };
        return answerOnce(university, call, refusal, (once: Once<Reply<Contract[O]>>) =>
          answer(student ? keptOnce(once, student) : once),
        );
      },
    };
    if (route.accepts) takeBytes(app, declared, route.accepts.bytes);
    else app.route(declared);
  };
}

/** What a student writes is written as long as they are not erased, and an erasure at the same moment finds it. */
const keptOnce =
  <T>(once: Once<T>, { id }: LoggedIn): Once<T> =>
  (write) =>
    once(async (tx) => {
      await requireKept(tx, id);
      return write(tx);
    });

/** Puts a route that takes bytes of any kind, and no JSON, into service. */
function takeBytes(app: FastifyInstance, declared: RouteOptions, bodyLimit: number): void {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("application/octet-stream", { parseAs: "buffer" }, (_request, body, done) =>
      done(null, body),
    );
    scope.route({ ...declared, bodyLimit });
  });
}

const bytesOf = (body: unknown): Buffer => (Buffer.isBuffer(body) ? body : Buffer.alloc(0));

/** What tells bytes apart, where a call is recognised. */
const digestOf = (bytes: Buffer | undefined) =>
  bytes && { sha256: createHash("sha256").update(bytes).digest("hex") };

function schemaOf(operation: string, route: Route) {
  const { summary, params, query, body, response } = route;
  return {
    operationId: operation,
    summary,
    tags: [route.path.split("/")[2] ?? ""],
    ...(params && { params }),
    // A copy without a name: OpenAPI lists a query parameter by parameter.
    ...(query && { querystring: query.extend({}) }),
    ...(body && { body }),
    ...(response && { response: { 200: response } }),
  };
}

const longestKey = 255;

function idempotencyKey(request: FastifyRequest): string {
  const key = request.headers["idempotency-key"];
  if (typeof key !== "string" || key === "") throw new Problem("idempotency-key-required");
  if (key.length <= longestKey) return key;
  const message = `is longer than ${longestKey} characters`;
  throw new Problem("validation-failed", { errors: [{ path: "headers/idempotency-key", message }] });
}

function send(reply: FastifyReply, route: Route, answer: unknown) {
  if (!route.produces) return answer;
  const { bytes, name, type = route.produces } = answer as Document;
  const how = route.produces === "application/octet-stream" ? "attachment" : "inline";
  return reply.type(type).header("content-disposition", dispositionOf(how, name)).send(bytes);
}

function untilGone(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once("close", () => gone.abort());
  return gone.signal;
}
