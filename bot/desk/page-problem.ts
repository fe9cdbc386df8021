import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { ApiUnreachable } from "../../api/contract/client.ts";
import { Problem } from "../../api/contract/problems.ts";
import { plain } from "../../conversations/engine/markup.ts";
import { problemSentence } from "../../conversations/engine/refusal.ts";
import type { Translate } from "../../conversations/words/words.ts";

/** Tells a page of the desk's why not, in a sentence. What is wrong with us is for the log. */
export function answerError(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  t: Translate,
): FastifyReply {
  const problem = problemOf(error);
  if (problem.code === "internal-error") request.log.error({ cause: error }, "the desk's page failed");
  const message = plain(problemSentence(t, problem));
  return reply
    .code(problem.status)
    .type("application/problem+json")
    .send({ code: problem.code, status: problem.status, title: message });
}

function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof ApiUnreachable) return new Problem("unavailable");
  if (error instanceof z.ZodError) return new Problem("validation-failed");
  const status = error instanceof Error && "statusCode" in error ? error.statusCode : undefined;
  if (status === 413) return new Problem("payload-too-large");
  if (status === 429) return new Problem("too-many-requests");
  return new Problem(typeof status === "number" && status < 500 ? "validation-failed" : "internal-error");
}
