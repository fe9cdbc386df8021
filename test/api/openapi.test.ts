import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { contract } from "../../api/contract/index.ts";
import { problems } from "../../api/contract/problems.ts";
import type { Route } from "../../api/contract/route.ts";
import { launchable, launchChromium } from "../chromium.ts";
import { type Campus, openApi, openCampus } from "./campus.ts";
import { databases } from "./databases.ts";

const Schema = z.record(z.string(), z.unknown());
const Content = z.record(z.string(), z.object({ schema: Schema, examples: Schema.optional() }));
const Operation = z.object({
  operationId: z.string(),
  summary: z.string().min(1),
  tags: z.array(z.string().min(1)).min(1),
  security: z.array(z.record(z.string(), z.array(z.string()))).optional(),
  parameters: z
    .array(
      z.object({
        name: z.string(),
        in: z.enum(["path", "query", "header"]),
        required: z.boolean().optional(),
        schema: Schema,
      }),
    )
    .optional(),
  requestBody: z.object({ content: Content }).optional(),
  responses: z.record(
    z.string().regex(/^[1-5]\d\d$/),
    z.object({ description: z.string(), content: Content.optional() }),
  ),
});
const Document = z.object({
  openapi: z.string().regex(/^3\.1\.\d+$/),
  info: z.object({ title: z.string(), version: z.string() }),
  paths: z.record(z.string().startsWith("/"), z.record(z.string(), Operation)),
  components: z.object({
    schemas: z.record(z.string(), Schema),
    examples: z.record(z.string(), z.object({ summary: z.string(), value: Schema })),
    securitySchemes: z.record(z.string(), z.object({ type: z.literal("http"), scheme: z.literal("bearer") })),
  }),
});

describe("the API's description", () => {
  let campus: Campus;
  beforeAll(async () => {
    campus = await openCampus(await databases[0]![1]());
  });
  afterAll(() => campus.database.close());

  const read = async () => {
    const { app } = await openApi(campus);
    const answer = await app.inject("/docs/json");
    expect(answer.headers["content-type"]).toContain("application/json");
    return { raw: answer.body, document: Document.parse(answer.json()) };
  };

  test("is OpenAPI 3.1, and describes the contract's operations and nothing else", async () => {
    const { document } = await read();
    const described = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, { operationId }]) => `${operationId}: ${method} ${path}`),
    );
    const declared = Object.entries<Route>(contract).map(
      ([operation, { method, path }]) =>
        `${operation}: ${method.toLowerCase()} ${path.replace(/:(\w+)/g, "{$1}")}`,
    );
    expect(described.sort()).toEqual(declared.sort());
  });

  test("refers to nothing that is not there", async () => {
    const { raw, document } = await read();
    const there = Object.entries(document.components).flatMap(([kind, named]) =>
      Object.keys(named).map((name) => `#/components/${kind}/${name}`),
    );
    const references = new Set([...raw.matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference]) => reference));
    const forms = there.filter((reference) => reference.startsWith("#/components/schemas/"));
    expect([...references].filter((reference = "") => !there.includes(reference))).toEqual([]);
    expect(forms.filter((form) => !references.has(form))).toEqual([]);
    expect(forms).toContain("#/components/schemas/Login");
    const callers = Object.values(contract).map(({ caller }: Route) => caller);
    expect(Object.keys(document.components.securitySchemes).sort()).toEqual([...new Set(callers)].sort());
    expect(document.components.schemas.Problem?.required).toEqual(["type", "title", "status", "code"]);
  });

  test.each(Object.entries<Route>(contract))("tells callers of %s all they need", async (id, route) => {
    const { document } = await read();
    const operations = Object.entries(document.paths).flatMap(([path, byMethod]) =>
      Object.values(byMethod).map((operation) => ({ path, ...operation })),
    );
    const operation = operations.find(({ operationId }) => operationId === id)!;
    expect(operation.security).toEqual([{ [route.caller]: [] }]);
    const parameters = operation.parameters ?? [];
    const inPath = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(parameters.filter((one) => one.in === "path").map(({ name }) => name)).toEqual(inPath);
    expect(parameters.some(({ name }) => name === "Idempotency-Key")).toBe(route.idempotent === true);
    const { description } = operation.responses[200]!;
    expect(description).not.toMatch(/^(?:Default Response)?$/);
    expect(operation.requestBody !== undefined).toBe((route.body ?? route.accepts) !== undefined);
    expect(Object.keys(operation.responses[200]?.content ?? {})).toEqual([
      route.produces ?? "application/json",
    ]);
    for (const code of [...route.problems, "too-many-requests", "unavailable"] as const) {
      const { description, content } = operation.responses[problems[code].status]!;
      expect(description).toContain(`\`${code}\``);
      expect(Object.keys(content ?? {})).toEqual(["application/problem+json"]);
      expect(content?.["application/problem+json"]?.examples?.[code]).toBeDefined();
    }
  });

  test.runIf(launchable())("is a page that shows every operation without the internet", async () => {
    const { app } = await openApi(campus);
    const url = await app.listen({ port: 0, host: "127.0.0.1" });
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      const wrong: string[] = [];
      page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
      page.on("pageerror", (error) => wrong.push(String(error)));
      page.on(
        "request",
        (request) =>
          request.url().startsWith(url) || request.url().startsWith("data:") || wrong.push(request.url()),
      );
      await page.goto(`${url}/docs`);
      await page
        .locator(".opblock")
        .nth(Object.keys(contract).length - 1)
        .waitFor();
      expect(await page.locator(".opblock").count()).toBe(Object.keys(contract).length);
      expect(wrong).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});
