import { pino } from "pino";
import { afterAll, describe, expect, test } from "vitest";
import { type Check, createHttp } from "../../bot/http.ts";

describe("the server", () => {
  const checks = new Map<string, Check>();
  const http = createHttp(pino({ level: "silent" }), checks);
  afterAll(() => http.close());

  test("is ready when all it needs answers, and says what does not", async () => {
    expect((await http.inject("/health/live")).json()).toEqual({ status: "ok" });
    checks.set("database", async () => {});
    expect((await http.inject("/health/ready")).statusCode).toBe(200);
    checks.set("sessions", async () => {
      throw new Error("Redis is away");
    });
    const ready = await http.inject("/health/ready");
    expect(ready.statusCode).toBe(503);
    expect(ready.json()).toEqual({ status: "not ready", checks: { database: true, sessions: false } });
  });

  test.each(["/nothing", "/v1/%zz"])("%s is a problem", async (url) => {
    const answer = await http.inject(url);
    expect(answer.statusCode).toBe(404);
    expect(answer.headers["content-type"]).toContain("application/problem+json");
    expect(answer.json()).toMatchObject({ type: "/problems/not-found", code: "not-found" });
  });
});
