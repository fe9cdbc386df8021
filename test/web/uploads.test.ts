import { randomUUID } from "node:crypto";
import type { InjectOptions } from "fastify";
import { describe, expect, test } from "vitest";
import { taking } from "./taking.ts";

const bytes = Buffer.from("%PDF-1.7 a paper");

describe("a file from the page", () => {
  const posting = async () => {
    const all = await taking();
    const post = (more: Partial<InjectOptions> = {}, query: Record<string, string> = {}) =>
      all.app.inject({
        method: "POST",
        url: "/chat/files",
        query: { id: randomUUID(), name: "cnic.pdf", ...query },
        payload: bytes,
        ...more,
        headers: {
          cookie: all.student.cookie,
          origin: "http://localhost:80",
          "content-type": "application/octet-stream",
          ...more.headers,
        },
      });
    return { ...all, post };
  };

  test("becomes an update that the house can fetch it by, for as long as it takes it", async () => {
    const { post, receive, channel, student } = await posting();
    const fetched: Buffer[] = [];
    receive.mockImplementation(async ({ content }) => {
      if (content.kind === "file") fetched.push(Buffer.from(await channel.fetchFile(content.file)));
    });
    const id = randomUUID();
    const answer = await post({}, { id });
    expect([answer.statusCode, answer.json()]).toEqual([202, { accepted: id }]);
    expect(fetched).toEqual([bytes]);
    const update = receive.mock.calls[0]?.[0];
    expect(update).toMatchObject({
      id,
      address: { channel: "web", chat: student.chat },
      content: { kind: "file", caption: "", file: { name: "cnic.pdf", bytes: bytes.length } },
    });
    if (update?.content.kind !== "file") throw new Error("no file came");
    await expect(channel.fetchFile(update.content.file)).rejects.toMatchObject({ kind: "refused" });
  });

  test("is shown by its name in every tab, and again after a reload", async () => {
    const { post, listen, student } = await posting();
    await post({}, { name: "شناختی کارڈ.jpg" });
    const url = await listen();
    const events = await fetch(`${url}/chat/events`, { headers: { cookie: student.cookie } });
    const reader = events.body!.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    while (!text.includes("شناختی")) text += (await reader.read()).value ?? "";
    await reader.cancel();
    expect(text).toContain("📎 شناختی کارڈ.jpg");
  });

  test.each([
    ["without the chat's cookie", { headers: { cookie: "" } }, {}, 401],
    ["from another page", { headers: { origin: "https://evil.example" } }, {}, 403],
    ["of more than 10 MB", { payload: Buffer.alloc(10 * 1024 * 1024 + 1) }, {}, 413],
    ["as a form", { headers: { "content-type": "multipart/form-data; boundary=x" } }, {}, 415],
    ["under no id", {}, { id: "one" }, 400],
    ["that is nothing", { payload: "" }, {}, 400],
  ])("%s is refused, and nobody hears of it", async (_, more, query, status) => {
    const { post, receive } = await posting();
    expect((await post(more, query)).statusCode).toBe(status);
    expect(receive).not.toHaveBeenCalled();
  });

  test("may be sent again when the house could not take it, and is let go of", async () => {
    const { post, receive, channel } = await posting();
    receive.mockRejectedValueOnce(new Error("Redis is away"));
    expect((await post()).statusCode).toBe(503);
    const update = receive.mock.calls[0]?.[0];
    if (update?.content.kind !== "file") throw new Error("no file came");
    await expect(channel.fetchFile(update.content.file)).rejects.toMatchObject({ kind: "refused" });
    expect((await post()).statusCode).toBe(202);
  });

  test("comes no faster than words may", async () => {
    const { post } = await posting();
    for (let count = 0; count < 60; count++) expect((await post()).statusCode).toBe(202);
    expect((await post()).statusCode).toBe(429);
  });
});
