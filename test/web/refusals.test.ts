import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { taking } from "./taking.ts";
import { visitor } from "./visitor.ts";

describe("what is refused", () => {
  const id = randomUUID();
  test.each([
    ["no id", { id: undefined, kind: "text", text: "a" }],
    ["an id that is no UUID", { id: "1", kind: "text", text: "a" }],
    ["an unknown kind", { id, kind: "sticker" }],
    ["no words", { id, kind: "text", text: "" }],
    ["more words than anybody reads", { id, kind: "text", text: "x".repeat(10_001) }],
    ["a command that is none", { id, kind: "command", name: "rm -rf" }],
  ])("%s", async (_, body) => {
    const { student, receive } = await taking();
    const answer = await student.post(body);
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({
      code: "validation-failed",
      errors: [{ path: expect.any(String) }],
    });
    expect(receive).not.toHaveBeenCalled();
  });

  test.each([5_000, 10_000])("not %i characters, however they are written", async (length) => {
    const { student, receive } = await taking();
    const text = "\u0001".repeat(length);
    expect((await student.post({ kind: "text", text })).statusCode).toBe(202);
    expect(receive.mock.calls[0]?.[0].content).toEqual({ kind: "text", text });
  });

  test("a body out of all proportion", async () => {
    const { student } = await taking();
    expect((await student.post({ kind: "text", text: "x".repeat(200_000) })).statusCode).toBe(413);
  });

  test("a form, which any site could send", async () => {
    const { student, app } = await taking();
    const headers = { cookie: student.cookie, "content-type": "text/plain" };
    const answer = await app.inject({ method: "POST", url: "/chat/updates", headers, payload: "{}" });
    expect(answer.statusCode).toBe(415);
  });

  test("somebody without a chat", async () => {
    const { app } = await taking();
    const payload = { id, kind: "text", text: "a" };
    const answer = await app.inject({ method: "POST", url: "/chat/updates", payload });
    expect(answer.json()).toMatchObject({ status: 401, code: "no-chat" });
  });

  test.each<[string, Record<string, string>, number]>([
    ["another origin", { origin: "https://evil.example" }, 403],
    ["an opaque origin", { origin: "null" }, 403],
    ["another port of this host", { origin: "http://localhost:81" }, 403],
    ["another site, as the browser says", { "sec-fetch-site": "cross-site" }, 403],
    ["a sibling, as the browser says", { "sec-fetch-site": "same-site" }, 403],
    ["the page itself, as the browser says", { "sec-fetch-site": "same-origin" }, 202],
  ])("by where it comes from: %s", async (_, headers, status) => {
    const { student } = await taking();
    const answer = await student.post({ kind: "text", text: "a" }, headers);
    expect(answer.statusCode).toBe(status);
  });

  test("the 61st update of a chat within a minute; other chats and routes go on", async () => {
    const { student, app } = await taking();
    const other = await visitor(app);
    for (let at = 0; at < 60; at++) {
      expect((await student.post({ kind: "text", text: "a" })).statusCode).toBe(202);
    }
    const answer = await student.post({ kind: "text", text: "a" });
    expect(answer.json()).toMatchObject({ status: 429, code: "too-many-requests" });
    expect(Number(answer.headers["retry-after"])).toBeGreaterThan(0);
    expect((await other.post({ kind: "text", text: "a" })).statusCode).toBe(202);
    expect((await student.get("/chat")).statusCode).toBe(200);
    const elsewhere = await app.inject({ method: "POST", url: "/elsewhere" });
    expect(elsewhere.statusCode).toBe(200);
    expect(elsewhere.headers).not.toHaveProperty("x-ratelimit-limit");
    expect(elsewhere.headers).not.toHaveProperty("content-security-policy");
  });
});
