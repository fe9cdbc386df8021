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

  test("a person reads what to do about a link that was cut off, in three languages", async () => {
    const accept = "text/html,application/xhtml+xml,*/*;q=0.8";
    const answer = await http.inject({ url: "/verify/", headers: { accept } });
    expect(answer.statusCode).toBe(404);
    expect(answer.headers["content-type"]).toContain("text/html");
    for (const language of ["en", "ur", "ur-Latn"])
      expect(answer.body).toContain(`<section lang="${language}"`);
    // The API alone has no chat to lead to.
    expect(answer.body).not.toContain("/chat");
    const posted = await http.inject({ method: "POST", url: "/verify/", headers: { accept } });
    expect(posted.headers["content-type"]).toContain("application/problem+json");
  });
});
