import { type Contract, contract } from "../contract/index.ts";
import { type ProblemCode, problems } from "../contract/problems.ts";
import type { Route } from "../contract/route.ts";
import { Done } from "../contract/shared.ts";
import { schemasOf } from "./openapi-schemas.ts";

type Operation = Record<string, unknown> & {
  operationId?: string;
  parameters?: unknown[];
  requestBody?: unknown;
  responses?: Record<string, object>;
};

/** Completes the description of every operation with what its declaration says beyond its schemas. */
export function describe<D extends { paths?: object; components?: object }>(document: D): D {
  const operations = Object.values(document.paths ?? {}).flatMap((path: object) => Object.values(path));
  for (const operation of operations) complete(operation);
  const components = {
    ...document.components,
    schemas: { ...schemasOf(document), Problem: problemSchema },
    examples: problemExamples,
  };
  return { ...document, components };
}

function complete(operation: Operation): void {
  const id = operation.operationId;
  if (id === undefined || !isOperation(id)) return;
  const route: Route = contract[id];
  if (route.caller !== "anyone") operation.security = [{ [route.caller]: [] }];
  if (route.idempotent) operation.parameters = [...(operation.parameters ?? []), idempotencyKey];
  if (route.accepts) operation.requestBody = { required: true, content: bytesContent };
  operation.responses = { 200: answerOf(route, operation), ...problemResponses(route) };
}

/** What comes back, in the words of the declaration: a read is called what it answers. */
function answerOf(route: Route, { responses }: Operation): object {
  const description =
    route.response === Done ? "It is done; there is nothing to tell" : (route.answers ?? route.summary);
  const content = route.produces && { [route.produces]: { schema: {} } };
  return { ...responses?.[200], description, ...(content && { content }) };
}

const bytesContent = { "application/octet-stream": { schema: { type: "string", format: "binary" } } };

const isOperation = (id: string): id is keyof Contract => id in contract;

/** Every problem that a route may answer: its own, and those that its declaration implies. */
function problemsOf(route: Route): ProblemCode[] {
  const implied: [unknown, ProblemCode[]][] = [
    [route.body ?? route.params ?? route.query, ["validation-failed"]],
    [route.body ?? route.accepts, ["payload-too-large", "unsupported-media-type"]],
    [route.caller === "service", ["service-key-required"]],
    [route.caller === "student", ["login-required", "login-expired"]],
    [route.caller === "staff", ["staff-login-required", "staff-login-expired"]],
    [route.idempotent, ["idempotency-key-required", "idempotency-key-reused"]],
    [true, ["too-many-requests", "internal-error", "unavailable"]],
  ];
  return [...route.problems, ...implied.flatMap(([applies, codes]) => (applies ? codes : []))];
}

function problemResponses(route: Route): Record<string, unknown> {
  const byStatus = Object.groupBy(problemsOf(route), (code) => problems[code].status);
  return Object.fromEntries(
    Object.entries(byStatus).map(([status, codes = []]) => [
      status,
      {
        description: codes.map((code) => `\`${code}\`: ${problems[code].title}`).join("; "),
        content: {
          "application/problem+json": {
            schema: { $ref: "#/components/schemas/Problem" },
            examples: Object.fromEntries(
              codes.map((code) => [code, { $ref: `#/components/examples/${code}` }]),
            ),
          },
        },
      },
    ]),
  );
}

/** Each problem as it is answered, by its code. */
const problemExamples = Object.fromEntries(
  Object.entries(problems).map(([code, { title, status }]) => [
    code,
    { summary: title, value: { type: `/problems/${code}`, title, status, code } },
  ]),
);

const idempotencyKey = {
  name: "Idempotency-Key",
  in: "header",
  required: true,
  description: "Repeated with the same key, the write happens once and is answered the same.",
  schema: { type: "string", minLength: 1, maxLength: 255 },
};

const problemSchema = {
  type: "object",
  description: "RFC 9457",
  required: ["type", "title", "status", "code"],
  properties: {
    type: { type: "string", description: "`/problems/` and the code" },
    title: { type: "string" },
    status: { type: "integer" },
    code: { type: "string", enum: Object.keys(problems) },
    detail: { type: "string" },
    retryAfter: { type: "integer", description: "Seconds until another try makes sense" },
    errors: {
      type: "array",
      items: {
        type: "object",
        required: ["path", "message"],
        properties: { path: { type: "string" }, message: { type: "string" } },
      },
    },
  },
};
