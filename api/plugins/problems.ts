import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { Problem, type ProblemDetails, problems } from "../contract/problems.ts";
import { StorageFailure } from "../files/storage.ts";
import { isUnreachable } from "./unreachable.ts";

/** Answers every "no" as RFC 9457 says, and tells the operator of those that are nobody's fault but ours. */
export function answerProblems(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => sendProblem(reply, problemOf(error, request)));
}

/** Answers one problem. */
export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  const { code, status, details } = problem;
  if (details.retryAfter !== undefined) reply.header("retry-after", details.retryAfter);
  if (/^(?:staff-)?login-(?:required|expired)$/.test(code) || code === "service-key-required") {
    reply.header("www-authenticate", "Bearer");
  }
  const { title } = problems[code];
  return reply
    .code(status)
    .type("application/problem+json")
    .header("cache-control", "no-store")
    .serializer(JSON.stringify)
    .send({ type: `/problems/${code}`, title, status, code, ...details });
}

/**
 * The problem that an error is to its caller. What the caller cannot mend is logged here, once.
 */
export function problemOf(error: FastifyError, request: FastifyRequest): Problem {
  if (error instanceof Problem) return error;
  if (error.validation) return new Problem("validation-failed", { errors: fieldErrors(error) });
  const known = byFastifyCode[error.code];
  if (known) return new Problem(known);
  if (error.statusCode === 400) return new Problem("validation-failed", { detail: error.message });
  if (isUnreachable(error)) {
    request.log.warn({ err: error }, "the database does not answer");
    return new Problem("unavailable", { retryAfter: 5 });
  }
  if (error instanceof StorageFailure) {
    request.log.error({ err: error }, "documents cannot be kept or read");
    return new Problem("storage-unavailable", { retryAfter: 60 });
  }
  request.log.error({ err: error, route: request.routeOptions.url }, "a request failed on our side");
  return new Problem("internal-error");
}

type FieldError = NonNullable<ProblemDetails["errors"]>[number];

const byFastifyCode: Record<string, Problem["code"]> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: "unsupported-media-type",
  FST_ERR_CTP_BODY_TOO_LARGE: "payload-too-large",
  FST_ERR_NOT_FOUND: "not-found",
};

function fieldErrors({ validation = [], validationContext }: FastifyError): FieldError[] {
  return validation.map(({ instancePath, message = "is not as expected" }) => ({
    path: `${validationContext ?? "request"}${instancePath === "/" ? "" : instancePath}`,
    message,
  }));
}
